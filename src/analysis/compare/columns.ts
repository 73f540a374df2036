import { type CountedColumn, type Sides, sideCounts, sideListCounts } from '../../data/queries/compare';
import { breakdownColumns, isList } from '../../data/queries/facts';
import { columnOf } from '../../domain/columns';
import { isAboutComplaint } from '../../domain/measure';
import { personKind } from '../../domain/person-columns';
import type { Scope } from '../../domain/scope';
import type { Source } from '../view';
import type { CountedAttribute } from './differences';
import type { CompareQuestion, LeftOut } from './types';

/** Values of a column at the most: with more it tells single complaints apart. */
const MOST_VALUES = 1000;
/** Times that say where a unit is from; and when its complaint came. */
const TIMES: readonly string[] = ['produced_at', 'shipped_at', 'purchased_at', 'activated_at', 'received_at'];
/** Columns that follow from one another. */
const FAMILIES: readonly (readonly string[])[] = [
  ['failure_mode', 'failure_group', 'failure_part', 'fault_type'],
  ['model', 'product_family'],
  ['region', 'city'],
];
/** From this share of one side on a judgement is part of what the side was chosen by. */
const NEARLY_ALL = 0.99;

/** Fields that the sides were chosen by: what the two scopes say alike of both chooses neither. */
export function definingFields({ scope, rest }: CompareQuestion): ReadonlySet<string> {
  if (rest === undefined) return new Set(scope.map(({ field }) => field));
  const texts = (of: Scope) => of.map((predicate) => JSON.stringify(predicate));
  const alone = (one: Scope, other: Scope) => one.filter((_, at) => !texts(other).includes(texts(one)[at] ?? ''));
  return new Set([...alone(scope, rest), ...alone(rest, scope)].map(({ field }) => field));
}

/** Which columns of the complaints are compared, and why others are not. */
export function comparableColumns(
  source: Source,
  defining: ReadonlySet<string>,
): { readonly counted: readonly CountedColumn[]; readonly left: readonly LeftOut[] } {
  const { stored, filled, distinct } = source.facts.complaint;
  const offered = new Set([...breakdownColumns('complaint', stored), ...SHORT_TEXTS]);
  const tied = new Set(FAMILIES.filter((family) => family.some((name) => defining.has(name))).flat());
  const whyNot = (column: string): LeftOut['reason'] | undefined => {
    if (defining.has(column)) return 'defines';
    if (tied.has(column)) return 'goesWith';
    if (personKind(column) !== undefined) return 'person';
    if (TIMES.includes(column)) return undefined;
    if (!offered.has(column)) return REASONS[columnOf('complaint', column)?.kind ?? 'text'];
    return (distinct[column] ?? 0) > MOST_VALUES ? 'tooManyValues' : undefined;
  };
  const counted: CountedColumn[] = [];
  const left: LeftOut[] = [];
  for (const column of stored) {
    const isTime = columnOf('complaint', column)?.kind === 'time';
    // Batches are compared as what they were traced to.
    const isOther = isTime ? !TIMES.includes(column) : column === 'batch_no' || isList(column, stored);
    if (isOther || (filled[column] ?? 0) === 0) continue;
    const by = isTime ? 'month' : 'column';
    const reason = whyNot(column);
    if (reason === undefined) counted.push({ by, column });
    else left.push({ attribute: { by, names: [column] }, reason });
  }
  return { counted, left };
}

/** Texts that may be a word or two about where the unit stands; nobody knows how many there are until they are counted. */
const SHORT_TEXTS: readonly string[] = ['usage_environment'];

const REASONS: Readonly<Record<string, LeftOut['reason']>> = {
  key: 'identifier',
  text: 'prose',
  number: 'number',
  integer: 'number',
};

/** Whether a text turned out to be prose. */
export function isProse({ attribute, values }: CountedAttribute): boolean {
  return SHORT_TEXTS.includes(attribute.names[0] ?? '') && values.length > MOST_VALUES;
}

interface CountRow {
  readonly g: number;
  readonly key: string | null;
  readonly a: number;
  readonly b: number;
}

/** Counts of both sides by each column: one scan, and one more for each column whose cells hold several values. */
export async function countColumns(
  source: Source,
  sides: Sides,
  counted: readonly CountedColumn[],
  totals: { readonly a: number; readonly b: number },
  signal?: AbortSignal,
): Promise<{ readonly attributes: readonly CountedAttribute[]; readonly sql: readonly string[] }> {
  const isMulti = ({ column }: CountedColumn) => sides.shape.lists.has(column);
  const plain = counted.filter((column) => !isMulti(column));
  const several = counted.filter(isMulti);
  const scans = [
    ...(plain.length === 0 ? [] : [{ columns: plain, sql: sideCounts(sides, plain) }]),
    ...several.map((column) => ({ columns: [column], sql: sideListCounts(sides, column.column) })),
  ];
  const answers = await Promise.all(scans.map(({ sql }) => source.run<CountRow>(sql, { signal })));
  const attributes = scans.flatMap(({ columns }, scan) => {
    const byColumn = columns.map((): CountRow[] => []);
    for (const row of answers[scan] ?? []) byColumn[row.g]?.push(row);
    return columns.map((column, at) => countedAttribute(column, byColumn[at] ?? [], totals));
  });
  return { attributes, sql: scans.map(({ sql }) => sql) };
}

function countedAttribute(
  { by, column }: CountedColumn,
  rows: readonly CountRow[],
  totals: { readonly a: number; readonly b: number },
): CountedAttribute {
  const blank = rows.find(({ key }) => key === null);
  return {
    attribute: { by, names: [column] },
    about: isOrigin(column) ? 'origin' : 'complaint',
    a: totals.a - (blank?.a ?? 0),
    b: totals.b - (blank?.b ?? 0),
    values: rows.flatMap(({ key, a, b }) =>
      key === null ? [] : [{ values: [key], a: { x: a, squares: a }, b: { x: b, squares: b } }],
    ),
  };
}

function isOrigin(column: string): boolean {
  return SHORT_TEXTS.includes(column) || (column !== 'received_at' && !isAboutComplaint(column));
}

/** Whether a judgement is the same for nearly all complaints of a side that was chosen by other judgements: no news. */
export function followsFrom(defining: ReadonlySet<string>, { about, a, values }: CountedAttribute): boolean {
  if (about !== 'complaint' || ![...defining].some(isAboutComplaint)) return false;
  return values.some((value) => value.a.x >= NEARLY_ALL * a);
}
