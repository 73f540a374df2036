import { CONTROL_SETTING } from '../../../analysis/series/setting';
import { DEFAULT_RULES } from '../../../domain/control';
import { useAnswer, useDecision } from '../../../session/hooks';
import { useControlView, useGrain, useMeasure, useScope } from '../../../ui/view/view-state';

/** The control chart that the view asks for. The rules of the workspace hold where the view has none of its own. */
export function useSeries() {
  const { scope } = useScope();
  const [measure] = useMeasure();
  const [grain] = useGrain();
  const [{ chart, baseline, phases, rules: own }] = useControlView();
  // Rules that cannot be read are no reason to show no chart.
  const { data: setting, error: unreadable } = useDecision(CONTROL_SETTING);
  const rules = own ?? setting?.rules ?? DEFAULT_RULES;
  return useAnswer(
    'series',
    { scope, measure, grain, chart, baseline, phases, rules },
    async (...asking) => (await import('../../../analysis/series/series')).series(...asking),
    { enabled: own !== undefined || setting !== undefined || unreadable !== null },
  );
}
