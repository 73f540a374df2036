import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat } from '../../ui/use-format';
import { wallClock } from '../../ui/wall-clock';
import { HISTORY_LENGTH, type PastQuery } from './query-memory';
import classes from './SidePanel.module.css';

interface HistoryListProps {
  readonly history: readonly PastQuery[];
  readonly onOpen: (sql: string) => void;
}

/** The statements of this session, the latest first. */
export function HistoryList({ history, onOpen }: HistoryListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const outcomeOf = ({ outcome, rows = 0 }: PastQuery) => {
    if (outcome === 'done') return `✓ ${t('table.rows', { count: rows })}`;
    if (outcome === 'failed') return `▲ ${t('sql.outcomeFailed')}`;
    return `○ ${outcome === 'draft' ? t('sql.outcomeDraft') : t('sql.outcomeCancelled')}`;
  };
  if (history.length === 0) return <EmptyState title={t('sql.noHistory')}>{t('sql.noHistoryHint')}</EmptyState>;
  return (
    <>
      <ul className={classes.list}>
        {history.map((query) => (
          <li key={query.sql}>
            <button type="button" className={classes.entry} title={query.sql} onClick={() => onOpen(query.sql)}>
              <code className={classes.snippet}>{query.sql.replaceAll(/\s+/g, ' ').slice(0, 200)}</code>
              <span className={classes.hint}>
                {outcomeOf(query)} · {format.dateTime(wallClock(new Date(query.at)))}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className={classes.hint}>{t('sql.historyHint', { limit: format.number(HISTORY_LENGTH) })}</p>
    </>
  );
}
