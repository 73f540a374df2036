import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '../../../data/ingest/kept/journal';
import { useWorkspaceData } from '../../../session/hooks';
import { useFormat } from '../../../ui/use-format';
import { wallClock } from '../../../ui/wall-clock';
import classes from '../Data.module.css';

interface ImportRowProps {
  readonly entry: JournalEntry;
  readonly onOpen: () => void;
  readonly onShowKept: () => void;
}

/** One import: what came in, how it differed, what was kept aside. Its name leads to the details. */
export function ImportRow({ entry, onOpen, onShowKept }: ImportRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { at, hash, plan, report, difference, replaced } = entry;
  const isFirst = difference === undefined && replaced === 0;
  // Where it was not measured how the file differed, the cells say nothing.
  const counts = isFirst
    ? { added: report.cases ?? report.rowsAccepted, changed: 0, unchanged: 0, vanished: 0 }
    : difference;
  return (
    <tr>
      <td className={classes.short}>{format.dateTime(wallClock(at))}</td>
      <td>
        <button
          type="button"
          className={classes.link}
          title={t('history.open', { file: plan.name })}
          onClick={onOpen}
          aria-haspopup="dialog"
        >
          {plan.book === undefined ? plan.name : `${plan.name} · ${plan.book.sheet}`}
        </button>
        <Note entry={entry} />
      </td>
      <td className={classes.short}>{t(`dataset.${plan.dataset}`)}</td>
      <td className={classes.number}>{format.number(report.rowsAccepted)}</td>
      <td className={classes.number}>{format.number(counts?.added)}</td>
      <td className={classes.number}>{format.number(counts?.changed)}</td>
      <td className={classes.number}>{format.number(counts?.unchanged)}</td>
      <td className={classes.number}>{format.number(counts?.vanished)}</td>
      <td className={classes.number}>
        <Kept count={report.rowsRejected} onShow={onShowKept} />
      </td>
      <td className={classes.number}>
        <Kept count={report.cellIssues} onShow={onShowKept} />
      </td>
      <td className={classes.code} title={t('history.fingerprintHint', { hash })}>
        {hash.slice(0, 12)}
      </td>
    </tr>
  );
}

/** What is special about an import. */
function Note({ entry: { revision = 0, corrects } }: Pick<ImportRowProps, 'entry'>) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const corrected = workspace.journal.find(({ id }) => id === corrects?.id);
  const notes = [
    ...(revision > 0 ? [t('history.anew')] : []),
    ...(corrected === undefined ? [] : [t('history.corrects', { file: corrected.plan.name })]),
  ];
  return notes.length === 0 ? null : <span className={classes.facts}>{notes.join(t('common.listSeparator'))}</span>;
}

/** A number that leads to the rows it counts. */
function Kept({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const format = useFormat();
  if (count === 0) return format.number(count);
  return (
    <button type="button" className={classes.link} onClick={onShow}>
      {format.number(count)}
    </button>
  );
}
