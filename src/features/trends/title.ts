import { useTranslation } from 'react-i18next';
import { latestOf } from '../../analysis/latest';
import type { Trends } from '../../analysis/trends';
import { useMeasureNames } from '../../session/measure-name';
import { changeClause } from '../../ui/change-text';
import { useReading } from '../../ui/reading';
import { useFormat } from '../../ui/use-format';

/** The answer in a sentence: how many, and how the last final period compares with those before it. */
export function useTitle({ question, total, periods, noRate }: Trends): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf } = useMeasureNames();
  const { measure, grain } = question;
  const reading = useReading(measure, noRate === undefined);
  const all = { measure: nameOf(measure.id), total: reading.text(reading.value(total)) };
  const latest = latestOf(periods, grain, measure);
  if (latest === undefined || periods.length === 1) return t('trends.title', all);
  const { period, change } = latest;
  return t('trends.titleLatest', {
    ...all,
    period: format.bucket(grain, period.period),
    value: reading.text(reading.value(period)),
    change: change === undefined ? '' : changeClause(change, latest.periods, grain, { t, format }),
  });
}
