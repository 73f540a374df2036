import { useTranslation } from 'react-i18next';
import type { ChangeEntry } from '../../../analysis/changes';
import type { SeriesChart } from '../../../analysis/series/types';
import type { Grain } from '../../../domain/period';
import { clip } from '../../../ui/charts/clip';
import { IconButton } from '../../../ui/IconButton';
import { Select } from '../../../ui/Select';
import { useControlView } from '../../../ui/view/view-state';
import { changeLine } from '../change-flags';
import { useWords } from '../words';
import classes from './Control.module.css';
import { periodsOf } from './periods';

interface PhaseFieldsProps {
  readonly chart: SeriesChart;
  readonly grain: Grain;
  /** Oldest first. */
  readonly entries: readonly ChangeEntry[];
}

/** Half-width units of a change in the list to choose from. */
const LINE = 60;
/** Changes to choose from at most, the latest. */
const MOST = 200;

/** The days from which limits begin anew: begun at a period or at a change of the log, and removed again. */
export function PhaseFields({ chart, grain, entries }: PhaseFieldsProps) {
  const { t } = useTranslation();
  const words = useWords();
  const [{ phases }, change] = useControlView();
  const { format } = words;
  const periods = periodsOf(chart, grain).slice(1);
  const within = entries.filter(
    ({ day }) => day >= (chart.points[0]?.until ?? '') && day < (chart.points.at(-1)?.until ?? ''),
  );
  const add = (day: string) => change({ phases: [...new Set([...phases, day])].sort() });
  return (
    <>
      <p className={classes.hint}>{t('control.phasesHint')}</p>
      {phases.map((day) => (
        <div key={day} className={classes.row}>
          <span>{t('control.phaseFrom', { from: format.date(day) })}</span>
          <IconButton
            icon="close"
            label={t('control.phaseRemove', { from: format.date(day) })}
            onClick={() => change({ phases: phases.filter((other) => other !== day) })}
          />
        </div>
      ))}
      {periods.length > 0 && (
        <Select
          label={t('control.phaseAdd')}
          value=""
          options={[
            { value: '', label: t('control.phaseAdd') },
            ...periods
              .filter((period) => !phases.includes(period))
              .map((period) => ({ value: period, label: format.bucket(grain, period) })),
          ]}
          onChange={add}
          outlined
        />
      )}
      {within.length > 0 && (
        <Select
          label={t('control.phaseAtChange')}
          value=""
          options={[
            { value: '', label: t('control.phaseAtChange') },
            ...within
              .slice(-MOST)
              .map((entry) => ({ value: `${entry.day} ${entry.id}`, label: clip(changeLine(entry, words), LINE) })),
          ]}
          onChange={(chosen) => add(chosen.slice(0, 10))}
          outlined
        />
      )}
    </>
  );
}
