import type { Engine } from '../engine/engine';
import { CODES, OUTCOMES, VALUE_SEPARATOR } from '../queries/coding';
import { CODED_COLUMNS, CODING_NOTE, CODING_STORED, NEXT } from '../schema/coding-columns';
import { identifier, literal } from '../schema/sql';
import type { CodingPass } from './pass';
import type { CodingResult } from './tally';

type Write = (sql: string) => Promise<unknown>;

/** Columns with more distinct values stay text. */
const MOST_WORDS = 2000;
const ROWS_AT_ONCE = 2000;
/** Rules that are noted with a complaint: each group of them is an outcome of its own, and long texts meet many groups. */
const MOST_NOTED = 5;

const FLAGS = [CODED_COLUMNS.is_quality, CODED_COLUMNS.is_confirmed, CODED_COLUMNS.is_unjudged];

/** Statements that take the coded columns away again. */
export function dropCodes(table: string): string[] {
  return CODING_STORED.map((name) => `ALTER TABLE ${table} DROP COLUMN IF EXISTS ${name}`);
}

/** Statements that take away what was written under the names to come. */
export function dropNext(table: string): string[] {
  return CODING_STORED.map((name) => `ALTER TABLE ${table} DROP COLUMN IF EXISTS ${NEXT}${name}`);
}

/**
 * Writes what becomes of the complaints beside what they are, under names that nobody reads; the statements returned put it in place, in a
 * transaction with the views.
 * One update of text columns outside the transaction, then a change of type: 1M rows take 1.6 s, where an update of columns that are codes
 * already takes 6–8 s, nearly all of it in the checkpoint. Each text column is a fifth of a second; those without a value are left out.
 * @param lists the files have cells with several failure modes
 */
export async function writeCodes(
  engine: Engine,
  write: Write,
  table: string,
  pass: CodingPass,
  lists: boolean,
): Promise<string[]> {
  const { outcomes, numberOf } = distinctOutcomes(pass.results);
  const columns = columnsOf(outcomes).filter(({ name }) => lists || name !== CODED_COLUMNS.failure_modes);
  await engine.registerFile(CODES, new File([await codeLines(pass.codes, numberOf)], CODES));
  try {
    await write(
      `CREATE OR REPLACE TABLE ${CODES} AS SELECT outcome FROM read_csv(${literal(CODES)}, auto_detect=false, header=false, columns={'outcome': 'INTEGER'}, delim=',', parallel=false)`,
    );
  } finally {
    await engine.dropFile(CODES);
  }
  const filled = columns.filter(({ values }) => values.some((value) => value !== null));
  const names = filled.map(({ name }) => name);
  await write(
    `CREATE OR REPLACE TABLE ${OUTCOMES} (number INTEGER, ${names.map((name) => `${name} VARCHAR`).join(', ')})`,
  );
  for (let from = 0; from < outcomes.length; from += ROWS_AT_ONCE) {
    const rows = outcomes
      .slice(from, from + ROWS_AT_ONCE)
      .map(
        (_, at) => `(${from + at}, ${filled.map(({ values }) => textOrNull(values[from + at] ?? null)).join(', ')})`,
      );
    await write(`INSERT INTO ${OUTCOMES} VALUES ${rows.join(', ')}`);
  }
  for (const sql of dropNext(table)) await write(sql);
  for (const name of names) await write(`ALTER TABLE ${table} ADD COLUMN ${NEXT}${name} VARCHAR`);
  await write(
    `UPDATE ${table} SET ${names.map((name) => `${NEXT}${name} = o.${name}`).join(', ')} ` +
      `FROM (SELECT c.rowid AS row, o.* FROM ${CODES} AS c JOIN ${OUTCOMES} AS o ON o.number = c.outcome) AS o WHERE ${table}.rowid = o.row`,
  );
  for (const scratch of [CODES, OUTCOMES]) await write(`DROP TABLE ${scratch}`);
  return [
    ...dropCodes(table),
    ...columns.flatMap((column) => (filled.includes(column) ? placed(table, column) : [blank(table, column)])),
  ];
}

