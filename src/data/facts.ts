import { DATASETS, type Dataset } from '../domain/columns';
import { breakdownColumns, type DatasetFacts, factsOf, factsStatement } from './queries/facts';
import { isCodedStatement, ORIGINALS, viewedColumns } from './schema/coding-columns';
import { codeCounts, codedColumns } from './schema/dictionaries';
import { literal } from './schema/sql';
import { storedColumns } from './schema/tables';

/** What a workspace holds of every dataset. */
export type Facts = Readonly<Record<Dataset, DatasetFacts>>;

type Run = (sql: string) => Promise<Record<string, unknown>[]>;

const DAY_MS = 86_400_000;
const NOTHING: DatasetFacts = { rows: 0, stored: [], filled: {}, distinct: {} };
export const NO_FACTS = Object.fromEntries(DATASETS.map((dataset) => [dataset, NOTHING])) as Facts;

/** Looks through every column of the tables as they are. */
export async function measureFacts(run: Run): Promise<Facts> {
  const today = latestDay();
  const facts: Record<Dataset, DatasetFacts> = { ...NO_FACTS };
  const coded = Number((await run(isCodedStatement()))[0]?.n) > 0;
  for (const dataset of DATASETS) {
    const own = (await run(storedColumns(dataset))).map(({ name }) => String(name));
    const recoded = coded && dataset === 'complaint';
    const stored = viewedColumns(own, recoded);
    const counted = await countedValues(run, dataset, recoded);
    const [row] = await run(factsStatement(dataset, stored, today, counted));
    facts[dataset] = factsOf(dataset, stored, row ?? {}, counted);
  }
  return facts;
}

/**
 * The facts once the complaints were coded anew, or are no longer: those that were kept, with the columns of coding looked through again.
 * The others are as they were, and at a million complaints looking through them takes longer than coding.
 */
export async function recodedFacts(run: Run): Promise<Facts> {
  const kept = await keptFacts(run);
  if (kept === undefined) return measureFacts(run);
  const coded = Number((await run(isCodedStatement()))[0]?.n) > 0;
  const own = (await run(storedColumns('complaint'))).map(({ name }) => String(name));
  const stored = viewedColumns(own, coded);
  const named = stored.filter((name) => [...ORIGINALS, 'failure_modes'].some((other) => other === name));
  const counted = await countedValues(run, 'complaint', coded);
  const [row] = await run(factsStatement('complaint', named, latestDay(), counted));
  const anew = factsOf('complaint', named, row ?? {}, counted);
  const { complaint } = kept;
  const merged = (names: readonly string[], of: 'filled' | 'distinct') =>
    Object.fromEntries(names.map((name) => [name, anew[of][name] ?? complaint[of][name] ?? 0]));
  return {
    ...kept,
    complaint: {
      ...complaint,
      stored,
      filled: merged(stored, 'filled'),
      distinct: merged(breakdownColumns('complaint', stored), 'distinct'),
    },
  };
}

/** Events after it are typing errors: a day more than the clock says, because exports come from other time zones too. */
function latestDay(): string {
  return new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
}

/**
 * How many values the dictionaries of a dataset have: of columns stored as codes nothing need be counted. Where the failures are coded
 * anew (`recoded`), those of the file's own words say nothing about them.
 */
async function countedValues(run: Run, dataset: Dataset, recoded: boolean): Promise<ReadonlyMap<string, number>> {
  const coded = (await run(codedColumns(dataset)))
    .map(({ name }) => String(name))
    .filter((name) => !(recoded && ORIGINALS.some((other) => other === name)));
  const [sizes] = coded.length === 0 ? [] : await run(codeCounts(dataset, coded));
  return new Map(sizes === undefined ? [] : coded.map((name) => [name, Number(sizes[name])] as const));
}

/** Keeps facts with the tables that they are about, so that opening them need not look through every column again. */
export function keepFacts(facts: Facts): string {
  return `INSERT OR REPLACE INTO workspace_fact VALUES ('facts', ${literal(JSON.stringify(facts))})`;
}

/** The facts that were kept; undefined when there are none. */
export async function keptFacts(run: Run): Promise<Facts | undefined> {
  const [kept] = await run("SELECT value FROM workspace_fact WHERE name = 'facts'");
  return typeof kept?.value === 'string' ? (JSON.parse(kept.value) as Facts) : undefined;
}
