import { useTranslation } from 'react-i18next';
import { listedRejects } from '../../../analysis/imports';
import type { JournalEntry } from '../../../data/ingest/kept/journal';
import { useAnswer } from '../../../session/hooks';
import classes from './History.module.css';

/** That of a file with very many damaged records not each is listed. */
export function UnlistedRejects({ entry: { id, report } }: { readonly entry: JournalEntry }) {
  const { t } = useTranslation();
  const { data } = useAnswer('listed-rejects', id, listedRejects, { enabled: report.rowsRejected > 0 });
  const count = report.rowsRejected - (data ?? report.rowsRejected);
  return count > 0 ? <p className={classes.quiet}>{t('history.uncounted', { count })}</p> : null;
}
