import { useTranslation } from 'react-i18next';
import { COHORTS, type CohortKind, type ReliabilityAnswer } from '../../analysis/reliability/types';
import { useExpert } from '../../session/expert';
import controls from '../../ui/controls.module.css';
import { useLabels } from '../../ui/labels';
import { Select } from '../../ui/Select';
import { useAgeChoice } from '../../ui/view/view-state';
import classes from './Reliability.module.css';

interface AgeControlsProps {
  readonly cohort: CohortKind;
  readonly mode: string | undefined;
  /** To choose from. */
  readonly modes?: ReliabilityAnswer['modes'];
}

/** What the rows of the table are, which failure mode is looked at, and whether the statistics are shown. */
export function AgeControls({ cohort, mode, modes = [] }: AgeControlsProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const [, choose] = useAgeChoice();
  const [expert, setExpert] = useExpert();
  const named = modes.filter((one) => one.mode !== '');
  // What the address names is offered even where the scope has none of it.
  const listed = mode === undefined || named.some((one) => one.mode === mode) ? named : [{ mode, claims: 0 }, ...named];
  return (
    <div className={classes.tools}>
      <Select
        label={t('reliability.rows')}
        value={cohort}
        options={COHORTS.map((value) => ({ value, label: t(`reliability.word.cohort.${value}`) }))}
        onChange={(next) => choose({ cohort: next })}
        outlined
      />
      {listed.length > 0 && (
        <Select
          label={t('reliability.mode')}
          value={mode ?? ''}
          options={[
            { value: '', label: t('reliability.allModes') },
            ...listed.map((one) => ({
              value: one.mode,
              label: t('reliability.modeOf', { mode: labels.value('failure_mode', one.mode), n: one.claims }),
            })),
          ]}
          onChange={(next) => choose({ mode: next === '' ? undefined : next })}
          outlined
        />
      )}
      <label className={controls.choice}>
        <input type="checkbox" checked={expert} onChange={(event) => setExpert(event.target.checked)} />
        {t('signals.expert')}
      </label>
    </div>
  );
}
