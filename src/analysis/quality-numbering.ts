import { rowsWhere } from '../data/queries/quality';
import {
  misdated,
  misnumbered,
  missingCount,
  missingRows,
  numberRuns,
  numberSamples,
} from '../data/queries/quality-numbers';
import { SCHEMAS } from '../domain/columns';
import {
  beginsAnew,
  countsDays,
  isNumbered,
  type NumberPattern,
  numberPattern,
  periodOfDay,
  SERIES,
  type Series,
  seriesId,
} from '../domain/numbering';
import { type FileCount, type Finding, findingOf, totalOf } from './quality-finding';
import { namingColumns } from './quality-probes';
import type { Source } from './view';

/** Numbers that the pattern is guessed from. */
const SAMPLES = 1000;

/** A series whose numbers follow a pattern; only such a series can be checked for gaps. */
export interface Numbering {
  readonly series: string;
  readonly pattern: string;
  /** 0…1 of all numbers. */
  readonly fitting: number;
}

interface Run {
  readonly file: number;
  readonly head: string;
  readonly period: string;
  readonly time: string | null;
  readonly n: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly example: string;
}

interface Checked {
  readonly numbering: Numbering;
  readonly findings: readonly Finding[];
}

/** What is wrong with the numbers of each series. @param complete series (`seriesId`) of which the files are the whole register */
export async function numberingFindings(
  source: Source,
  complete: readonly string[],
  signal?: AbortSignal,
): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const series of SERIES) {
    const { rows, filled } = source.facts[series.dataset];
    if ((filled[series.column] ?? 0) === 0) continue;
    const timed = (filled[SCHEMAS[series.dataset].time] ?? 0) > 0;
    const step = Math.max(1, Math.floor(rows / SAMPLES));
    const samples = await source.run<{ number: string; day: string | null }>(numberSamples(series, timed, step), {
      signal,
    });
    const pattern = numberPattern(samples);
    if (pattern === undefined) continue;
    const sql = numberRuns(series, pattern, timed, countsDays(pattern.period));
    const runs = await source.run<Run>(sql, { signal });
    const { numbering, findings } = checkedSeries(source, series, pattern, runs);
    const isComplete = complete.includes(numbering.series);
    const missing = isComplete ? await gaps(source, series, pattern, runs, signal) : [];
    checked.push({ numbering, findings: [...findings, ...missing] });
  }
  return checked;
}

function checkedSeries(source: Source, series: Series, pattern: NumberPattern, runs: readonly Run[]): Checked {
  const { dataset, column } = series;
  const files = [...new Set(runs.map(({ file }) => Number(file)))].sort((a, b) => a - b);
  const count = (of: readonly Run[]) => of.reduce((sum, { n }) => sum + Number(n), 0);
  const all = count(runs);
  const byFile = (wrong: (run: Run) => boolean) =>
    files.map((file): FileCount => {
      const own = runs.filter((run) => Number(run.file) === file);
      return { file, count: count(own.filter(wrong)), of: count(own) };
    });
  const numbered = byFile(fits).filter(({ count: fitting, of }) => isNumbered(fitting, of));
  const checkedFiles = numbered.map(({ file }) => file);
  const odd = (run: Run) => !fits(run) && checkedFiles.includes(Number(run.file));
  const late = (run: Run) => fits(run) && run.time !== null && run.period !== periodOfDay(pattern.period, run.time);
  const shown = [...new Set([column, ...namingColumns({ dataset, facts: source.facts })])];
  const finding = (kind: 'misnumbered' | 'numberMonth', wrong: (run: Run) => boolean, where: string) => {
    const counts = byFile(wrong);
    if (totalOf(counts) === 0) return [];
    return [
      findingOf({
        kind,
        dataset,
        about: [column],
        count: totalOf(counts),
        of: all,
        byFile: counts,
        examples: runs.filter(wrong).map(({ example }) => example),
        details: { pattern: pattern.period },
        rows: { sql: rowsWhere(dataset, where, shown), columns: shown },
      }),
    ];
  };
  return {
    numbering: {
      series: seriesId(series),
      pattern: pattern.period,
      fitting: all === 0 ? 0 : count(runs.filter(fits)) / all,
    },
    findings: [
      ...finding('misnumbered', odd, misnumbered(series, pattern, checkedFiles)),
      ...finding('numberMonth', late, misdated(series, pattern)),
    ],
  };
}

function fits({ period }: Run): boolean {
  return period !== '';
}

/** Numbers that a complete register should have and has not; of whichever file. A number that several rows have is there once. */
async function gaps(
  source: Source,
  series: Series,
  pattern: NumberPattern,
  runs: readonly Run[],
  signal?: AbortSignal,
): Promise<Finding[]> {
  const firsts = new Map<string, number>();
  for (const { head, period, first } of runs.filter(fits)) {
    const run = `${head}\u001f${period}`;
    firsts.set(run, Math.min(firsts.get(run) ?? Number.POSITIVE_INFINITY, Number(first)));
  }
  const anew = beginsAnew([...firsts.values()]);
  const sql = missingCount(series, pattern, anew);
  const [counted] = await source.run<{ missing: number; there: number }>(sql, { signal });
  const missing = Number(counted?.missing ?? 0);
  if (missing === 0) return [];
  return [
    findingOf({
      kind: 'numberGap',
      dataset: series.dataset,
      about: [series.column],
      count: missing,
      of: missing + Number(counted?.there ?? 0),
      byFile: [],
      details: { pattern: pattern.period },
      rows: { sql: missingRows(series, pattern, anew), columns: ['number'] },
    }),
  ];
}
