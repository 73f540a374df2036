import { amountShare, amountSpread, digitKeys } from '../data/queries/quality';
import { identifier, literal } from '../data/schema/sql';
import { LOSS } from '../domain/quality';
import { daysAfter, endOfMonth, LATE_DAYS, LATE_SHARE, lastMonth } from '../domain/quality-times';
import { robustLimits } from '../stats/robust-limits';
import { askAgain, foundBy, type Looked } from './quality-dataset';
import type { Finding } from './quality-finding';
import type { Question } from './quality-probes';
import type { Source } from './view';

/** Fewer amounts say nothing about what is usual. */
const FEWEST_AMOUNTS = 30;
/** Share of a file's digits-only keys that begin with 0, from which the column is filled up with zeros. */
const ZERO_SHARE = 0.5;
/** Fewer keys may begin with 0 by chance. */
const FEWEST_KEYS = 20;

/** The day up to which rows tell what happened, stray rows of later months aside; undefined while no dataset has times. */
export function coveredUntil(looked: readonly Looked[]): string | undefined {
  return looked
    .flatMap(({ known, seen }) => {
      const month = lastMonth(seen.months);
      const last = known.facts[known.dataset].last?.slice(0, 10);
      if (month === undefined || last === undefined) return [];
      return last.slice(0, 7) <= month ? [last] : [endOfMonth(month)];
    })
    .sort()
    .at(-1);
}

/** What only a second look can tell, because it depends on the first: times of the future, shortened keys, outlying amounts. */
export async function laterFindings(
  source: Source,
  looked: Looked,
  { covered, imported }: { readonly covered: string | undefined; readonly imported: string },
  signal?: AbortSignal,
): Promise<Finding[]> {
  const questions = [
    ...futures(looked, covered, imported),
    ...(await shortened(source, looked, signal)),
    ...(await outlying(source, looked, signal)),
  ];
  if (questions.length === 0) return [];
  const seen = await askAgain(source, looked, questions, signal);
  const { facts, dataset } = looked.known;
  const kept = questions.flatMap((question, at) => {
    const [name = ''] = question.about;
    const { count } = seen.tallies[at] ?? { count: 0 };
    // Many late events say that the export was made later, not that they are wrong.
    const late = question.kind === 'future' && question.details?.limit !== imported;
    return late && count > (facts[dataset].filled[name] ?? 0) * LATE_SHARE ? [] : [at];
  });
  const asked = kept.flatMap((at) => questions[at] ?? []);
  const tallies = kept.flatMap((at) => seen.tallies[at] ?? []);
  const found = await foundBy(source, looked.known, asked, { ...seen, tallies }, signal);
  const named = new Set<string>();
  // Where a time is both after the data and after the import, one of the two is enough.
  const once = found.filter(({ id }) => !named.has(id) && named.add(id));
  return Promise.all(
    once.map((finding) => (finding.kind === 'outlier' ? withShare(source, finding, asked, signal) : finding)),
  );
}

function futures({ known, seen, times }: Looked, covered: string | undefined, imported: string): Question[] {
  const limits = [...(covered === undefined ? [] : [daysAfter(covered, LATE_DAYS)]), imported];
  return times.flatMap((name, at) =>
    limits
      .filter((limit) => (seen.latest[at] ?? '') > `${limit} 23:59:59`)
      .map((limit) => ({
        kind: 'future' as const,
        dataset: known.dataset,
        about: [name],
        where: `coalesce(${identifier(name)} >= TIMESTAMP ${literal(daysAfter(limit, 1))}, false)`,
        weighed: false,
        weight: LOSS.future,
        details: { limit },
        scope: [{ kind: 'period', field: name, from: daysAfter(limit, 1) } as const],
      })),
  );
}

/** Keys that have lost their leading zeros: digits only, shorter than those of the column that begin with 0. */
async function shortened(source: Source, { known, seen, keys }: Looked, signal?: AbortSignal): Promise<Question[]> {
  const { dataset } = known;
  const found: Question[] = [];
  for (const [at, name] of keys.entries()) {
    if ((seen.zeros[at] ?? 0) < FEWEST_KEYS) continue;
    const rows = await source.run<{ file: number; digits: number; zero: boolean; n: number }>(
      digitKeys(dataset, name),
      { signal },
    );
    const length = paddedLength(rows);
    if (length === undefined) continue;
    const key = identifier(name);
    found.push({
      kind: 'lostZeros',
      dataset,
      about: [name],
      where: `(CASE WHEN length(${key}) < ${length} AND NOT starts_with(${key}, '0') THEN regexp_full_match(${key}, '[0-9]+') ELSE false END)`,
      weighed: false,
      weight: LOSS.lostZeros,
      details: { digits: length },
    });
  }
  return found;
}

/** The length to which the keys of some file are filled up with zeros. */
function paddedLength(rows: readonly { file: number; digits: number; zero: boolean; n: number }[]): number | undefined {
  const sum = (of: typeof rows) => of.reduce((total, { n }) => total + Number(n), 0);
  const padded = [...new Set(rows.map(({ file }) => file))].some((file) => {
    const own = rows.filter((row) => row.file === file);
    return sum(own) >= FEWEST_KEYS && sum(own.filter(({ zero }) => zero)) >= sum(own) * ZERO_SHARE;
  });
  const zeros = rows.filter(({ zero }) => zero).sort((a, b) => Number(b.n) - Number(a.n));
  const [most] = zeros;
  return padded && most !== undefined && Number(most.n) >= sum(zeros) * 0.9 ? Number(most.digits) : undefined;
}

/** Costs and prices far from what is usual. */
async function outlying(source: Source, { known }: Looked, signal?: AbortSignal): Promise<Question[]> {
  const { dataset, facts } = known;
  const amounts = ['cost', 'freight', 'price_paid'].filter(
    (name) => (facts[dataset].filled[name] ?? 0) >= FEWEST_AMOUNTS,
  );
  if (dataset !== 'complaint' || amounts.length === 0) return [];
  const [row] = await source.run<Record<string, number | null>>(amountSpread(dataset, amounts), { signal });
  return amounts.flatMap((name, at) => {
    if (Number(row?.[`n${at}`] ?? 0) < FEWEST_AMOUNTS) return [];
    const limits = robustLimits(Number(row?.[`m${at}`]), Number(row?.[`d${at}`]));
    if (limits === undefined) return [];
    const column = identifier(name);
    return [
      {
        kind: 'outlier' as const,
        dataset,
        about: [name],
        where: `coalesce(${column} > ${limits.high} OR (${column} > 0 AND ${column} < ${limits.low}), false)`,
        weighed: false,
        weight: LOSS.outlier,
        details: { low: limits.low, high: limits.high },
      },
    ];
  });
}

/** Outliers with the share of the whole amount that they make up. */
async function withShare(
  source: Source,
  finding: Finding,
  asked: readonly Question[],
  signal?: AbortSignal,
): Promise<Finding> {
  const question = asked.find(({ kind, about }) => kind === 'outlier' && about[0] === finding.about[0]);
  if (question === undefined) return finding;
  const sql = amountShare(finding.dataset, finding.about[0] ?? '', question.where);
  const [sums] = await source.run<{ total: number; part: number }>(sql, { signal });
  const share = Number(sums?.part ?? 0) / Math.max(1e-9, Number(sums?.total ?? 0));
  return { ...finding, details: { ...finding.details, amount: share } };
}
