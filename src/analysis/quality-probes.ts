import type { Facts } from '../data/facts';
import type { Probe } from '../data/queries/quality';
import { identifier, literal } from '../data/schema/sql';
import { isText } from '../data/schema/tables';
import { type Column, columnOf, type Dataset, SCHEMAS } from '../domain/columns';
import { type FindingKey, LOSS } from '../domain/quality';
import { NEEDS, type Need } from '../domain/quality-needs';
import { OLDEST, ORDERS } from '../domain/quality-times';
import { isPlaceholder, LONGEST_PLACEHOLDER, misplacedWords, placeholders } from '../domain/quality-words';
import type { Predicate } from '../domain/scope';
import { VOCABULARIES } from '../domain/vocabulary';

/** What a probe would mean if it found something. */
export interface Question extends FindingKey, Probe {
  /** What an affected row is lost for, 0…1. */
  readonly weight: number;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly scope?: readonly Predicate[];
  /** Words that are affected, where they are known beforehand. */
  readonly words?: readonly string[];
}

/** What is known of a dataset before its rows are scanned. */
export interface Known {
  readonly dataset: Dataset;
  readonly facts: Facts;
  /** Texts of the columns that are stored as codes. */
  readonly dictionaries: ReadonlyMap<string, readonly string[]>;
}

/** Every question that one scan of a dataset can answer. */
export function questionsOf(known: Known): Question[] {
  return [
    ...blanks(known),
    ...orders(known),
    ...columnsOf(known).flatMap((column) => [
      ...aged(known, column),
      ...words(known, column),
      ...damaged(known, column),
      ...negative(known, column),
    ]),
    ...counts(known),
    ...destinations(known),
  ];
}

/** The columns that a dataset has and that hold anything, extra ones too. */
export function columnsOf({ dataset, facts }: Pick<Known, 'dataset' | 'facts'>): Column[] {
  const { stored, filled } = facts[dataset];
  return stored
    .filter((name) => (filled[name] ?? 0) > 0)
    .flatMap((name): Column[] => {
      const column = columnOf(dataset, name);
      if (column !== undefined) return [column];
      return isText(dataset, name) ? [{ name, kind: 'text' }] : [];
    });
}

function has({ dataset, facts }: Known, name: string): boolean {
  return (facts[dataset].filled[name] ?? 0) > 0;
}

/** The columns of a need that may stand in for each other here. */
function neededColumns(need: Need, facts: Facts): readonly string[] {
  const { columns, orWith } = need;
  return orWith !== undefined && facts[orWith.dataset].rows > 0 ? [...columns, ...orWith.columns] : columns;
}

/** Rows without what an analysis needs. */
function blanks(known: Known): Question[] {
  const { dataset, facts } = known;
  const { rows, filled } = facts[dataset];
  return NEEDS[dataset].flatMap((need) => {
    const columns = neededColumns(need, facts);
    const there = columns.filter((name) => has(known, name));
    if (there.some((name) => filled[name] === rows)) return [];
    const [only] = there;
    return [
      {
        kind: only === undefined ? 'absent' : 'blank',
        dataset,
        about: columns,
        where: only === undefined ? 'true' : `(${there.map((name) => `${identifier(name)} IS NULL`).join(' AND ')})`,
        weighed: true,
        weight: need.weight,
        details: { need: need.id, there: (only === undefined ? columns : there).join(' ') },
        ...(only !== undefined && { scope: there.map((field) => ({ kind: 'oneOf', field, values: [null] }) as const) }),
      } as const,
    ];
  });
}

/** By day where one of the two has no hour. */
function orders(known: Known): Question[] {
  const pairs = ORDERS[known.dataset] ?? [];
  return pairs
    .filter((pair) => pair.every((name) => has(known, name)))
    .map(([earlier, later]) => {
      const [a, b] = [identifier(earlier), identifier(later)];
      return {
        kind: 'order',
        dataset: known.dataset,
        about: [earlier, later],
        where: `(CASE WHEN ${b} < ${a} THEN CAST(${b} AS DATE) < CAST(${a} AS DATE) OR ${b} <> date_trunc('day', ${b}) ELSE false END)`,
        weighed: false,
        weight: LOSS.order,
      };
    });
}

function aged({ dataset }: Known, { name, kind }: Column): Question[] {
  if (kind !== 'time') return [];
  return [
    {
      kind: 'tooOld',
      dataset,
      about: [name],
      where: `coalesce(${identifier(name)} < TIMESTAMP ${literal(OLDEST)}, false)`,
      weighed: false,
      weight: LOSS.tooOld,
      scope: [{ kind: 'period', field: name, until: OLDEST }],
    },
  ];
}

