import { EngineError } from './engine-error';
import { type Token, tokensOf } from './sql-tokens';

/** Why a typed statement is not run. */
export type RefusalReason =
  | 'empty'
  /** More than one statement. */
  | 'several'
  /** It begins with a word that does not read. */
  | 'notReading'
  /** EXPLAIN ANALYZE would run what it explains. */
  | 'explainAnalyze'
  /** It names a file or an address, or a function that opens one. */
  | 'file'
  /** A function that acts on the engine, or runs SQL from a text. */
  | 'function'
  /** Times with a zone: the engine breaks on them. */
  | 'timeZone';

/** A statement that somebody typed and that is not run, because it might do more than read the tables. */
export class RefusedStatement extends EngineError {
  constructor(
    readonly reason: RefusalReason,
    sql: string,
    /** The word it is about, and where it stands (offset in the SQL). */
    readonly subject = '',
    readonly at = 0,
  ) {
    super(`${MESSAGES[reason]}${subject === '' ? '' : `: ${subject}`}`, sql);
  }
}

/** For scripts; the screen has its own words. */
const MESSAGES: Readonly<Record<RefusalReason, string>> = {
  empty: 'There is no statement',
  several: 'Only one statement is run at a time',
  notReading:
    'Only statements that read are run here: SELECT, WITH, FROM, VALUES, TABLE, DESCRIBE, SHOW, SUMMARIZE, PIVOT, UNPIVOT, EXPLAIN',
  explainAnalyze: 'EXPLAIN ANALYZE runs what it explains; EXPLAIN alone does not',
  file: 'Files and addresses are not read here, only the tables of the workspace',
  function: 'This function is not run here',
  timeZone: 'Times with a zone cannot be computed here; TIMESTAMP without zone can',
};

/** How a statement may begin. A read-only transaction alone lets COPY TO, SET, ATTACH and COMMIT pass. */
const QUERIES: ReadonlySet<string> = new Set(['select', 'with', 'from', 'values', 'table', 'pivot', 'unpivot']);
const ASIDE: ReadonlySet<string> = new Set(['describe', 'desc', 'show', 'summarize']);

/** Functions that open files, wherever they stand. */
const OPENS_FILES = /^(read|scan|sniff|parquet|sqlite|postgres|mysql|iceberg|delta|st_read)_|^(glob|arrow_scan)/;

/** Table functions that only look; any other is refused, so that those of a later engine are too until somebody has looked at them. */
const TABLE_FUNCTIONS: ReadonlySet<string> = new Set([
  'range',
  'generate_series',
  'unnest',
  'repeat',
  'repeat_row',
  'summary',
  'histogram',
  'histogram_values',
  'seq_scan',
  'column_data_scan',
  'test_all_types',
  'duckdb_columns',
  'duckdb_constraints',
  'duckdb_databases',
  'duckdb_dependencies',
  'duckdb_functions',
  'duckdb_indexes',
  'duckdb_keywords',
  'duckdb_memory',
  'duckdb_schemas',
  'duckdb_sequences',
  'duckdb_settings',
  'duckdb_tables',
  'duckdb_types',
  'duckdb_views',
  'pragma_table_info',
  'pragma_show',
  'show',
  'show_tables',
  'show_tables_expanded',
]);

/** Functions that act, or hide what they run, and that a plan may no longer show by name. */
const ACTS =
  /^(query|query_table|checkpoint|force_checkpoint|copy_database|import_database|nextval|setseed|write_log|getenv|duckdb_secrets|(en|dis)able_\w+)$/;

