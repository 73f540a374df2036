import { z } from 'zod';
import type { DecisionKind } from '../../data/decisions';
import { DEFAULT_RULES, RULES, type RuleId } from '../../domain/control';

/** What speaks on every control chart of the workspace: on screen, in the table and in the report. */
export interface ControlSetting {
  readonly rules: readonly RuleId[];
}

export const CONTROL_SETTING: DecisionKind<ControlSetting> = {
  name: 'control-chart',
  schema: z.object({ rules: z.array(z.enum(RULES)) }),
  initial: { rules: DEFAULT_RULES },
};
