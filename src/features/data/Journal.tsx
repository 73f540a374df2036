import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '../../data/ingest/journal';
import { useWorkspaceData } from '../../session/hooks';
import { download } from '../../ui/csv';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import classes from './Data.module.css';

interface JournalProps {
  readonly onShowKept: (file: number) => void;
}

/** The files behind the data, in the order in which they came. */
export function Journal({ onShowKept }: JournalProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const { journal } = workspace;
  const save = () => {
    const text = JSON.stringify(journal, undefined, 2);
    download(`truecause-${workspace.name}-imports.json`, new Blob([text], { type: 'application/json' }));
  };
  return (
    <section className={classes.panel}>
      <div className={classes.heading}>
        <h2>{t('journal.title', { count: journal.length })}</h2>
        <TextButton quiet onClick={save}>
          {t('journal.export')}
        </TextButton>
      </div>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('journal.at')}</th>
              <th scope="col">{t('journal.file')}</th>
              <th scope="col">{t('journal.dataset')}</th>
              <th scope="col" className={classes.number}>
                {t('journal.accepted')}
              </th>
              <th scope="col" className={classes.number}>
                {t('journal.rejected')}
              </th>
              <th scope="col" className={classes.number}>
                {t('journal.cellIssues')}
              </th>
              <th scope="col" className={classes.number}>
                {t('journal.replaced')}
              </th>
              <th scope="col">{t('journal.encoding')}</th>
              <th scope="col">{t('journal.fingerprint')}</th>
              <th scope="col" className={classes.number}>
                {t('journal.size')}
              </th>
            </tr>
          </thead>
          <tbody>
            {journal.map((entry) => (
              <EntryRow key={entry.id} entry={entry} onShowKept={onShowKept} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function EntryRow({ entry, onShowKept }: { readonly entry: JournalEntry } & JournalProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, at, hash, plan, report, replaced } = entry;
  return (
    <tr>
      <td className={classes.short}>{format.dateTime(wallClock(at))}</td>
      <td>{plan.name}</td>
      <td className={classes.short}>{t(`dataset.${plan.dataset}`)}</td>
      <td className={classes.number}>{format.number(report.rowsAccepted)}</td>
      <td className={classes.number}>
        <Kept count={report.rowsRejected} onShow={() => onShowKept(id)} />
      </td>
      <td className={classes.number}>
        <Kept count={report.cellIssues} onShow={() => onShowKept(id)} />
      </td>
      <td className={classes.number}>{format.number(replaced)}</td>
      <td className={classes.short}>{plan.book?.sheet ?? t(`encoding.${plan.dialect.encoding}`)}</td>
      <td className={classes.code} title={t('journal.fingerprintHint', { hash })}>
        {hash.slice(0, 12)}
      </td>
      <td className={classes.number}>{format.bytes(plan.size)}</td>
    </tr>
  );
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

/** A moment as this machine's clock showed it: `2026-11-21T08:30:00`. */
function wallClock(iso: string): string {
  const moment = new Date(iso);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
