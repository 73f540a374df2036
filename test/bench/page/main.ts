import { complaintList, type ListRequest } from '../../../src/analysis/complaints';
import { trends } from '../../../src/analysis/trends';
import { EngineSession } from '../../../src/data/engine/session';
import { Workspace } from '../../../src/data/workspace';
import { type CodingTimes, coding } from './coding';

/** What the bench measures inside the page: the modules of the application, beside the bare engine on the same file. */
export interface ImportTimes {
  /** `create table as select * from read_csv` with everything left to the engine, and the checkpoint (ms). */
  readonly bare: number;
  /** From the dropped file to rows that are typed, accounted for and checkpointed (ms), and its parts. */
  readonly whole: number;
  readonly analysed: number;
  readonly imported: number;
  readonly rows: number;
  /** Longest time (ms) for which the main thread did not answer. */
  readonly blocked: number;
}

const file = () => (document.querySelector('#file') as HTMLInputElement).files?.[0] as File;

async function engineOf(session: EngineSession) {
  const state = await session.open();
  if (state.kind !== 'ready') throw new Error(JSON.stringify(state));
  return state.engine;
}

/** Loads the file into a table of its own in an empty database, as the engine does it by itself. */
async function bare(): Promise<number> {
  const session = new EngineSession('sample');
  const engine = await engineOf(session);
  await engine.registerFile('bare.csv', file());
  const begun = performance.now();
  await engine.transaction(async (write) => {
    await write("CREATE OR REPLACE TABLE bare AS SELECT * FROM read_csv('bare.csv')");
  });
  const time = performance.now() - begun;
  await engine.write('DROP TABLE bare');
  await engine.dropFile('bare.csv');
  await session.close();
  return time;
}

async function whole(): Promise<Omit<ImportTimes, 'bare'>> {
  const session = new EngineSession('mine');
  const workspace = await Workspace.open(await engineOf(session));
  await workspace.clear();
  const watch = watchMainThread();
  const begun = performance.now();
  const plan = await workspace.analyse(file());
  if ('refused' in plan) throw new Error(JSON.stringify(plan.refused));
  const analysed = performance.now();
  const [report] = await workspace.import([{ file: file(), plan }]);
  const ended = performance.now();
  const blocked = watch();
  if (report === undefined || report.rowsAccepted === 0) throw new Error(JSON.stringify(report?.problems));
  workspace.close();
  await session.close();
  return {
    whole: ended - begun,
    analysed: analysed - begun,
    imported: ended - analysed,
    rows: report.rowsAccepted,
    blocked,
  };
}

/** Imports the file over what `whole` has left behind (ms), and what it changed. */
async function again() {
  const session = new EngineSession('mine');
  const workspace = await Workspace.open(await engineOf(session));
  const begun = performance.now();
  const plan = await workspace.analyse(file());
  if ('refused' in plan) throw new Error(JSON.stringify(plan.refused));
  await workspace.import([{ file: file(), plan }]);
  const whole = performance.now() - begun;
  const { difference } = workspace.journal.at(-1) ?? {};
  workspace.close();
  await session.close();
  return { whole, difference };
}

/** Makes what `whole` has left behind again from its raw copy (ms). */
async function rebuild(): Promise<number> {
  const session = new EngineSession('mine');
  const workspace = await Workspace.open(await engineOf(session));
  const begun = performance.now();
  await workspace.rebuild();
  const time = performance.now() - begun;
  workspace.close();
  await session.close();
  return time;
}

/** The reader of workbooks by itself, from the file to its cells (ms). */
async function parser(): Promise<number> {
  const { read } = await import('@e965/xlsx');
  const begun = performance.now();
  read(await file().arrayBuffer(), { dense: true });
  return performance.now() - begun;
}

/** Starts watching for long tasks; the returned function ends it and gives the longest gap. */
function watchMainThread(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

/** Opens what `whole` has left behind, and reads pages of 50 rows at random places. All in ms; pages in the order read. */
export interface PageTimes {
  readonly reopened: number;
  readonly rows: number;
  readonly unfiltered: readonly number[];
  readonly filtered: readonly number[];
  readonly sorted: readonly number[];
  /** Until the list of the filter, and of the sort, was there. */
  readonly listed: readonly number[];
}

async function pages(): Promise<PageTimes> {
  const begun = performance.now();
  const session = new EngineSession('mine');
  const workspace = await Workspace.open(await engineOf(session));
  const reopened = performance.now() - begun;
  const listed: number[] = [];
  const measure = async (question: ListRequest) => {
    const asked = performance.now();
    const list = await complaintList(workspace, question);
    listed.push(performance.now() - asked);
    const times: number[] = [];
    for (let n = 0; n < 40; n++) {
      const start = Math.floor(((n * 7919) % 1000) * ((list.rowCount - 50) / 1000));
      const from = performance.now();
      const rows = await list.rows(start, start + 50, COLUMNS);
      times.push(performance.now() - from);
      if (rows.length !== 50) throw new Error(`${rows.length} rows at ${start} of ${list.rowCount}`);
    }
    return times;
  };
  const unfiltered = await measure({ scope: [], listed: 'tickets' });
  const filtered = await measure({
    scope: [{ kind: 'oneOf', field: 'failure_mode', values: ['底部漏水', '不加热'] }],
    listed: 'quality',
  });
  const sorted = await measure({ scope: [], listed: 'tickets', order: { column: 'model', descending: false } });
  const { rows } = workspace.facts.complaint;
  workspace.close();
  await session.close();
  return { reopened, rows, unfiltered, filtered, sorted, listed: listed.slice(1) };
}

const COLUMNS = [
  'complaint_no',
  'received_at',
  'model',
  'failure_mode',
  'severity',
  'description',
  'cause_class',
  'cost',
];

/** Opens what `whole` has left behind, and asks Trends of narrower and narrower scopes (ms). */
async function narrow(): Promise<{ reopened: number; answers: number[] }> {
  const begun = performance.now();
  const session = new EngineSession('mine');
  const workspace = await Workspace.open(await engineOf(session));
  const reopened = performance.now() - begun;
  const answers: number[] = [];
  for (const model of ['KS-17W', 'KM-13W', 'KG-15W', 'KD-18W', 'KT-06W', 'KS-17P', 'KM-13P', 'KS-17B']) {
    const asked = performance.now();
    await trends(workspace, {
      scope: [{ kind: 'oneOf', field: 'model', values: [model] }],
      measure: { id: 'quality', per: 'count' },
      grain: 'month',
    });
    answers.push(performance.now() - asked);
  }
  workspace.close();
  await session.close();
  return { reopened, answers };
}

declare global {
  interface Window {
    bench: {
      bare: typeof bare;
      parser: typeof parser;
      whole: typeof whole;
      again: typeof again;
      rebuild: typeof rebuild;
      pages: typeof pages;
      narrow: typeof narrow;
      coding: () => Promise<CodingTimes>;
    };
  }
}
window.bench = { bare, parser, whole, again, rebuild, pages, narrow, coding: () => coding(watchMainThread) };
