import { presentColumns } from '../data/queries/facts';
import {
  countFaults,
  faultExamples,
  faultyRows,
  type Present,
  type RelationQuery,
  relationQuery,
} from '../data/queries/relations';
import { DATASETS, type Dataset } from '../domain/columns';
import { RELATION_CHECKS, type RelationKind } from '../domain/relation';
import { EXAMPLES, type FileCount, totalOf } from './quality-finding';
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
  /** Rows at fault of the rows asked, by the file that they were read from. */
  readonly byFile: readonly FileCount[];
  /** The numbers that most faulty rows name, at most five. */
  readonly examples: readonly string[];
  /** Names of what a faulty row is shown with, besides `number` and where it was read. */
  readonly columns: readonly string[];
  /** The statement that lists every faulty row: `number`, the columns, `source_file` and `source_row`; in no order. */
  readonly rows: string;
}

export interface Relations {
  readonly found: readonly Relation[];
  /** The statements that counted. */
  readonly sql: readonly string[];
}

/**
 * Whether the lists agree with each other: every check whose datasets are there, one statement for those that look at the same rows.
 * Checks whose datasets or columns are missing are left out.
 */
export async function relations(source: Source, signal?: AbortSignal): Promise<Relations> {
  const queries = queriesOf(source);
  const sql: string[] = [];
  const counted = new Map<RelationQuery, Counted>();
  for (const from of new Set(queries.map((query) => query.from))) {
    const group = queries.filter((query) => query.from === from);
    const statement = countFaults(group);
    sql.push(statement);
    const rows = await source.run<Record<string, number>>(statement, { signal });
    for (const [at, query] of group.entries()) {
      const byFile = rows.map((row) => ({
        file: Number(row.file),
        count: Number(row[`f${at}`]),
        of: Number(row[`a${at}`]),
      }));
      const found =
        totalOf(byFile) === 0 ? [] : await source.run<{ number: string }>(faultExamples(query, EXAMPLES), { signal });
      counted.set(query, { byFile, examples: found.map(({ number }) => number) });
    }
  }
  return { found: queries.map((query) => relationOf(query, counted.get(query))), sql };
}

function queriesOf({ facts }: Source): RelationQuery[] {
  const present = Object.fromEntries(DATASETS.map((dataset) => [dataset, presentColumns(facts[dataset])])) as Present;
  return RELATION_CHECKS.filter(({ needs }) => needs.every((dataset) => facts[dataset].rows > 0)).flatMap(
    (check) => relationQuery(check, present) ?? [],
  );
}

interface Counted {
  readonly byFile: readonly FileCount[];
  readonly examples: readonly string[];
}

function relationOf(query: RelationQuery, { byFile, examples }: Counted = { byFile: [], examples: [] }): Relation {
  const checked = byFile.reduce((sum, { of }) => sum + of, 0);
  const count = totalOf(byFile);
  return {
    ...query.check,
    checked,
    count,
    share: checked === 0 ? 0 : count / checked,
    byFile,
    examples,
    columns: query.shown.map(([name]) => name),
    rows: faultyRows(query),
  };
}
