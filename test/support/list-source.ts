import type { Source } from '../../src/analysis/view';
import { measureFacts, NO_FACTS } from '../../src/data/facts';
import { SQL_TYPES } from '../../src/data/schema/sql';
import { createStatements, rowsTable, viewStatements } from '../../src/data/schema/tables';
import { columnOf, type Dataset } from '../../src/domain/columns';
import type { NodeDuckDB } from './node-duckdb';

/** A workspace of these lists: dataset → columns, and rows as SQL values. Columns in `codes` are stored as codes of their own values. */
export type Lists = Partial<
  Record<Dataset, readonly [columns: string, rows: readonly string[], codes?: readonly string[]]>
>;

const FLAGS = ', is_reported BOOLEAN, is_quality BOOLEAN, is_confirmed BOOLEAN, is_safety BOOLEAN, is_unjudged BOOLEAN';

/** Rows a statement. */
const TOGETHER = 500;

/** Puts the lists into the tables of a workspace, in the engine of the tests; file 1, records from 1. Complaints are all quality complaints. */
export async function listSource(db: NodeDuckDB, lists: Lists): Promise<Source> {
  for (const sql of createStatements()) db.rows(sql.replace(/^CREATE (TABLE|VIEW)/, 'CREATE OR REPLACE $1'));
  db.rows('DELETE FROM workspace_fact');
  for (const [name, [columns, rows, codes = []]] of Object.entries(lists)) {
    const dataset = name as Dataset;
    const names = columns.split(', ');
    const table = rowsTable(dataset);
    const typed = names.map((column) => `"${column}" ${SQL_TYPES[columnOf(dataset, column)?.kind ?? 'text']}`);
    const complaint = dataset === 'complaint';
    db.rows(
      `CREATE OR REPLACE TABLE ${table} (source_file INTEGER, source_row INTEGER, cell_issues VARCHAR[], ${typed.join(', ')}${complaint ? FLAGS : ''})`,
    );
    const flags = complaint ? ', true, true, false, false, false' : '';
    const records = rows.map((row, at) => `(1, ${at + 1}, NULL, ${row}${flags})`);
    for (let at = 0; at < records.length; at += TOGETHER)
      db.rows(`INSERT INTO ${table} VALUES ${records.slice(at, at + TOGETHER).join(', ')}`);
    for (const code of codes) {
      const words = db.rows(`SELECT DISTINCT "${code}" AS w FROM ${table} WHERE "${code}" IS NOT NULL ORDER BY w`);
      const list = words.map(({ w }) => `'${String(w).replaceAll("'", "''")}'`).join(', ');
      db.rows(`ALTER TABLE ${table} ALTER "${code}" TYPE ENUM(${list})`);
    }
    for (const sql of viewStatements(dataset, names)) db.rows(sql);
  }
  const run = async <Row extends object>(sql: string) => db.rows(sql) as Row[];
  const facts = Object.keys(lists).length === 0 ? NO_FACTS : await measureFacts(run);
  return { facts, run, integers: async () => new Int32Array() };
}
