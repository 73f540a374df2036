import * as z from 'zod/mini';
import { CHARTS } from '../../domain/control';
import { BASES, DEFAULT_MEASURE, MEASURES } from '../../domain/measure';
import { GRAINS } from '../../domain/period';

export const WORKSPACES = ['sample', 'mine'] as const;
export type WorkspaceId = (typeof WORKSPACES)[number];

/** Lists of safety items besides the open ones. */
const ITEM_LISTS = ['closed', 'denied', 'all'] as const;

/** What every screen shares through the URL. An unreadable part is taken as absent, so an old link still opens. */
export const viewSearch = z.object({
  /** Workspace. */
  w: lenient(z.enum(WORKSPACES)),
  /** Scope, as `domain/scope-codec` writes it. */
  s: lenient(z.string().check(z.minLength(1))),
  /** Measure. */
  m: lenient(z.enum(MEASURES)),
  /** Basis of the measure. */
  per: lenient(z.enum(BASES)),
  /** Length of a time step. */
  g: lenient(z.enum(GRAINS)),
  /** Dimension that the bars of Trends are made of. */
  by: lenient(z.string().check(z.minLength(1))),
  /** Part of a screen that has several. */
  tab: lenient(z.string().check(z.minLength(1))),
  /** Key of the row whose drawer is open. */
  row: lenient(z.string().check(z.minLength(1))),
  /** The list shows every ticket, not only what the measure counts. */
  all: lenient(z.literal('1')),
  /** Column that the list is sorted by, after `-` from the largest to the smallest. */
  sort: lenient(z.string().check(z.minLength(1))),
  /** The time axis of Trends bears no flags. */
  flags: lenient(z.literal('off')),
  /** The chart over time as a control chart: its kind, days of its baseline, days of its phases, its rules, see `control-view`. */
  form: lenient(z.literal('control')),
  chart: lenient(z.enum(CHARTS)),
  base: lenient(z.string().check(z.minLength(1))),
  phases: lenient(z.string().check(z.minLength(1))),
  rules: lenient(z.string().check(z.minLength(1))),
  /** Safety items that are listed, if not the open ones. */
  list: lenient(z.enum(ITEM_LISTS)),
  /** Reason, problem and model that safety items are listed for. */
  why: lenient(z.string().check(z.minLength(1))),
  what: lenient(z.string().check(z.minLength(1))),
  on: lenient(z.string().check(z.minLength(1))),
  /** Dimensions that Signals looks through, if not the usual ones. */
  dims: lenient(z.string().check(z.minLength(1))),
  /** Signal that is looked at. */
  sig: lenient(z.string().check(z.minLength(1))),
  /** Scope of the complaints that those of `s` are compared with, if not all others. */
  vs: lenient(z.string().check(z.minLength(1))),
  /** Rows of the table of ages: units by the month they were shipped or built. */
  cohort: lenient(z.enum(['ship', 'build'])),
  /** Failure mode whose ages are looked at. */
  mode: lenient(z.string().check(z.minLength(1))),
  /** Two populations that are compared at equal age, as scopes. */
  before: lenient(z.string().check(z.minLength(1))),
  after: lenient(z.string().check(z.minLength(1))),
  /** Statement for the editor of the SQL console. */
  q: lenient(z.string().check(z.minLength(1))),
});
export type ViewSearch = z.infer<typeof viewSearch>;

/** What the screens show where the URL is silent. */
export const VIEW_DEFAULTS = {
  w: 'mine',
  m: DEFAULT_MEASURE.id,
  per: DEFAULT_MEASURE.per,
  g: 'month',
} as const satisfies Partial<ViewSearch>;

function lenient<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.optional(schema), () => undefined as never);
}

/** `?a=1&b=x` as flat texts, so that a row number like `00123` stays what it was. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The counterpart of `parseSearch`; absent values leave no trace. */
export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