/** Words that stand for nothing, that no vocabulary has, or that belong into another column. */
function words({ dataset, dictionaries }: Known, { name, kind, vocabulary }: Column): Question[] {
  if (!isText(dataset, name)) return [];
  const dictionary = dictionaries.get(name);
  const column = identifier(name);
  const ask = (
    found: 'placeholder' | 'unknownWord' | 'misplaced',
    where: string,
    of?: readonly string[],
  ): Question => ({
    kind: found,
    dataset,
    about: [name],
    where,
    weighed: false,
    weight: LOSS[found],
    ...(of !== undefined && { words: of, scope: [{ kind: 'oneOf', field: name, values: of }] }),
  });
  const codes: readonly string[] | undefined = vocabulary === undefined ? undefined : VOCABULARIES[vocabulary];
  if (dictionary === undefined) {
    // A list after IN becomes a join, which looks at every row; only few are short enough, or do not begin like a number or a key.
    const isOneOf = (of: readonly string[]) => `list_contains([${of.map(literal).join(', ')}], ${column})`;
    if (codes !== undefined) return [ask('unknownWord', `coalesce(NOT ${isOneOf(codes)}, false)`)];
    const short = `strlen(${column}) <= ${LONGEST_PLACEHOLDER.latin} OR (strlen(${column}) <= ${LONGEST_PLACEHOLDER.chinese} AND unicode(${column}) > 127)`;
    return [ask('placeholder', `(CASE WHEN ${short} THEN ${isOneOf(placeholders(kind === 'key'))} ELSE false END)`)];
  }
  const is = (of: readonly string[]) =>
    `(${of.map((word) => `coalesce(${column} = ${literal(word)}, false)`).join(' OR ')})`;
  const others = codes === undefined ? dictionary : dictionary.filter((word) => !codes.includes(word));
  const empty = others.filter(isPlaceholder);
  const unknown = codes === undefined ? [] : others.filter((word) => !empty.includes(word));
  const odd = kind === 'category' ? misplacedWords(dictionary) : [];
  return [
    ...(empty.length > 0 ? [ask('placeholder', is(empty), empty)] : []),
    ...(unknown.length > 0 ? [ask('unknownWord', is(unknown), unknown)] : []),
    ...(odd.length > 0 ? [ask('misplaced', is(odd), odd)] : []),
  ];
}

/** Numbers that a spreadsheet has written as 1.23E+11; only the few with an E+ are looked at closely. */
function damaged({ dataset, dictionaries }: Known, { name, kind }: Column): Question[] {
  if (kind !== 'key' || dictionaries.has(name)) return [];
  const column = identifier(name);
  return [
    {
      kind: 'scientific',
      dataset,
      about: [name],
      where: `(CASE WHEN contains(${column}, 'E+') OR contains(${column}, 'e+') THEN regexp_full_match(${column}, '[0-9]+([.][0-9]+)?[Ee][+][0-9]+') ELSE false END)`,
      weighed: false,
      weight: LOSS.scientific,
    },
  ];
}

function negative({ dataset }: Known, { name, kind }: Column): Question[] {
  if (kind !== 'number' && kind !== 'integer') return [];
  return [impossible(dataset, [name], `coalesce(${identifier(name)} < 0, false)`)];
}

/** Inspections that found more than they looked at. */
function counts(known: Known): Question[] {
  if (known.dataset !== 'inspection' || !has(known, 'inspected_qty') || !has(known, 'defective_qty')) return [];
  return [
    impossible('inspection', ['defective_qty', 'inspected_qty'], 'coalesce(defective_qty > inspected_qty, false)'),
  ];
}

function impossible(dataset: Dataset, about: readonly string[], where: string): Question {
  return { kind: 'impossibleNumber', dataset, about, where, weighed: false, weight: LOSS.impossibleNumber };
}

/** Units whose region is that of a dealer or warehouse. */
function destinations(known: Known): Question[] {
  if (known.dataset !== 'shipment' || !has(known, 'region') || !has(known, 'destination_kind')) return [];
  return [
    {
      kind: 'dealerRegion',
      dataset: 'shipment',
      about: ['region', 'destination_kind'],
      where: "(CAST(destination_kind AS VARCHAR) IS DISTINCT FROM 'end_customer')",
      weighed: true,
      weight: LOSS.dealerRegion,
    },
  ];
}

/** What names a row of a dataset in a list, by the columns that there are. */
export function namingColumns({ dataset, facts }: Pick<Known, 'dataset' | 'facts'>): string[] {
  const { key, time } = SCHEMAS[dataset];
  const wanted = [...(key === undefined ? [] : [key]), ...NAMING[dataset], time];
  return [...new Set(wanted)].filter((name) => (facts[dataset].filled[name] ?? 0) > 0);
}

const NAMING: Readonly<Record<Dataset, readonly string[]>> = {
  complaint: ['received_at', 'model', 'failure_mode'],
  shipment: ['batch_no', 'model', 'qty'],
  batch: ['model', 'line', 'qty'],
  material_lot: ['part_name', 'supplier'],
  consumption: ['parent', 'child', 'qty'],
  serial: ['serial_no', 'serial_from', 'serial_to', 'batch_no'],
  stock: ['batch_no', 'lot_no', 'place', 'stock_status', 'qty'],
  returned_item: ['return_no', 'complaint_no', 'serial_no'],
  inspection: ['stage', 'batch_no', 'lot_no', 'line'],
  change: ['kind', 'text'],
};
