import type { CodingEffect } from '../analysis/coding-effect';
import type { Comparison } from '../analysis/compare/types';
import { type ImportSummary, importSummaries } from '../analysis/imports';
import type { QualityReport } from '../analysis/quality-report';
import type { Reliability, ReliabilityQuestion } from '../analysis/reliability/types';
import type { SafetyEntry } from '../analysis/safety-list';
import type { SeriesAnswer, SeriesQuestion } from '../analysis/series/types';
import type { ScanOptions, Signals, SignalsQuestion } from '../analysis/signals/types';
import { CODING, type CodingFile } from '../data/coding/kinds';
import type { Row } from '../data/engine/rows';
import type { WorkspaceName } from '../data/engine/workspace';
import type { ImportOptions, ImportReport } from '../data/ingest/plan';
import { refusalReport } from '../data/ingest/report';
import type { Coding } from '../domain/coding';
import type { MeasureId } from '../domain/measure';
import { type Scope, scopeOf } from '../domain/scope';
import { decodeScope, encodeScope } from '../domain/scope-codec';
import { openSample } from '../session/sample';
import { viewSearch } from '../ui/view/view-search';
import type { Booted } from './boot';
import type { router } from './router';

type Router = typeof router;

/** What scripts can do; described with examples in docs/automation.md. */
export interface Truecause {
  /** Resolves when the workspace of the page is open; rejects with the reason when it cannot be. */
  readonly ready: Promise<void>;
  readonly workspace: {
    /** Opens a workspace in place of the one that is open; the sample is filled the first time. */
    use(name: WorkspaceName): Promise<void>;
    /** Removes every row and file of the open workspace. */
    clear(): Promise<void>;
  };
  /** Imports files as the Data screen does, without asking; a report for each, in order; of a zip, for each file in it. */
  importFiles(files: readonly File[], options?: ImportOptions): Promise<ImportReport[]>;
  /** The imports behind the data. */
  readonly imports: {
    /** All of them, oldest first, each with how it differed from what stood there before. */
    list(): Promise<ImportSummary[]>;
    /** Takes one back, by its number: the data are then as if it had never come. Its copy is removed. */
    undo(id: number): Promise<void>;
  };
  /** Runs a statement that only reads; integers as numbers, times as ISO text. */
  query(sql: string): Promise<Row[]>;
  readonly scope: {
    get(): Scope;
    /** Takes predicates, or the text that the URL carries. */
    set(scope: Scope | string): void;
  };
  /** How failures are named by dictionary, renames and keyword rules. */
  readonly coding: {
    /** The draft, its saved versions and the one applied; puts another draft in its place first, if one is given. */
    rules(draft?: Coding): Promise<CodingFile>;
    /** Saves the draft as a version and codes the complaints by it; what that changed. Rejects when a rule cannot be read. */
    apply(note?: string): Promise<Omit<CodingEffect, 'rowsOf'>>;
    /** Goes back to what was applied before; false when there is nothing before. */
    undo(): Promise<boolean>;
  };
  /** Complaints that may be about safety, from the first one on. */
  readonly safety: {
    /** All of them, open and closed, oldest first, then those that only deny a safety word. Only reads. */
    list(): Promise<SafetyEntry[]>;
  };
  /** What is wrong with the data, sorted by what it costs, and how well each column is filled. */
  quality(): Promise<QualityReport>;
  /** The control chart of a measure; what is not said is quality complaints per 1000 shipped, in the scope of the page, by the workspace's rules. */
  series(question?: Asked): Promise<SeriesAnswer>;
  /** Slices in which a failure mode comes more often than elsewhere; what is not said is quality complaints in the scope of the page. */
  signals(question?: AskedSignals, options?: ScanOptions): Promise<Signals>;
  /** Claims by age of the units; what is not said is quality complaints by build month, in the scope of the page. */
  reliability(question?: AskedAges): Promise<Reliability>;
  /** What is different about the complaints of a scope, against those of another, or all others; of quality complaints unless said. */
  compare(a: Scope | string, b?: Scope | string, measure?: MeasureId): Promise<Comparison>;
  /** Names the state of the data: another import, another version. Empty before the first. */
  readonly dataVersion: string;
}

/** A question about a series, of which everything has a default; the scope also as the text that the URL carries. */
type Asked = Partial<Omit<SeriesQuestion, 'scope'>> & { readonly scope?: Scope | string };

/** The same of signals. */
type AskedSignals = Partial<Omit<SignalsQuestion, 'scope'>> & { readonly scope?: Scope | string };

/** The same of ages; compared scopes too. */
type AskedAges = Partial<Omit<ReliabilityQuestion, 'scope' | 'compare'>> & {
  readonly scope?: Scope | string;
  readonly compare?: readonly [Scope | string, Scope | string];
};

/** Most visits never code. */
const coding = () => import('../analysis/coding');