/** What a table name looks like that is a file or an address. */
const LOOKS_LIKE_FILE =
  /:\/\/|[\\/*?]|\.(csv|tsv|txt|parquet|json|jsonl|ndjson|xlsx?|db|duckdb|sqlite|arrow|feather|gz|zst)$/i;

/** A statement that passed, without the semicolon at its end. */
export interface ReadingStatement {
  readonly sql: string;
  /** EXPLAIN gives a plan and can stand in no subquery. */
  readonly explains: boolean;
  /** The query in it whose plan can be asked for; undefined where there is none (SHOW TABLES, DESCRIBE complaint). */
  readonly query: string | undefined;
  /** The engine makes two statements of a PIVOT, so that it cannot be prepared. */
  readonly pivots: boolean;
}

/**
 * Looks at a statement before the engine sees it. Purely by its words: `plannedFunctions` says what the engine then makes of it.
 * @throws RefusedStatement
 */
export function checkReads(sql: string): ReadingStatement {
  const tokens = tokensOf(sql);
  const refuse = (reason: RefusalReason, token?: Token, subject?: string): never => {
    const { start, end } = token ?? { start: 0, end: 0 };
    throw new RefusedStatement(reason, sql, subject ?? sql.slice(start, end), start);
  };
  const semicolon = tokens.findIndex((token) => isSymbol(token, ';'));
  const own = semicolon === -1 ? tokens : tokens.slice(0, semicolon);
  const rest = semicolon === -1 ? [] : tokens.slice(semicolon).filter((token) => !isSymbol(token, ';'));
  const last = own.at(-1);
  if (last === undefined) return refuse('empty');
  if (rest.length > 0) refuse('several', rest[0]);

  let begin = 0;
  const explains = own[0]?.value === 'explain';
  if (explains) {
    begin = 1;
    if (isSymbol(own[begin], '(')) {
      const close = own.findIndex((token) => isSymbol(token, ')'));
      const analyze = own.slice(begin, close).find(({ value }) => value === 'analyze');
      if (analyze !== undefined) refuse('explainAnalyze', analyze);
      begin = close + 1;
    }
    if (own[begin]?.value === 'analyze') refuse('explainAnalyze', own[begin]);
  }
  let query = begin;
  if (own[begin]?.kind === 'word' && ASIDE.has(own[begin]?.value ?? '')) query = begin + 1;
  let first = query;
  while (isSymbol(own[first], '(')) first++;
  const isQuery = own[first]?.kind === 'word' && QUERIES.has(own[first]?.value ?? '');
  if (!isQuery && query === begin) refuse('notReading', own[first] ?? own[0]);

  checkCalls(own, refuse);
  checkTables(own, refuse);
  return {
    sql: sql.slice(0, last.end),
    explains,
    query: isQuery ? sql.slice(own[query]?.start, last.end) : undefined,
    pivots: own.some(({ kind, value }) => kind === 'word' && value === 'pivot'),
  };
}

type Refuse = (reason: RefusalReason, token?: Token, subject?: string) => never;

function checkCalls(tokens: readonly Token[], refuse: Refuse): void {
  for (const [at, token] of tokens.entries()) {
    const { kind } = token;
    const value = token.value.toLowerCase();
    const before = tokens[at - 1]?.value;
    if (kind === 'word' && /^(timestamptz|timetz)$/.test(value)) refuse('timeZone', token);
    if (value === 'zone' && before === 'time' && /^(at|with)$/.test(tokens[at - 2]?.value ?? ''))
      refuse('timeZone', token);
    if ((kind !== 'word' && kind !== 'name') || !isSymbol(tokens[at + 1], '(')) continue;
    if (OPENS_FILES.test(value)) refuse('file', token);
    if (ACTS.test(value)) refuse('function', token);
  }
}

/** A text or a file name where a table stands makes the engine open that file. */
function checkTables(tokens: readonly Token[], refuse: Refuse): void {
  /** For each open bracket: it belongs to a call such as `extract(year FROM …)`, whose FROM names no table. */
  const calls: boolean[] = [];
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    if (isSymbol(token, '(')) calls.push(before?.kind === 'word' && !BEFORE_QUERIES.test(before.value));
    else if (isSymbol(token, ')')) calls.pop();
    if (token.kind !== 'word') continue;
    const begins = token.value === 'select' || (token.value === 'from' && isSymbol(before, '('));
    if (begins && calls.length > 0) calls[calls.length - 1] = false;
    if (!BEFORE_TABLES.test(token.value)) continue;
    if (token.value === 'from' && (calls.at(-1) === true || before?.value === 'distinct')) continue;
    const next = tokens[at + 1];
    if (next?.kind === 'text') refuse('file', next);
    const name = dottedName(tokens, at + 1);
    if (next !== undefined && LOOKS_LIKE_FILE.test(name)) refuse('file', next, name);
  }
}

/** Words before a bracket that do not make a call of it. */
const BEFORE_QUERIES = /^(from|join|in|exists|as|select|any|all|union|except|intersect)$/;

/** Words before the name of a table. */
const BEFORE_TABLES = /^(from|join|describe|desc|summarize|show|table|pivot|unpivot)$/;

/** `a."b".c` from a place on, as the engine would look for it among the files. */
function dottedName(tokens: readonly Token[], from: number): string {
  const parts: string[] = [];
  for (let at = from; tokens[at]?.kind === 'word' || tokens[at]?.kind === 'name'; at += 2) {
    parts.push(tokens[at]?.value ?? '');
    if (!isSymbol(tokens[at + 1], '.')) break;
  }
  return parts.join('.');
}

function isSymbol(token: Token | undefined, value: string): boolean {
  return token?.kind === 'symbol' && token.value === value;
}

/**
 * Names in a plan (`EXPLAIN (FORMAT JSON)`) of table functions that are not known to only look, in lower case. The engine itself says here
 * what it would run, however the statement was written: views, macros and file names in the place of tables are resolved.
 */
export function suspiciousFunctions(plan: string): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) visit(item);
    else if (typeof node === 'object' && node !== null) {
      const { children, extra_info } = node as PlanNode;
      const name = extra_info?.Function?.toLowerCase();
      if (name !== undefined && !TABLE_FUNCTIONS.has(name)) found.add(name);
      visit(children);
    }
  };
  visit(JSON.parse(plan));
  return [...found];
}

interface PlanNode {
  readonly children?: unknown;
  readonly extra_info?: { readonly Function?: string };
}

/** The reason for which a function of a plan is refused. */
export function reasonFor(name: string): RefusalReason {
  return OPENS_FILES.test(name) ? 'file' : 'function';
}
