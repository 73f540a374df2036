import type { Facts } from '../../data/facts';
import { isList } from '../../data/queries/facts';
import { FLAGS } from '../../data/schema/derived';
import { EVENT_OWN, EVENTS } from '../../data/schema/events';
import { SQL_TYPES } from '../../data/schema/sql';
import { DATASETS, type Dataset, SCHEMAS } from '../../domain/columns';

export interface RelationColumn {
  readonly name: string;
  readonly type: string;
  /** Share of rows that are not blank; undefined where every row has a value by itself. */
  readonly filled?: number;
}

/** A view that can be asked. */
export interface Relation {
  readonly name: string;
  readonly dataset?: Dataset;
  /** What it holds, where it is not a dataset: the events of event logs, or what was kept aside of the files. */
  readonly holds?: 'events' | 'issues' | 'rejected';
  /** Undefined where nobody has counted. */
  readonly rows?: number;
  readonly columns: readonly RelationColumn[];
}

const PLACE: readonly RelationColumn[] = [
  { name: 'row_id', type: 'BIGINT' },
  { name: 'source_file', type: 'INTEGER' },
  { name: 'source_row', type: 'INTEGER' },
];

/**
 * What there is to ask: the datasets that have rows, events, then what was kept aside of their files. Blank columns are in it, with 0 filled.
 * @param logged some of the complaints came in event logs
 */
export function relationsOf(facts: Facts, logged: boolean): Relation[] {
  const filled = DATASETS.filter((dataset) => facts[dataset].rows > 0);
  const events: Relation = {
    name: EVENTS,
    holds: 'events',
    columns: EVENT_OWN.filter(({ name }) => name !== 'cell_issues'),
  };
  return [
    ...filled.map((dataset) => relationOf(dataset, facts)),
    ...(logged ? [events] : []),
    ...filled.map((dataset) => ({
      name: `${dataset}_issue`,
      holds: 'issues' as const,
      columns: columns(['source_file', 'source_row'], ['column', 'raw']),
    })),
    {
      name: 'rejected',
      holds: 'rejected',
      columns: columns(['source_file', 'record', 'line'], ['reason', 'column', 'raw']),
    },
  ];
}

/** A view that a search has found. */
interface Found {
  readonly relation: Relation;
  /** Those that were sought; all of them where the view itself was. */
  readonly columns: readonly RelationColumn[];
  /** A column was sought, and not the view. */
  readonly byColumn: boolean;
}

/** What people call views and columns, besides their names. */
interface Titles {
  readonly relation: (relation: Relation) => string;
  readonly column: (column: RelationColumn) => string;
}

/** The views that a word in small letters finds, by themselves or by their columns; '' finds all. */
export function sought(relations: readonly Relation[], needle: string, titles: Titles): Found[] {
  const says = (...names: readonly string[]) => names.join(' ').toLowerCase().includes(needle);
  return relations.flatMap((relation): Found[] => {
    const { columns } = relation;
    if (says(relation.name, titles.relation(relation))) return [{ relation, columns, byColumn: false }];
    const named = columns.filter((column) => says(column.name, titles.column(column)));
    return named.length === 0 ? [] : [{ relation, columns: named, byColumn: true }];
  });
}

function columns(numbers: readonly string[], texts: readonly string[]): RelationColumn[] {
  return [...numbers.map((name) => ({ name, type: 'INTEGER' })), ...texts.map((name) => ({ name, type: 'VARCHAR' }))];
}

function relationOf(dataset: Dataset, facts: Facts): Relation {
  const { rows, stored, filled } = facts[dataset];
  const share = (name: string) => (filled[name] ?? 0) / rows;
  const canonical = SCHEMAS[dataset].columns.map(({ name, kind }) => ({
    name,
    type: SQL_TYPES[kind],
    filled: share(name),
  }));
  const known = new Set(canonical.map(({ name }) => name));
  const extra = stored
    .filter((name) => !known.has(name))
    .map((name) => ({ name, type: isList(name, stored) ? 'VARCHAR[]' : 'VARCHAR', filled: share(name) }));
  const flags = dataset === 'complaint' ? FLAGS.map((name) => ({ name, type: 'BOOLEAN' })) : [];
  return { name: dataset, dataset, rows, columns: [...canonical, ...extra, ...flags, ...PLACE] };
}
