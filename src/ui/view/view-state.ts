import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Measure } from '../../domain/measure';
import type { Grain } from '../../domain/period';
import { EVERYTHING, intersect, type Predicate, type Scope, sameScope, without } from '../../domain/scope';
import { decodeScope, encodeScope } from '../../domain/scope-codec';
import type { Sort } from '../table/row-source';
import { type ControlView, readControl, writeControl } from './control-view';
import { VIEW_DEFAULTS, type ViewSearch, viewSearch, type WorkspaceId } from './view-search';

interface View {
  readonly view: ViewSearch;
  /** Writes a part of the URL as a step that Back undoes, or in place of the step before. */
  readonly change: (part: Partial<ViewSearch>, options?: { readonly replace: boolean }) => void;
}

/** What the URL says, read leniently. */
function useView(): View {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const view = useMemo(() => viewSearch.parse(search), [search]);
  const change = useCallback<View['change']>(
    (part, options) => void navigate({ to: '.', search: (before) => ({ ...before, ...part }), ...options }),
    [navigate],
  );
  return { view, change };
}

export interface ScopeControls {
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  /** Keeps only the rows that also satisfy the predicate. */
  readonly narrow: (predicate: Predicate) => void;
  /** Takes back what is said about a field (of one kind, if given). */
  readonly remove: (field: string, kind?: Predicate['kind']) => void;
  readonly clear: () => void;
}

/** The scope in the URL. Setting the scope that is there already leaves no step in the history. */
export function useScope(): ScopeControls {
  const { view, change } = useView();
  const scope = useMemo(() => decodeScope(view.s ?? ''), [view.s]);
  return useMemo(() => {
    const setScope = (next: Scope) => {
      if (!sameScope(next, scope)) change({ s: encodeScope(next) || undefined });
    };
    return {
      scope,
      setScope,
      narrow: (predicate) => setScope(intersect(scope, [predicate])),
      remove: (field, kind) => setScope(without(scope, field, kind)),
      clear: () => setScope(EVERYTHING),
    };
  }, [scope, change]);
}

/** What the complaints of the scope are compared with; undefined for all others. */
export function useRest(): [Scope | undefined, (rest: Scope | undefined) => void] {
  const { view, change } = useView();
  const rest = useMemo(() => (view.vs === undefined ? undefined : decodeScope(view.vs)), [view.vs]);
  return [rest, (next) => change({ vs: next && (encodeScope(next) || undefined) })];
}

/** What is counted, and by what. */
export function useMeasure(): [Measure, (measure: Measure) => void] {
  const { view, change } = useView();
  const id = view.m ?? VIEW_DEFAULTS.m;
  const per = view.per ?? VIEW_DEFAULTS.per;
  const measure = useMemo<Measure>(() => ({ id, per }), [id, per]);
  return [measure, (next) => change({ m: next.id, per: next.per })];
}

/** Length of the time steps. */
export function useGrain(): [Grain, (grain: Grain) => void] {
  const { view, change } = useView();
  return [view.g ?? VIEW_DEFAULTS.g, (g) => change({ g })];
}

/** Dimension that the bars of Trends are made of, if any. */
export function useStackBy(): [string | undefined, (dimension: string | undefined) => void] {
  const { view, change } = useView();
  return [view.by, (by) => change({ by })];
}

/** Whether changes are flagged on the time axis. */
export function useFlags(): [boolean, (shown: boolean) => void] {
  const { view, change } = useView();
  return [view.flags !== 'off', (shown) => change({ flags: shown ? undefined : 'off' })];
}

/** Whether a control chart stands over time, and what was chosen for it; each choice is a step that Back undoes. */
export function useControlView(): [ControlView, (part: Partial<ControlView>) => void] {
  const { view, change } = useView();
  const { form, chart, base, phases, rules } = view;
  const control = useMemo(() => readControl({ form, chart, base, phases, rules }), [form, chart, base, phases, rules]);
  return [control, (part) => change(writeControl(part))];
}

