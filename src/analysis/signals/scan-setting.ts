import { type SliceComplaints, sliceCells } from '../../data/queries/slices';
import { periodOf as dayPeriod, lastComplete, shift } from '../../domain/period';
import { periodOf } from '../../domain/scope';
import { asOf, type Source, shapeOf } from '../view';
import { exposureByAge } from './expected';
import { type Factory, livedIn } from './factory';
import { type Lived, livedByComplaints, type Months } from './lived';
import type { GraveCells, Ground } from './mode-scan';
import type { ModeField, ScanWindow, SignalsQuestion } from './types';

/** The time of a scan: from the first complaint, or the scope's first day, to the end of the last month that is over. */
export function windowOf(source: Source, { scope }: Pick<SignalsQuestion, 'scope'>): ScanWindow | undefined {
  const { first, last } = source.facts.complaint;
  const end = asOf(source);
  if (first === undefined || last === undefined || end === undefined) return undefined;
  const narrowed = periodOf(scope, 'received_at');
  const earliest = first.slice(0, 10);
  const from = narrowed.from !== undefined && narrowed.from > earliest ? narrowed.from : earliest;
  // Later events of closed complaints do not say that complaints came in until then.
  const reached = end.slice(0, 7) > last.slice(0, 7) ? dayBefore(shift('month', dayPeriod('month', last), 1)) : end;
  const complete = shift('month', lastComplete('month', reached), 1);
  const dayAfter = shift('day', reached, 1);
  const until = complete > from ? complete : dayAfter;
  const bounded = narrowed.until !== undefined && narrowed.until < until ? narrowed.until : until;
  return bounded > from ? { from, until: bounded, provisional: until !== complete } : undefined;
}

function dayBefore(day: string): string {
  return shift('day', day, -1);
}

/** The column that names failures: the most exact one that holds any. */
export function modeFieldOf(source: Source): ModeField {
  const { filled } = source.facts.complaint;
  return (['failure_mode', 'failure_part', 'failure_group'] as const).find((name) => (filled[name] ?? 0) > 0) ?? null;
}

export function complaintsOf(
  source: Source,
  question: Omit<SignalsQuestion, 'dimensions'>,
  window: ScanWindow,
): SliceComplaints {
  return {
    scope: question.scope,
    measure: question.measure,
    from: window.from,
    until: window.until,
    modeField: modeFieldOf(source),
    shape: shapeOf(source, 'complaint'),
  };
}

/** A mode with its complaints, before anything is expected of it. */
export interface ModeCount {
  readonly mode: string | null;
  readonly n: number;
}

export interface Cells {
  readonly byMode: readonly GraveCells[];
  readonly ground: Ground | undefined;
  readonly bySerial: number;
  readonly sql: readonly string[];
}

/** Reads the complaints of the modes by batch and month, those found through serial numbers included. */
export async function readCells(
  source: Source,
  complaints: SliceComplaints,
  factory: Factory,
  modes: readonly ModeCount[],
  months: Months,
  signal?: AbortSignal,
): Promise<Cells> {
  const names = modes.map(({ mode }) => mode);
  const { filled } = source.facts.complaint;
  const serials = source.facts.serial;
  const canTrace = (filled.serial_no ?? 0) > 0 && (serials.filled.batch_no ?? 0) > 0;
  const sqlOf = (by: 'batch' | 'serial') => sliceCells(complaints, factory.known, names, by, factory.units === 'none');
  const sql = [...((filled.batch_no ?? 0) > 0 ? [sqlOf('batch')] : []), ...(canTrace ? [sqlOf('serial')] : [])];
  const isTraced = (at: number) => canTrace && at === sql.length - 1;
  const answers =
    modes.length === 0 || factory.batches.length === 0
      ? []
      : await Promise.all(sql.map((one) => source.integers(one, { signal })));
  const lists = modes.map(() => ({
    batch: [] as number[],
    month: [] as number[],
    n: [] as number[],
    gravity: [] as number[],
  }));
  const all = factory.units === 'none' ? new Float64Array(factory.batches.length * months.count) : undefined;
  let bySerial = 0;
  answers.forEach((cells, from) => {
    for (let at = 0; at < cells.length; at += 4) {
      const [code, batch, n] = [cells[at] ?? 0, cells[at + 1] ?? 0, cells[at + 3] ?? 0];
      const month = (cells[at + 2] ?? 0) - months.first;
      if (all !== undefined) all[batch * months.count + month] = (all[batch * months.count + month] ?? 0) + n;
      const list = lists[Math.floor(code / 3)];
      if (list === undefined) continue;
      list.batch.push(batch);
      list.month.push(month);
      list.n.push(n);
      list.gravity.push(code % 3);
      if (isTraced(from)) bySerial += n;
    }
  });
  const lived = all === undefined ? livedIn(factory, months) : livedByComplaints(factory.batches.length, all, months);
  return {
    byMode: lists.map(({ batch, month, n, gravity }) => ({
      batch: Int32Array.from(batch),
      month: Int32Array.from(month),
      n: Float64Array.from(n),
      gravity: Uint8Array.from(gravity),
    })),
    ground: lived === undefined ? undefined : groundOf(lived, factory),
    bySerial,
    sql,
  };
}

function groundOf(lived: Lived, { kin, units }: Factory): Ground {
  return { lived, kin, byAge: exposureByAge(lived, kin), byComplaints: units === 'none' };
}
