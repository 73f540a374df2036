import { useTranslation } from 'react-i18next';
import type { SeriesChart } from '../../../analysis/series/types';
import { type Grain, periodOf, shift } from '../../../domain/period';
import { Select } from '../../../ui/Select';
import { useControlView } from '../../../ui/view/view-state';
import { useWords } from '../words';
import classes from './Control.module.css';
import { periodsOf } from './periods';

interface BaselineFieldsProps {
  readonly chart: SeriesChart;
  readonly grain: Grain;
}

/** From which period to which limits are taken; the periods themselves, or the first complete ones. */
export function BaselineFields({ chart, grain }: BaselineFieldsProps) {
  const { t } = useTranslation();
  const { format } = useWords();
  const [{ baseline }, change] = useControlView();
  const used = chart.phases[0]?.baseline;
  const periods = periodsOf(chart, grain, [baseline?.from, baseline && shift('day', baseline.until, -1)]);
  const options = periods.map((period) => ({ value: period, label: format.bucket(grain, period) }));
  const first = baseline?.from ?? used?.from ?? periods[0] ?? '';
  const until = baseline?.until ?? used?.until;
  const last = periodOf(grain, until === undefined || until === null ? first : shift('day', until, -1));
  // An end before the other one moves that one along.
  const choose = (from: string, to: string) => change({ baseline: { from, until: shift(grain, to, 1) } });
  return (
    <>
      <label className={classes.choice}>
        <input
          type="checkbox"
          checked={baseline === undefined}
          disabled={periods.length === 0}
          onChange={(event) =>
            event.target.checked ? change({ baseline: undefined }) : choose(periodOf(grain, first), last)
          }
        />
        {t('control.baselineFirst')}
      </label>
      {baseline !== undefined && (
        <div className={classes.pair}>
          <Select
            label={t('control.baselineFrom')}
            value={periodOf(grain, first)}
            options={options}
            onChange={(from) => choose(from, from > last ? from : last)}
            outlined
          />
          <Select
            label={t('control.baselineTo')}
            value={last}
            options={options}
            onChange={(to) => choose(to < first ? to : periodOf(grain, first), to)}
            outlined
          />
        </div>
      )}
      <p className={classes.hint}>{t('control.baselineHint')}</p>
    </>
  );
}
