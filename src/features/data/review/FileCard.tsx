import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilePlan } from '../../../data/ingest/plan';
import { canImport, isConfident } from '../../../data/ingest/report';
import { columnOf } from '../../../domain/columns';
import { useImportJob, useWorkspaceData } from '../../../session/hooks';
import type { ReviewItem } from '../../../session/import-job';
import { IconButton } from '../../../ui/IconButton';
import { useFormat } from '../../../ui/use-format';
import { wallClock } from '../../../ui/wall-clock';
import { ProblemList } from '../ProblemList';
import classes from './FileCard.module.css';
import { FileSettings } from './FileSettings';
import { KeepAs } from './KeepAs';
import { MappingTable } from './MappingTable';
import { Preview } from './Preview';
import { ProblemAction } from './ProblemAction';

/** Refusals that another way of cutting the text may lift. */
const SETTABLE: ReadonlySet<string> = new Set(['tooManyColumns', 'noRows']);

/** One file under review: a line when all is clear, all about it when something is to be decided. */
export function FileCard({ item }: { readonly item: ReviewItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [job] = useImportJob();
  const plan = 'refused' in item.result ? undefined : item.result;
  const asks = plan === undefined || !isConfident(plan);
  const [asked, setAsked] = useState(asks);
  const [open, setOpen] = useState(asks);
  // Opens when a question comes up; stays open when the last one is answered, since somebody is reading.
  if (asks !== asked) {
    setAsked(asks);
    if (asks) setOpen(true);
  }
  return (
    <article className={classes.card}>
      <header className={classes.head}>
        <button type="button" className={classes.name} aria-expanded={open} onClick={() => setOpen(!open)}>
          <span aria-hidden="true" className={classes.fold}>
            {open ? '▾' : '▸'}
          </span>
          <span className={classes.file}>{item.file.name}</span>
        </button>
        <StateMark plan={plan} />
        <span className={classes.facts}>
          <span>{format.bytes(item.result.size)}</span>
          {plan !== undefined && <PlanFacts plan={plan} />}
        </span>
        <IconButton
          icon="close"
          label={t('review.remove', { file: item.file.name })}
          onClick={() => job.remove(item.id)}
        />
      </header>
      <Replaces item={item} />
      {open && <CardBody item={item} />}
    </article>
  );
}

/** Of a file that is imported already: whose place it takes, and whether that of its whole period. */
function Replaces({ item: { revises, options } }: { readonly item: ReviewItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace } = useWorkspaceData();
  const entry = workspace.journal.find(({ id }) => id === revises);
  if (entry === undefined) return null;
  return (
    <p className={classes.replaces}>
      <span>{t('review.revises', { at: format.dateTime(wallClock(entry.at)), rows: entry.report.rowsAccepted })}</span>
      {options.replace === 'period' && <span>{t('review.replacesPeriod')}</span>}
    </p>
  );
}

/** Whether it can be imported as it is: shape, word and colour. */
function StateMark({ plan }: { readonly plan: FilePlan | undefined }) {
  const { t } = useTranslation();
  if (plan === undefined || !canImport(plan)) return <span className={classes.error}>▲ {t('review.stateError')}</span>;
  return isConfident(plan) ? (
    <span className={classes.ready}>✓ {t('review.stateReady')}</span>
  ) : (
    <span className={classes.ask}>? {t('review.stateAsk')}</span>
  );
}

function PlanFacts({ plan }: { readonly plan: FilePlan }) {
  const { t } = useTranslation();
  const { dataset, columns, dialect, book, scan, profile } = plan;
  const known = columns.filter(({ target }) => columnOf(dataset, target ?? '') !== undefined).length;
  return (
    <>
      <span>{t('review.records', { count: scan.records })}</span>
      <span>{t(`dataset.${dataset}`)}</span>
      <span>{t('review.columns', { known, all: columns.length })}</span>
      <span>{book === undefined ? t(`encoding.${dialect.encoding}`) : t('review.onSheet', { sheet: book.sheet })}</span>
      {profile !== undefined && <span>{t('review.byProfile', { profile: profile.name })}</span>}
    </>
  );
}

function CardBody({ item }: { readonly item: ReviewItem }) {
  const { id, options, result } = item;
  const [job] = useImportJob();
  const { workspace } = useWorkspaceData();
  const plan = 'refused' in result ? undefined : result;
  const problems = 'refused' in result ? [result.refused] : result.problems;
  const revise = (changed: ReviewItem['options']) => void job.revise(workspace, id, changed);
  return (
    <div className={classes.body}>
      <ProblemList
        problems={problems}
        actionFor={(problem) =>
          plan === undefined ? null : (
            <ProblemAction problem={problem} plan={plan} options={options} onChange={revise} />
          )
        }
      />
      {(plan !== undefined || result.book !== undefined || problems.some(({ code }) => SETTABLE.has(code))) && (
        <FileSettings options={options} plan={plan} book={result.book} onChange={revise} />
      )}
      {plan !== undefined && (
        <>
          <Preview plan={plan} />
          <MappingTable plan={plan} options={options} onChange={revise} />
          <KeepAs item={item} plan={plan} />
        </>
      )}
    </div>
  );
}
