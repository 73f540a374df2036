import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '../../../data/ingest/kept/journal';
import { useLabels } from '../../../ui/labels';
import { useFormat } from '../../../ui/use-format';
import { timeText } from '../time-text';
import classes from './History.module.css';

/** How an import differed from what stood there, in sentences. */
export function DifferenceText({ entry: { difference, report, replaced } }: { readonly entry: JournalEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = useLabels();
  const rows = report.cases ?? report.rowsAccepted;
  if (difference === undefined)
    return <p>{replaced > 0 ? t('history.unmeasured', { rows: replaced }) : t('history.first', { rows })}</p>;
  const { added, changed, unchanged, vanished, removed, emptied, first, last, latest, missing, by } = difference;
  const sum = {
    rows: format.number(rows),
    added: format.number(added),
    changed: format.number(changed),
    unchanged: format.number(unchanged),
  };
  const range = { from: timeText(format, first), until: timeText(format, last), latest: timeText(format, latest) };
  const columns = missing.map(labels.column).join(t('common.listSeparator'));
  return (
    <div className={classes.lines}>
      <p className={classes.sum}>{t('history.sum', sum)}</p>
      {emptied > 0 && <p>{t('history.emptiedLine', { count: emptied })}</p>}
      {removed > 0 && <p>{t('history.removedLine', { count: removed })}</p>}
      {vanished > 0 && <p>{t('history.vanishedLine', { count: vanished })}</p>}
      {missing.length > 0 && <p>{t('history.missingLine', { columns })}</p>}
      {first !== null && latest !== null && <p className={classes.quiet}>{t('history.range', range)}</p>}
      {by === 'content' && <p className={classes.quiet}>{t('history.byContent')}</p>}
      <p className={classes.quiet}>{t('history.asThen')}</p>
    </div>
  );
}