interface CodedColumn {
  readonly name: string;
  readonly values: readonly (string | null)[];
}

interface FinalOutcome {
  readonly modes: readonly string[];
  readonly group: string | null;
  readonly part: string | null;
  readonly source: string | null;
  readonly rules: string | null;
  readonly flags: number;
}

function distinctOutcomes(results: readonly CodingResult[]): { outcomes: FinalOutcome[]; numberOf: Int32Array } {
  const outcomes: FinalOutcome[] = [];
  const known = new Map<string, number>();
  const numberOf = Int32Array.from(results, ({ outcome, flags }) => {
    const { modes, group, part, source = null, rules } = outcome;
    const final = { modes, group, part, source, rules: rules.slice(0, MOST_NOTED).join(',') || null, flags };
    const key = JSON.stringify(final);
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, outcomes.length);
    return outcomes.push(final) - 1;
  });
  return { outcomes, numberOf };
}

/** One number a line, in the order of row ids; the page answers in between. */
async function codeLines(codes: Int32Array, numberOf: Int32Array): Promise<Blob> {
  const parts: string[] = [];
  for (let from = 0; from < codes.length; from += 50_000) {
    parts.push(`${Array.from(codes.subarray(from, from + 50_000), (code) => numberOf[code]).join('\n')}\n`);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(parts);
}

function columnsOf(outcomes: readonly FinalOutcome[]): CodedColumn[] {
  return [
    { name: CODED_COLUMNS.failure_mode, values: outcomes.map(({ modes }) => modes[0] ?? null) },
    { name: CODED_COLUMNS.failure_modes, values: outcomes.map(({ modes }) => modes.join(VALUE_SEPARATOR) || null) },
    { name: CODED_COLUMNS.failure_group, values: outcomes.map(({ group }) => group) },
    { name: CODED_COLUMNS.failure_part, values: outcomes.map(({ part }) => part) },
    {
      name: CODING_NOTE,
      values: outcomes.map(({ source, rules, flags }) => `${source ?? ''}|${rules ?? ''}|${flags}`),
    },
  ];
}

/** A column without any value. */
function blank(table: string, { name }: CodedColumn): string {
  return `ALTER TABLE ${table} ADD COLUMN ${name} ${name === CODED_COLUMNS.failure_modes ? 'VARCHAR[]' : 'VARCHAR'}`;
}

/** From the text under the name to come to the column as it is read. */
function placed(table: string, { name, values }: CodedColumn): string[] {
  const next = `${NEXT}${name}`;
  const alter = `ALTER TABLE ${table}`;
  const rename = `${alter} RENAME COLUMN ${next} TO ${name}`;
  if (name === CODING_NOTE) {
    const numbers = ['0', '1', '2', '3', '4', '5', '6', '7'];
    const fill = FLAGS.flatMap((flag, bit) => {
      const set = numbers.filter((number) => (Number(number) & (1 << bit)) !== 0).map(literal);
      return [
        `${alter} ADD COLUMN ${flag} VARCHAR`,
        `${alter} ALTER COLUMN ${flag} SET DATA TYPE BOOLEAN USING (right(${next}, 1) IN (${set.join(', ')}))`,
      ];
    });
    return [...fill, rename];
  }
  if (name === CODED_COLUMNS.failure_modes)
    return [
      `${alter} ALTER COLUMN ${next} SET DATA TYPE VARCHAR[] USING (string_split(${identifier(next)}, chr(31)))`,
      rename,
    ];
  const words = [...new Set(values.filter((value) => value !== null))].sort();
  if (words.length === 0 || words.length > MOST_WORDS) return [rename];
  return [`${alter} ALTER COLUMN ${next} SET DATA TYPE ENUM(${words.map(literal).join(', ')})`, rename];
}

function textOrNull(value: string | null): string {
  return value === null ? 'NULL' : literal(value);
}
