import type { TFunction } from 'i18next';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportJob } from '../../session/hooks';
import { ImportProgressNote } from '../../session/ImportProgressNote';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextButton } from '../../ui/TextButton';
import classes from './Data.module.css';
import { Report } from './Report';
import { Review } from './review/Review';

/** The import under way, at whatever it is. */
export function JobPanel({ onShowKept }: { readonly onShowKept: (file: number | undefined) => void }) {
  const { t } = useTranslation();
  const [job, state] = useImportJob();
  const cancel = () => job.cancel();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'analysing':
      return state.items.length === 0 ? (
        <Running>
          <ImportProgressNote {...state} onCancel={cancel} />
        </Running>
      ) : (
        <Review items={state.items} running={<ImportProgressNote {...state} onCancel={cancel} />} />
      );
    case 'review':
      return <Review items={state.items} />;
    case 'importing':
      return (
        <Running>
          <ImportProgressNote {...state} onCancel={cancel} />
        </Running>
      );
    case 'undoing':
      return (
        <Running>
          <p className={classes.facts}>{t('history.undoing', { file: state.file })}</p>
          <ImportProgressNote {...state} onCancel={cancel} />
        </Running>
      );
    case 'undone':
      return (
        <Running>
          <div className={classes.heading} role="status">
            <p className={classes.facts}>{t('history.undone', { file: state.file })}</p>
            <TextButton quiet onClick={() => job.dismiss()}>
              {t('common.close')}
            </TextButton>
          </div>
        </Running>
      );
    case 'done':
      return (
        <Report
          reports={state.reports}
          remembered={state.remembered}
          onShowKept={onShowKept}
          onClose={() => job.dismiss()}
        />
      );
    case 'failed':
      return (
        <Running>
          <ErrorNote
            what={FAILED[state.cause](t)}
            why={state.message}
            todo={state.cause === 'undoing' ? t('history.undoFailedHint') : t('data.failedHint')}
            action={<TextButton onClick={() => job.resume()}>{t('data.back')}</TextButton>}
          />
        </Running>
      );
  }
}

const FAILED: Readonly<Record<'analysing' | 'importing' | 'undoing', (t: TFunction) => string>> = {
  analysing: (t) => t('data.failedLook'),
  importing: (t) => t('data.failedImport'),
  undoing: (t) => t('history.undoFailed'),
};

/** Comes into sight when it begins: it may have been asked for far below, in the list of imports. */
function Running({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={place} className={classes.panel}>
      {children}
    </section>
  );
}
