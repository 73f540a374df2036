import { type ChartKind, RULES, type RuleId } from '../../domain/control';
import type { ViewSearch } from './view-search';

/** Which form the chart over time has, and what was chosen for it as a control chart. Days are ISO, ranges half-open. */
export interface ControlView {
  /** A control chart stands in place of the bars. */
  readonly shown: boolean;
  /** Undefined for the one that the data call for. */
  readonly chart?: ChartKind;
  /** Undefined for the first complete periods. */
  readonly baseline?: { readonly from: string; readonly until: string };
  /** Days from which limits begin anew, in order. */
  readonly phases: readonly string[];
  /** Undefined for those that hold in the whole workspace. */
  readonly rules?: readonly RuleId[];
}

type Written = Pick<ViewSearch, 'form' | 'chart' | 'base' | 'phases' | 'rules'>;

/** More phases than this are no phases. */
const MOST_PHASES = 24;
const NO_RULES = 'none';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the URL says; what cannot be read is left out. */
export function readControl({ form, chart, base, phases, rules }: Written): ControlView {
  const [from = '', until = ''] = base?.split('..') ?? [];
  const days = (phases?.split(',') ?? []).filter(isDay);
  return {
    shown: form === 'control',
    chart,
    baseline: isDay(from) && isDay(until) && from < until ? { from, until } : undefined,
    phases: [...new Set(days)].sort().slice(0, MOST_PHASES),
    rules: rules === undefined ? undefined : RULES.filter((rule) => rules.split(',').includes(rule)),
  };
}

/** What of it is changed, as the URL carries it. */
export function writeControl(part: Partial<ControlView>): Partial<Written> {
  const { shown, chart, baseline, phases, rules } = part;
  return {
    ...('shown' in part && { form: shown ? ('control' as const) : undefined }),
    ...('chart' in part && { chart }),
    ...('baseline' in part && { base: baseline && `${baseline.from}..${baseline.until}` }),
    ...('phases' in part && { phases: phases?.join(',') || undefined }),
    ...('rules' in part && { rules: rules && (rules.join(',') || NO_RULES) }),
  };
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text));
}
