import { columnOf, SCHEMAS } from '../../../domain/columns';
import { FLAGS, flagExpressions } from '../../schema/derived';
import { identifier, literal } from '../../schema/sql';
import { ISSUE_SEPARATOR, PROVENANCE } from '../../schema/tables';
import { computedCells } from '../meaning/computed';
import type { Dialect, FilePlan } from '../plan';
import { GAP_MARK } from '../text/gaps';
import { columnExpressions } from './cells-sql';
import { computedExpression } from './computed-sql';
import type { Dictionaries } from './dictionaries';
import { codesOf } from './dictionary-sql';
import { eventExpressions } from './event-sql';

/** Name under which a file's text is registered with the engine while it is loaded, and of the table its rows land in. */
export function stageName(importId: number): string {
  return `stage_${importId}`;
}

export interface StageInput {
  readonly importId: number;
  readonly plan: FilePlan;
  /** The engine reads the original file as it stands; otherwise the clean copy, whose first column is the record number. */
  readonly direct: boolean;
  /** Columns to be stored as codes of these values, which must be all that occur. */
  readonly dictionaries: Dictionaries;
  /** Records (numbers) that a later record of the same key in this file replaces. */
  readonly superseded: readonly number[];
  /** Rows are put into time order now. Not for files too big to sort at once. */
  readonly sorted: boolean;
}

/**
 * ONE statement from text to typed rows: every cell parsed, what could not be read collected in `cell_issues`,
 * unusable rows marked in `reject` (null = accepted) and put last, so that they can be cut off the end.
 */
export function stageStatement({ importId, plan, direct, dictionaries, superseded, sorted }: StageInput): string {
  const { dataset } = plan;
  const gaps = direct && plan.scan.gaps.length > 0;
  const expressions = columnExpressions(plan);
  const names = expressions.map(({ name }) => name);
  const present = new Set(names);
  const checked = expressions.filter((expression) => expression.checked);
  const required = expressions.filter(({ name }) => columnOf(dataset, name)?.required);
  const raw = (name: string) => identifier(`raw ${name}`);
  const coded = (name: string, sql: string) => {
    const words = dictionaries.get(name);
    return words === undefined ? sql : `CAST(${sql} AS ${codesOf(words)})`;
  };
  const typed = [
    direct ? 'CAST(row_number() OVER () AS INTEGER) AS source_row' : 'CAST(record AS INTEGER) AS source_row',
    ...expressions.map(({ name, sql }) => `${coded(name, sql)} AS ${identifier(name)}`),
    ...checked.map(({ name, cell }) => `${cell} AS ${raw(name)}`),
    ...eventExpressions(plan).map(({ name, sql }) => `${sql} AS ${name}`),
    ...(gaps ? [`"c0" AS ${raw('')}`] : []),
  ];
  const blank = (text: string) => `trim(${text}, ' \t\u3000\u00a0') = ''`;
  // CASE keeps the trimming to the few rows that gave nothing.
  const unread = (name: string) =>
    `(CASE WHEN ${identifier(name)} IS NOT NULL OR ${raw(name)} IS NULL THEN false ELSE NOT ${blank(raw(name))} END)`;
  const optional = checked.filter(({ name }) => !required.some((other) => other.name === name));
  const reject = [
    ...required.map(({ name, checked: readable }) => {
      const why = readable
        ? `CASE WHEN ${unread(name)} THEN 'requiredUnreadable' ELSE 'requiredMissing' END`
        : "'requiredMissing'";
      return `WHEN ${identifier(name)} IS NULL THEN ${why}`;
    }),
    ...(superseded.length === 0 ? [] : [`WHEN source_row IN (${superseded.join(', ')}) THEN 'duplicateKey'`]),
  ];
  const flags = dataset === 'complaint' ? flagExpressions(present, dictionaries) : undefined;
  const columns = [
    ...PROVENANCE.map(({ name }) =>
      name === 'source_file'
        ? `CAST(${importId} AS INTEGER) AS source_file`
        : name === 'cell_issues'
          ? `${issues(
              optional.map(({ name: of }) => of),
              unread,
              raw,
            )} AS cell_issues`
          : name,
    ),
    ...names.map(identifier),
    ...eventExpressions(plan).map(({ name }) => name),
    ...(flags === undefined ? [] : FLAGS.map((flag) => `${flags[flag]} AS ${flag}`)),
    `${reject.length === 0 ? 'CAST(NULL AS VARCHAR)' : `CASE ${reject.join(' ')} END`} AS reject`,
  ];
  const { time } = SCHEMAS[dataset];
  const timed = present.has(time) ? `${identifier(time)}, ` : '';
  const order = sorted && (timed !== '' || reject.length > 0) ? ` ORDER BY reject IS NOT NULL, ${timed}source_row` : '';
  const records = gaps ? ` WHERE ${raw('')} IS DISTINCT FROM ${literal(GAP_MARK)}` : '';
  return `CREATE OR REPLACE TABLE ${stageName(importId)} AS SELECT ${columns.join(', ')} FROM (SELECT ${typed.join(', ')} FROM ${cellsOf(stageName(importId), plan, direct)})${records}${order}`;
}

/** Cells of optional columns that hold something unreadable, as `column␟raw text`; NULL in the great majority of rows, which cost two tests a column. */
function issues(names: readonly string[], unread: (name: string) => string, raw: (name: string) => string): string {
  if (names.length === 0) return 'CAST(NULL AS VARCHAR[])';
  const any = names.map((name) => `(${identifier(name)} IS NULL AND ${raw(name)} IS NOT NULL)`).join(' OR ');
  const each = names.map(
    (name) => `CASE WHEN ${unread(name)} THEN concat(${literal(name + ISSUE_SEPARATOR)}, left(${raw(name)}, 200)) END`,
  );
  const found = `list_filter([${each.join(', ')}], lambda issue: issue IS NOT NULL)`;
  return `CASE WHEN ${any} THEN nullif(${found}, CAST([] AS VARCHAR[])) END`;
}

/** The cells of the records of a file, those that are made of others behind its own. */
function cellsOf(file: string, { columns, dialect }: FilePlan, direct: boolean): string {
  const own = reader(file, dialect, direct);
  const made = computedCells(columns).map((cell) => `${computedExpression(cell)} AS ${identifier(`c${cell.index}`)}`);
  return made.length === 0 ? own : `(SELECT *, ${made.join(', ')} FROM ${own})`;
}

/** read_csv with nothing left to guess: every option explicit, every column VARCHAR, cells named c0, c1, … */
function reader(file: string, dialect: Dialect, direct: boolean): string {
  const cells = Array.from({ length: dialect.fields }, (_, index) => `'c${index}': 'VARCHAR'`);
  const columns = direct ? cells : ["'record': 'INTEGER'", ...cells];
  const options = {
    auto_detect: 'false',
    header: 'false',
    columns: `{${columns.join(', ')}}`,
    delim: literal(direct ? dialect.delimiter : ','),
    quote: literal(direct ? dialect.quote : '"'),
    escape: literal(direct ? dialect.quote : '"'),
    skip: direct ? String(dialect.firstLine - 1) : '0',
    strict_mode: 'true',
    null_padding: 'false',
    nullstr: "''",
    max_line_size: '16777216',
  };
  return `read_csv(${literal(file)}, ${Object.entries(options)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')})`;
}

/** The canonical and extra columns of a stage, in table order. */
export function stageColumns(plan: FilePlan): string[] {
  return columnExpressions(plan).map(({ name }) => name);
}
