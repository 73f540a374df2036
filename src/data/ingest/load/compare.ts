import { type Dataset, SCHEMAS } from '../../../domain/columns';
import {
  type Comparison,
  changedRows,
  comparedStatement,
  countsStatement,
  describedColumns,
  dropCompared,
  FIELD_SEPARATOR,
  fieldCounts,
  keepChanged,
  latestOf,
  noteReplaced,
  stageFacts,
  VALUE_SEPARATOR,
  vanishedRows,
} from './compare-sql';
import type { Stage, Write } from './load';
import { contentColumns, keyColumns, type Part } from './parts-sql';

/** Changed and vanished rows that are described one by one; beyond them only the counts are kept. */
export const MOST_DESCRIBED = 20_000;

/** With more changed rows than this, they are looked for each time instead of being kept in memory whole, as they were and as they are. */
const MOST_KEPT = 200_000;

/** How a file differed from what stood there when it came. */
export interface Difference {
  /** Rows were compared by key, or, having none, by their content. */
  readonly by: 'key' | 'content';
  /** Rows that nothing stood for before. */
  readonly added: number;
  /** Rows whose content changed, and in how many of them each column did (only columns with changes). */
  readonly changed: number;
  readonly fields: Readonly<Record<string, number>>;
  /** Changed rows that lost something which they had. */
  readonly emptied: number;
  /** Rows that stood there just so. */
  readonly unchanged: number;
  /** Earlier rows that left without a counterpart: of the same file imported before, of the same day and place, of the same period. */
  readonly removed: number;
  /** Earlier rows within the file's time range that it lacks. They stay. */
  readonly vanished: number;
  /** Time range of the file, ISO; null without times. */
  readonly first: string | null;
  readonly last: string | null;
  /** Latest time of the rows before it. */
  readonly latest: string | null;
  /** Columns that the earlier rows had and the file lacks: rows that it replaces lose what stood there. */
  readonly missing: readonly string[];
}

/** One field of a row, as it was and as it is. */
export interface FieldChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** A row that changed, or one that vanished: then `changes` tell what stands there. */
export interface RowDifference {
  /** Null for rows without one. */
  readonly key: string | null;
  readonly vanished: boolean;
  readonly changes: readonly FieldChange[];
}

export interface Compared {
  readonly difference: Difference;
  readonly rows: readonly RowDifference[];
  /** Rows of earlier files that left. */
  readonly replaced: number;
}

/** A stage and what is said about the rows before it. */
export interface Arrival {
  readonly stage: Stage;
  /** Earlier imports (numbers) of the same file. */
  readonly again: readonly number[];
}

interface HowToCompare {
  /** Whether any of its rows can have a counterpart. */
  readonly shares: boolean;
  /** False leaves out what only people want to know. */
  readonly describe: boolean;
  /** Some of the older rows were replaced by files before it. */
  readonly replaced: boolean;
}

/**
 * Compares a staged file with what stands before it, and notes the rows that it replaces.
 */
export async function compareStage(
  write: Write,
  dataset: Dataset,
  older: readonly Part[],
  { stage, again }: Arrival,
  { shares, describe, replaced }: HowToCompare,
): Promise<Compared> {
  const { part } = stage;
  const [facts = {}] = await write(stageFacts(dataset, part, !stage.uniqueKeys));
  const [keyed, distinct] = [Number(facts.keyed), Number(facts.distinct_keys)];
  const identified = SCHEMAS[dataset].key !== undefined && keyed > 0 && keyed === distinct;
  const comparison: Comparison = {
    dataset,
    older,
    stage: part,
    pairing: !shares ? 'none' : identified ? 'key' : 'content',
    keyless: keyed < Number(facts.n),
    span: textOf(facts.first) === null ? undefined : { first: String(facts.first), last: String(facts.last) },
    again,
    period: stage.period,
    replaced,
  };
  await write(comparedStatement(comparison));
  try {
    const [found = {}] = await write(countsStatement());
    const count = (name: string) => Number(found[name] ?? 0);
    const rowCount = Number(facts.n);
    const added = shares ? count('added') : rowCount;
    const changed = count('changed');
    const [latest] = describe ? await write(latestOf(dataset, older)) : [];
    const keeps = describe && changed > 0 && changed <= MOST_KEPT;
    if (keeps) await write(keepChanged(comparison));
    const changes = describe && changed > 0 ? await changesOf(write, comparison, keeps) : { fields: {}, emptied: 0 };
    const first = describe && changed > 0 ? await write(changedRows(comparison, MOST_DESCRIBED, keeps)) : [];
    const room = describe && count('vanished') > 0 ? MOST_DESCRIBED - first.length : 0;
    const rest = room === 0 ? [] : await write(vanishedRows(comparison, room));
    await write(noteReplaced());
    return {
      rows: [...first.map((row) => described(row, false)), ...rest.map((row) => described(row, true))],
      replaced: count('replaced'),
      difference: {
        by: identified ? 'key' : 'content',
        added,
        changed,
        ...changes,
        unchanged: rowCount - added - changed,
        removed: count('removed'),
        vanished: count('vanished'),
        first: textOf(facts.first),
        last: textOf(facts.last),
        latest: textOf(latest?.latest),
        missing: contentColumns(older).filter((name) => isMissing(dataset, name, part)),
      },
    };
  } finally {
    for (const sql of dropCompared()) await write(sql);
  }
}

async function changesOf(
  write: Write,
  comparison: Comparison,
  kept: boolean,
): Promise<Pick<Difference, 'fields' | 'emptied'>> {
  const [counts = {}] = await write(fieldCounts(comparison, kept));
  const fields = describedColumns(comparison)
    .map((name, at) => [name, Number(counts[`c${at}`])] as const)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  return { fields: Object.fromEntries(fields), emptied: Number(counts.emptied) };
}

function described({ key, fields }: Readonly<Record<string, unknown>>, vanished: boolean): RowDifference {
  const changes = String(fields ?? '')
    .split(FIELD_SEPARATOR)
    .map((field) => field.split(VALUE_SEPARATOR))
    .map(([column = '', before = '', after = '']) => ({ column, before, after }));
  return { key: textOf(key), vanished, changes };
}

/** Lists go with the column whose values they are. */
function isMissing(dataset: Dataset, name: string, { columns }: Part): boolean {
  if (columns.includes(name) || keyColumns(dataset).includes(name)) return false;
  return !(name.endsWith('s') && columns.includes(name.slice(0, -1)));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
