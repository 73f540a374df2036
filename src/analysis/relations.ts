import { presentColumns } from '../data/queries/facts';
import {
  countFaults,
  faultExamples,
  faultRange,
  faultyRows,
  type Present,
  type RelationQuery,
  relationQuery,
} from '../data/queries/relations';
import { DATASETS, type Dataset } from '../domain/columns';
import { RELATION_CHECKS, type RelationKind } from '../domain/relation';
import type { Source } from './view';

/** What one check found. */
export interface Relation {
  readonly kind: RelationKind;
  /** Whose rows were looked at. */
  readonly dataset: Dataset;
  /** Rows that say enough to be asked. */
  readonly checked: number;
  /** Rows at fault. */
  readonly count: number;
  /** 0…1 of the rows asked; 0 where none was. */
  readonly share: number;
  /** The numbers that most faulty rows name, at most `EXAMPLES`. */
  readonly examples: readonly string[];
  /** Names of what a faulty row is shown with, besides `number` and where it was read. */
  readonly columns: readonly string[];
  /** The statement that lists every faulty row. */
  readonly rows: string;
}

export interface Relations {
  readonly found: readonly Relation[];
  /** The statements that counted. */
  readonly sql: readonly string[];
}

/** A row at fault: `number`, the relation's columns, `source_file` and `source_row`. */
export type FaultyRow = Readonly<Record<string, string | number | null>>;

const EXAMPLES = 5;

/**
 * Whether the lists agree with each other: every check whose datasets are there, one statement for those that look at the same rows.
 * Checks whose datasets or columns are missing are left out.
 */
export async function relations(source: Source, signal?: AbortSignal): Promise<Relations> {
  const queries = queriesOf(source);
  const sql: string[] = [];
  const counted = new Map<RelationQuery, { checked: number; count: number; examples: string[] }>();
  for (const from of new Set(queries.map((query) => query.from))) {
    const group = queries.filter((query) => query.from === from);
    const statement = countFaults(group);
    sql.push(statement);
    const [row] = await source.run<Record<string, number>>(statement, { signal });
    for (const [at, query] of group.entries()) {
      const count = Number(row?.[`f${at}`] ?? 0);
      const found = count === 0 ? [] : await source.run<{ number: string }>(faultExamples(query, EXAMPLES), { signal });
      const examples = found.map(({ number }) => number);
      counted.set(query, { checked: Number(row?.[`a${at}`] ?? 0), count, examples });
    }
  }
  return { found: queries.map((query) => relationOf(query, counted.get(query))), sql };
}

/** Faulty rows first ≤ position < end of a relation, by number. */
export async function faultyRowsOf(
  source: Source,
  { kind, dataset }: Pick<Relation, 'kind' | 'dataset'>,
  first: number,
  end: number,
  signal?: AbortSignal,
): Promise<FaultyRow[]> {
  const query = queriesOf(source).find(({ check }) => check.kind === kind && check.dataset === dataset);
  return query === undefined ? [] : source.run<FaultyRow>(faultRange(query, first, end), { signal });
}

function queriesOf({ facts }: Source): RelationQuery[] {
  const present = Object.fromEntries(DATASETS.map((dataset) => [dataset, presentColumns(facts[dataset])])) as Present;
  return RELATION_CHECKS.filter(({ needs }) => needs.every((dataset) => facts[dataset].rows > 0)).flatMap(
    (check) => relationQuery(check, present) ?? [],
  );
}

function relationOf(
  query: RelationQuery,
  { checked, count, examples } = { checked: 0, count: 0, examples: [] as string[] },
): Relation {
  return {
    ...query.check,
    checked,
    count,
    share: checked === 0 ? 0 : count / checked,
    examples,
    columns: query.shown.map(([name]) => name),
    rows: faultyRows(query),
  };
}
