import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeEntry } from '../../../analysis/changes';
import type { SeriesAnswer, SeriesChart } from '../../../analysis/series/types';
import type { ChartKind } from '../../../domain/control';
import { useExpert } from '../../../session/expert';
import { Select } from '../../../ui/Select';
import { TextButton } from '../../../ui/TextButton';
import { useControlView } from '../../../ui/view/view-state';
import { useWords } from '../words';
import { BaselineFields } from './BaselineFields';
import classes from './Control.module.css';
import { PhaseFields } from './PhaseFields';
import { RuleFields } from './RuleFields';
import { reasonText } from './words';

interface ControlSettingsProps {
  readonly answer: SeriesAnswer;
  readonly chart: SeriesChart;
  /** The change log as it concerns the scope. */
  readonly entries: readonly ChangeEntry[];
}

/** A button that opens all that can be chosen for a control chart. Every choice is in the URL, so that Back undoes it. */
export function ControlSettings({ answer, chart, entries }: ControlSettingsProps) {
  const { t } = useTranslation();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [view, change] = useControlView();
  const [expert, setExpert] = useExpert();
  const { choice } = chart;
  const { grain } = answer.question;
  const changed =
    view.chart !== undefined || view.baseline !== undefined || view.phases.length > 0 || view.rules !== undefined;
  const kindName = (kind: ChartKind) =>
    t('control.at', { period: t(`control.code.chart.${kind}`), what: t(`control.code.about.${kind}`) });
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      shadow="sm"
      transitionProps={{ duration: 0 }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <TextButton aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('control.settings')}
        </TextButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.settings}>
          <Part title={t('control.kind')}>
            <Select<ChartKind | ''>
              label={t('control.kind')}
              value={view.chart ?? ''}
              options={[
                {
                  value: '',
                  label:
                    view.chart === undefined
                      ? t('control.autoNow', { chart: t(`control.code.chart.${choice.chart}`) })
                      : t('control.auto'),
                },
                ...choice.offered.map((kind) => ({ value: kind, label: kindName(kind) })),
              ]}
              onChange={(kind) => change({ chart: kind === '' ? undefined : kind })}
              outlined
            />
            <p className={classes.hint}>{reasonText(chart, words)}</p>
          </Part>
          <Part title={t('control.baseline')}>
            <BaselineFields chart={chart} grain={grain} />
          </Part>
          <Part title={t('control.phases')}>
            <PhaseFields chart={chart} grain={grain} entries={entries} />
          </Part>
          <Part title={t('control.rules')}>
            <RuleFields rules={answer.question.rules} />
          </Part>
          <div className={classes.row}>
            <label className={classes.choice}>
              <input type="checkbox" checked={expert} onChange={(event) => setExpert(event.target.checked)} />
              {t('control.expert')}
            </label>
            <TextButton
              disabled={!changed}
              onClick={() => change({ chart: undefined, baseline: undefined, phases: [], rules: undefined })}
            >
              {t('control.reset')}
            </TextButton>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