/** Which safety items are listed: a list other than the open ones, and the reason, problem and model that narrow it. */
type ItemChoice = Pick<ViewSearch, 'list' | 'why' | 'what' | 'on'>;

/** The choice of safety items in the URL; setting it is a step that Back undoes. */
export function useItemChoice(): [ItemChoice, (choice: ItemChoice) => void] {
  const { view, change } = useView();
  const { list, why, what, on } = view;
  const choice = useMemo(() => ({ list, why, what, on }), [list, why, what, on]);
  return [choice, change];
}

/** Parts of the URL that belong to one workspace. */
const OF_DATA = {
  s: undefined,
  vs: undefined,
  row: undefined,
  sort: undefined,
  base: undefined,
  phases: undefined,
  why: undefined,
  what: undefined,
  on: undefined,
  dims: undefined,
  sig: undefined,
  mode: undefined,
  before: undefined,
  after: undefined,
} as const satisfies Partial<ViewSearch>;

/** Which data are looked at. A switch drops what belongs to the data before. */
export function useWorkspace(): [WorkspaceId, (workspace: WorkspaceId) => void] {
  const { view, change } = useView();
  return [view.w ?? VIEW_DEFAULTS.w, (w) => change({ ...OF_DATA, w })];
}

/** Whether the list shows every ticket, not only what the measure counts. */
export function useAllTickets(): [boolean, (all: boolean) => void] {
  const { view, change } = useView();
  return [view.all !== undefined, (all) => change({ all: all ? '1' : undefined })];
}

/** What the list is sorted by; undefined for its own order. */
export function useSort(): [Sort | undefined, (sort: Sort | undefined) => void] {
  const { view, change } = useView();
  const sort = useMemo(() => readSort(view.sort), [view.sort]);
  return [sort, (next) => change({ sort: next && `${next.descending ? '-' : ''}${next.column}` })];
}

function readSort(text: string | undefined): Sort | undefined {
  if (text === undefined) return undefined;
  const descending = text.startsWith('-');
  return { column: descending ? text.slice(1) : text, descending };
}

/** Which part of a screen is shown, the first if the URL names none of them. */
export function useTab<Tab extends string>(tabs: readonly [Tab, ...Tab[]]): [Tab, (tab: Tab) => void] {
  const { view, change } = useView();
  return [tabs.find((tab) => tab === view.tab) ?? tabs[0], (tab) => change({ tab })];
}

/** Key of the row in the drawer, if one is open. Going from row to row is one step for Back. */
export function useOpenRow(): [string | undefined, (row: string | undefined) => void] {
  const { view, change } = useView();
  return [view.row, (row) => change({ row }, { replace: row !== undefined && view.row !== undefined })];
}

/** Dimensions that Signals looks through, as its screen writes them; undefined for the usual ones. */
export function useDimensionChoice(): [string | undefined, (choice: string | undefined) => void] {
  const { view, change } = useView();
  return [view.dims, (dims) => change({ dims })];
}

/** Id of the signal that is looked at, if one was chosen. Going from signal to signal is one step for Back. */
export function useOpenSignal(): [string | undefined, (id: string) => void] {
  const { view, change } = useView();
  return [view.sig, (sig) => change({ sig }, { replace: view.sig !== undefined })];
}

/** How ages are looked at: by which month, of which failure mode, and which two populations are compared. */
type AgeChoice = Pick<ViewSearch, 'cohort' | 'mode' | 'before' | 'after'>;

/** The choice of ages in the URL; changing a part of it is a step that Back undoes. */
export function useAgeChoice(): [AgeChoice, (part: Partial<AgeChoice>) => void] {
  const { view, change } = useView();
  const { cohort, mode, before, after } = view;
  return [useMemo(() => ({ cohort, mode, before, after }), [cohort, mode, before, after]), change];
}
