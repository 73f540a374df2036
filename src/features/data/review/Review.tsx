import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilePlan } from '../../../data/ingest/plan';
import { canImport, isConfident } from '../../../data/ingest/report';
import { useImportJob, useWorkspaceData } from '../../../session/hooks';
import type { ReviewItem } from '../../../session/import-job';
import { TextButton } from '../../../ui/TextButton';
import data from '../Data.module.css';
import { FileCard } from './FileCard';
import classes from './Review.module.css';

interface ReviewProps {
  readonly items: readonly ReviewItem[];
  /** Shown while a file is looked at again; the cards wait. */
  readonly running?: ReactNode;
}

/** What the app understood of the files, to be corrected and confirmed: with one click, or Enter, where nothing is in doubt. */
export function Review({ items, running }: ReviewProps) {
  const { t } = useTranslation();
  const [job] = useImportJob();
  const { workspace } = useWorkspaceData();
  const plans = items.flatMap(({ result }) => ('refused' in result ? [] : [result]));
  const ready = plans.filter(canImport);
  const left = items.length - ready.length;
  const sure = items.length === plans.filter(isConfident).length;
  const confirm = useFocusWhen(sure && running === undefined);
  const place = useRef<HTMLElement>(null);
  // Not only its button: a file may be read anew from far below, in the list of imports.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={place} className={data.panel}>
      <div className={data.heading}>
        <h2>{useTitle(items, ready)}</h2>
      </div>
      <div className={classes.cards} aria-busy={running !== undefined}>
        {items.map((item) => (
          <FileCard key={item.id} item={item} />
        ))}
      </div>
      <footer className={classes.foot}>
        {running ?? (
          <>
            <TextButton
              ref={confirm}
              strong
              data-testid="import-confirm"
              disabled={ready.length === 0}
              onClick={() => void job.confirm(workspace)}
            >
              {t('review.confirm', { count: ready.length })}
            </TextButton>
            <TextButton quiet onClick={() => job.dismiss()}>
              {t('review.discard')}
            </TextButton>
            {left > 0 && <span>{t('review.left', { count: left })}</span>}
          </>
        )}
      </footer>
    </section>
  );
}

function useTitle(items: readonly ReviewItem[], ready: readonly FilePlan[]): string {
  const { t } = useTranslation();
  const asking = items.filter(({ result }) => 'refused' in result || !isConfident(result)).length;
  if (ready.length === 0) return t('review.titleNone');
  if (asking > 0) return t('review.titleAsk', { count: asking, all: items.length });
  const records = ready.reduce((sum, { scan }) => sum + scan.records, 0);
  return t('review.titleSure', { count: ready.length, records });
}

/** Takes the focus to an element when the condition comes true. */
function useFocusWhen(condition: boolean) {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (condition) element.current?.focus();
  }, [condition]);
  return element;
}
