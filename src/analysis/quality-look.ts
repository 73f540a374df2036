import { type Look, lookStatement } from '../data/queries/quality';
import type { FileCount } from './quality-finding';
import type { Source } from './view';

/** Filled cells of a column in a part of the rows. */
export interface Fill {
  readonly filled: number;
  readonly of: number;
}

/** How well a column is filled, over all, by file and by month of the rows' own time. */
export interface Completeness extends Fill {
  readonly column: string;
  readonly byFile: readonly (Fill & { readonly file: number })[];
  /** Months as `YYYY-MM`, in order; rows without a time are in none. */
  readonly byMonth: readonly (Fill & { readonly month: string })[];
}

/** What a condition found. */
export interface Tally {
  readonly count: number;
  readonly weight: number;
  readonly byFile: readonly FileCount[];
  /** Row ids of some of the rows, of different files and months where possible. */
  readonly ids: readonly number[];
}

/** What one scan of a dataset saw. */
export interface Seen {
  readonly rows: number;
  /** What all rows weigh: quality complaints, units shipped, else rows. */
  readonly weight: number;
  /** Rows by file, in the order of the journal. */
  readonly files: ReadonlyMap<number, number>;
  /** Rows by month, in order. */
  readonly months: ReadonlyMap<string, number>;
  /** In the order of `Look.partial`. */
  readonly fills: readonly Completeness[];
  /** In the order of `Look.probes`. */
  readonly tallies: readonly Tally[];
  /** Keys that begin with 0, in the order of `Look.keys`. */
  readonly zeros: readonly number[];
  /** The latest value of each of `Look.times`, ISO. */
  readonly latest: readonly (string | undefined)[];
  readonly sql: string;
}

type Group = Readonly<Record<string, number | string | null>>;

/** Ids kept of a condition, to show examples of. */
const IDS = 5;

/** Scans a dataset once. */
export async function look(source: Source, asked: Look, signal?: AbortSignal): Promise<Seen> {
  const sql = lookStatement(asked);
  const groups = await source.run<Group>(sql, { signal });
  const files = [...new Set(groups.map(({ file }) => Number(file)))].sort((a, b) => a - b);
  const ofFile = new Map(files.map((file) => [file, groups.filter((group) => Number(group.file) === file)]));
  const add = (of: readonly Group[], name: string) => of.reduce((sum, group) => sum + Number(group[name] ?? 0), 0);
  const months = [
    ...new Set(groups.flatMap(({ month }) => (month === null || month === undefined ? [] : [String(month)]))),
  ].sort();
  const ofMonth = new Map(months.map((month) => [month, groups.filter((group) => group.month === month)]));
  const rows = add(groups, 'n');
  const fill = (of: readonly Group[], at: number) => ({ filled: add(of, `f${at}`), of: add(of, 'n') });
  return {
    rows,
    weight: add(groups, 'w'),
    files: new Map([...ofFile].map(([file, of]) => [file, add(of, 'n')])),
    months: new Map([...ofMonth].map(([month, of]) => [month, add(of, 'n')])),
    fills: asked.partial.map((column, at) => ({
      column,
      ...fill(groups, at),
      byFile: [...ofFile].map(([file, of]) => ({ file, ...fill(of, at) })),
      byMonth: [...ofMonth].map(([month, of]) => ({ month, ...fill(of, at) })),
    })),
    tallies: asked.probes.map(({ weighed }, at) => ({
      count: add(groups, `p${at}`),
      weight: weighed ? add(groups, `w${at}`) : 0,
      byFile: [...ofFile].map(([file, of]) => ({ file, count: add(of, `p${at}`), of: add(of, 'n') })),
      ids: spread(groups.flatMap((group) => (typeof group[`r${at}`] === 'number' ? [Number(group[`r${at}`])] : []))),
    })),
    zeros: asked.keys.map((_, at) => add(groups, `z${at}`)),
    latest: asked.times.map((_, at) => latestOf(groups.map((group) => group[`t${at}`]))),
    sql,
  };
}

/** A column of which every cell is filled, or none. */
export function evenFill({ rows, files, months }: Seen, column: string, filled: boolean): Completeness {
  const all = (of: number) => ({ filled: filled ? of : 0, of });
  return {
    column,
    ...all(rows),
    byFile: [...files].map(([file, of]) => ({ file, ...all(of) })),
    byMonth: [...months].map(([month, of]) => ({ month, ...all(of) })),
  };
}

function spread(ids: readonly number[]): number[] {
  const step = Math.max(1, Math.floor(ids.length / IDS));
  return ids.filter((_, at) => at % step === 0).slice(0, IDS);
}

function latestOf(times: readonly (string | number | null | undefined)[]): string | undefined {
  return times
    .filter((time): time is string => typeof time === 'string')
    .sort()
    .at(-1);
}
