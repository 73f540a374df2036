import { byId } from '../data/queries/by-id';
import { dictionariesOf, rowsWhere } from '../data/queries/quality';
import { identifier } from '../data/schema/sql';
import { type Dataset, SCHEMAS } from '../domain/columns';
import { personKind } from '../domain/person-columns';
import { INTENDED } from '../domain/quality-times';
import { basisOf, EXAMPLES, type Finding, findingOf } from './quality-finding';
import { type Completeness, evenFill, look, type Seen, type Tally } from './quality-look';
import { columnsOf, type Known, namingColumns, type Question, questionsOf } from './quality-probes';
import type { Source } from './view';

/** A dataset after its first scan. */
export interface Looked {
  readonly known: Known;
  readonly seen: Seen;
  readonly questions: readonly Question[];
  /** Columns of `seen.zeros`. */
  readonly keys: readonly string[];
  /** Columns of `seen.latest`. */
  readonly times: readonly string[];
  readonly completeness: readonly Completeness[];
}

/** Scans a dataset for everything that one pass can tell; undefined while it has no rows. @param coded columns stored as codes */
export async function lookAt(
  source: Source,
  dataset: Dataset,
  coded: readonly string[],
  signal?: AbortSignal,
): Promise<Looked | undefined> {
  const { facts } = source;
  const { rows, filled } = facts[dataset];
  if (rows === 0) return undefined;
  const known: Known = { dataset, facts, dictionaries: await dictionaries(source, dataset, coded, signal) };
  const questions = questionsOf(known);
  const columns = columnsOf(known);
  const partial = columns.map(({ name }) => name).filter((name) => (filled[name] ?? 0) < rows);
  const keys = columns.flatMap(({ name, kind }) => (kind === 'key' && !known.dictionaries.has(name) ? [name] : []));
  const times = columns.flatMap(({ name, kind }) => (kind === 'time' && !INTENDED.has(name) ? [name] : []));
  const timed = (filled[SCHEMAS[dataset].time] ?? 0) > 0;
  const seen = await look(source, { dataset, partial, probes: questions, keys, times, timed }, signal);
  const completeness = facts[dataset].stored
    .filter((name) => columns.some((column) => column.name === name) || filled[name] === 0)
    .map((name) => seen.fills.find(({ column }) => column === name) ?? evenFill(seen, name, filled[name] === rows));
  return { known, seen, questions, keys, times, completeness };
}

/** Further questions to a dataset, in a scan of their own. */
export async function askAgain(
  source: Source,
  { known }: Looked,
  questions: readonly Question[],
  signal?: AbortSignal,
): Promise<Seen> {
  return look(
    source,
    { dataset: known.dataset, partial: [], probes: questions, keys: [], times: [], timed: false },
    signal,
  );
}

/** What the questions of a scan have found. */
export async function foundBy(
  source: Source,
  known: Known,
  questions: readonly Question[],
  seen: Seen,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const found = questions.flatMap((question, at) => {
    const tally = seen.tallies[at];
    return tally === undefined || tally.count === 0 ? [] : [{ question, tally }];
  });
  const examples = await exampleRows(source, known, found, signal);
  return found.map(({ question, tally }) => {
    const { kind, dataset, about, where, weighed, weight, details, scope, words } = question;
    const shown = [...new Set([...namingColumns(known), ...about])].filter((name) => isStored(known, name));
    return findingOf({
      kind,
      dataset,
      about,
      count: tally.count,
      of: seen.rows,
      ...(weighed && { weighed: { part: tally.weight, whole: seen.weight, basis: basisOf(dataset) } }),
      weight,
      byFile: tally.byFile,
      examples: words ?? exampleTexts(question, tally, examples),
      details,
      ...(kind !== 'absent' && { rows: { sql: rowsWhere(dataset, where, shown), columns: shown } }),
      ...(dataset === 'complaint' && scope !== undefined && { scope }),
    });
  });
}

type Row = Readonly<Record<string, string | number | null>>;

/** Kinds whose affected cells say nothing by themselves. */
const SPEECHLESS: ReadonlySet<string> = new Set(['blank', 'absent', 'dealerRegion']);

function wantsExamples({ kind, words, about }: Question): boolean {
  return words === undefined && !SPEECHLESS.has(kind) && about.every((name) => personKind(name) === undefined);
}

/** The rows that examples are taken from, by their ids. */
async function exampleRows(
  source: Source,
  known: Known,
  found: readonly { readonly question: Question; readonly tally: Tally }[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, Row>> {
  const wanted = found.filter(({ question }) => wantsExamples(question));
  const ids = [...new Set(wanted.flatMap(({ tally }) => tally.ids))];
  if (ids.length === 0) return new Map();
  const columns = [...new Set(wanted.flatMap(({ question }) => question.about))].map(
    (name) => `CAST(${identifier(name)} AS VARCHAR) AS ${identifier(name)}`,
  );
  const select = `SELECT row_id, ${columns.join(', ')} FROM ${known.dataset}`;
  const rows = await source.run<Row>(byId(select, 'row_id', Int32Array.from(ids)), { signal });
  return new Map(rows.map((row) => [Number(row.row_id), row]));
}

function exampleTexts(question: Question, { ids }: Tally, rows: ReadonlyMap<number, Row>): string[] {
  if (!wantsExamples(question)) return [];
  const texts = ids.flatMap((id) => {
    const row = rows.get(id);
    return row === undefined ? [] : [question.about.map((name) => cellText(row[name])).join(' → ')];
  });
  return [...new Set(texts)].slice(0, EXAMPLES);
}

/** Times without their seconds, and without an hour that nobody gave. */
function cellText(value: string | number | null | undefined): string {
  return String(value ?? '').replace(/^(\d{4}-\d\d-\d\d)(?: 00:00:00| (\d\d:\d\d):\d\d)$/, (_, day, hour) =>
    hour === undefined ? day : `${day} ${hour}`,
  );
}

function isStored({ dataset, facts }: Known, name: string): boolean {
  return facts[dataset].stored.includes(name);
}

async function dictionaries(source: Source, dataset: Dataset, coded: readonly string[], signal?: AbortSignal) {
  const own = coded.filter((name) => source.facts[dataset].stored.includes(name));
  const [row] =
    own.length === 0 ? [] : await source.run<Record<string, string[]>>(dictionariesOf(dataset, own), { signal });
  return new Map(own.flatMap((name) => (row?.[name] === undefined ? [] : [[name, [...row[name]]] as const])));
}
