import Papa from 'papaparse';
import type { Source } from '../../src/analysis/view';
import { measureFacts } from '../../src/data/facts';
import { codeOf, hasCodes } from '../../src/data/ingest/meaning/value-synonyms';
import { flagExpressions } from '../../src/data/schema/derived';
import { identifier, literal, SQL_TYPES } from '../../src/data/schema/sql';
import { createStatements, rowsTable, viewStatements } from '../../src/data/schema/tables';
import { columnOf, DATASETS, type Dataset } from '../../src/domain/columns';
import type { NodeDuckDB } from './node-duckdb';
import { type Row, SampleBooks } from './sample-books';

/** Rows by dataset, as texts under canonical columns; a blank is ''. */
export type Tables = Partial<Record<Dataset, readonly Row[]>>;

/** A generated sample in the engine of the tests, read without the application's import; of complaints only what an import accepts. */
export function sampleSource(db: NodeDuckDB, folder: string, without: readonly Dataset[] = []): Promise<Source> {
  const books = new SampleBooks(folder);
  const wanted = DATASETS.filter((dataset) => dataset !== 'stock' && !without.includes(dataset));
  return tableSource(db, Object.fromEntries(wanted.map((dataset) => [dataset, books.rows(dataset)])));
}

/** A workspace of these tables. Complaints are counted by the rules of the measures, and stand in order of time. */
export async function tableSource(db: NodeDuckDB, tables: Tables): Promise<Source> {
  for (const sql of createStatements()) db.rows(sql.replace(/^CREATE (TABLE|VIEW)/, 'CREATE OR REPLACE $1'));
  db.rows('DELETE FROM workspace_fact');
  for (const [dataset, rows] of Object.entries(tables)) load(db, dataset as Dataset, rows);
  const run = async <Result extends object>(sql: string) => db.rows(sql) as Result[];
  const integers = async (sql: string) => Int32Array.from(db.rows(sql), (row) => Number(Object.values(row)[0]));
  return { facts: await measureFacts(run), run, integers };
}

function load(db: NodeDuckDB, dataset: Dataset, rows: readonly Row[]): void {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (names.length === 0) return;
  const columns = names.map((name) => ({ name, column: columnOf(dataset, name) }));
  const cells = rows.map((row) =>
    columns.map(({ name, column }) => {
      const text = row[name] ?? '';
      return column !== undefined && hasCodes(column) && text !== '' ? (codeOf(column, text) ?? text) : text;
    }),
  );
  const file = `${dataset}.csv`;
  db.file(file, new TextEncoder().encode(Papa.unparse({ fields: names, data: cells }, { newline: '\n' })));
  const typed = columns.map(({ name, column }) => {
    const type = SQL_TYPES[column?.kind ?? 'text'];
    const cell = identifier(name);
    const value =
      type === 'TIMESTAMP'
        ? `coalesce(try_cast(${cell} AS TIMESTAMP), try_strptime(${cell}, ['%Y/%m/%d %H:%M', '%Y/%m/%d']))`
        : `try_cast(${cell} AS ${type})`;
    return `${value} AS ${cell}`;
  });
  const isComplaint = dataset === 'complaint';
  const flags = Object.entries(isComplaint ? flagExpressions(new Set(names)) : {}).map(
    ([flag, sql]) => `, ${sql} AS ${flag}`,
  );
  const types = names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  db.rows(
    `CREATE OR REPLACE TABLE ${rowsTable(dataset)} AS SELECT 1 AS source_file, CAST(row_number() OVER () AS INTEGER) AS source_row, CAST(NULL AS VARCHAR[]) AS cell_issues, *${flags.join('')} ` +
      `FROM (SELECT ${typed.join(', ')} FROM read_csv('${file}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${types}}))` +
      (isComplaint ? ' WHERE received_at IS NOT NULL ORDER BY received_at' : ''),
  );
  for (const sql of viewStatements(dataset, names)) db.rows(sql);
}