/** How the facade reads and writes what the page shows. */
export interface Page {
  scope(): string;
  show(part: { readonly s?: string; readonly w?: WorkspaceName }): Promise<void>;
}

/** The facade of a session and its page. */
function facadeOf({ session, job }: Booted, page: Page): Truecause {
  const ready = session.ready().then(() => undefined);
  // It still rejects for whoever awaits it; where nobody does, the screen has said why already.
  ready.catch(() => undefined);
  return {
    ready,
    workspace: {
      async use(name) {
        await page.show({ w: name, s: undefined });
        await (name === 'sample' ? openSample(session, job) : session.use(name));
        await job.settled();
        await session.ready();
      },
      clear: async () => (await session.ready()).clear(),
    },
    async importFiles(files, options = {}) {
      const workspace = await session.ready();
      const results = [];
      for (const dropped of files)
        for (const file of await workspace.unpack(dropped))
          results.push(
            'refused' in file ? { file: dropped, plan: file } : { file, plan: await workspace.analyse(file, options) },
          );
      const reports = await workspace.import(
        results.flatMap(({ file, plan }) => ('refused' in plan ? [] : [{ file, plan }])),
      );
      return results.map(({ plan }) => ('refused' in plan ? refusalReport(plan) : (reports.shift() as ImportReport)));
    },
    imports: {
      list: async () => importSummaries((await session.ready()).journal),
      undo: async (id) => (await session.ready()).undo(id),
    },
    query: async (sql) => (await session.ready()).engine.inspect(sql),
    scope: {
      get: () => decodeScope(page.scope()),
      set(scope) {
        void page.show({ s: encodeScope(scopeFrom(scope)) || undefined });
      },
    },
    coding: {
      async rules(draft) {
        const { decisions } = await session.ready();
        if (draft === undefined) return decisions.read(CODING);
        return decisions.change(CODING, (before) => ({ ...before, draft }));
      },
      async apply(note = '') {
        const [workspace, { applyDraft }] = await Promise.all([session.ready(), coding()]);
        const { rowsOf, ...changes } = (await applyDraft(workspace, note)).effect;
        return changes;
      },
      undo: async () => (await (await coding()).undoCoding(await session.ready())) !== undefined,
    },
    safety: {
      async list() {
        const [workspace, { safetyList }] = await Promise.all([session.ready(), import('../analysis/safety-list')]);
        return safetyList(workspace, decodeScope(page.scope()));
      },
    },
    async quality() {
      const [workspace, { qualityReport }] = await Promise.all([session.ready(), import('../analysis/quality-report')]);
      return qualityReport(workspace);
    },
    async series({ scope = page.scope(), ...asked } = {}) {
      const [workspace, { series }, { CONTROL_SETTING }] = await Promise.all([
        session.ready(),
        import('../analysis/series/series'),
        import('../analysis/series/setting'),
      ]);
      const { rules } = await workspace.decisions.read(CONTROL_SETTING);
      const measure = { id: 'quality', per: 'shipped' } as const;
      return series(workspace, { measure, rules, ...asked, scope: scopeFrom(scope) });
    },
    async signals({ scope = page.scope(), ...asked } = {}, options) {
      const [workspace, { signals }] = await Promise.all([session.ready(), import('../analysis/signals/signals')]);
      return signals(workspace, { measure: 'quality', ...asked, scope: scopeFrom(scope) }, options);
    },
    async reliability({ scope = page.scope(), compare, ...asked } = {}) {
      const [workspace, { reliability }] = await Promise.all([
        session.ready(),
        import('../analysis/reliability/reliability'),
      ]);
      return reliability(workspace, {
        measure: 'quality',
        cohort: 'build',
        ...asked,
        scope: scopeFrom(scope),
        ...(compare && { compare: [scopeFrom(compare[0]), scopeFrom(compare[1])] }),
      });
    },
    async compare(a, b, measure = 'quality') {
      const [workspace, { compare }] = await Promise.all([session.ready(), import('../analysis/compare/compare')]);
      return compare(workspace, { scope: scopeFrom(a), measure, ...(b !== undefined && { rest: scopeFrom(b) }) });
    },
    get dataVersion() {
      const state = session.getState();
      return state.kind === 'ready' ? state.workspace.version : '';
    },
  };
}

/** Predicates, or the text that the URL carries, as a scope. */
function scopeFrom(scope: Scope | string): Scope {
  return typeof scope === 'string' ? decodeScope(scope) : scopeOf(scope);
}

declare global {
  interface Window {
    truecause: Truecause;
  }
}

/** Puts the facade where scripts find it. */
export function offerFacade(booted: Booted, router: Router): void {
  const search = () => viewSearch.parse(router.state.location.search);
  window.truecause = facadeOf(booted, {
    scope: () => search().s ?? '',
    show: (part) => router.navigate({ to: '.', search: (before) => ({ ...before, ...part }) }),
  });
}
