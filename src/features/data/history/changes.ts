import type { FieldChange, RowDifference } from '../../../data/ingest/load/compare';
import { columnOf, type Dataset, SCHEMAS } from '../../../domain/columns';
import { personKind } from '../../../domain/person-columns';
import type { Format } from '../../../ui/format';
import type { Labels } from '../../../ui/labels';
import { maskContact, maskName } from '../../../ui/mask';
import { timeText } from '../time-text';

/** One line of the list: a field of a changed row, or a row that the file lacks. */
export interface ChangeLine {
  readonly key: string;
  /** The column, or null of a row that is not in the file. */
  readonly column: string | null;
  readonly before: string;
  readonly after: string;
}

export interface ChangeWords {
  readonly dataset: Dataset;
  readonly labels: Labels;
  readonly format: Format;
  /** Between the fields of a row. */
  readonly separator: string;
}

/** The lines of what an import changed, as people read them; names and contacts masked. */
export function changeLines(rows: readonly RowDifference[], words: ChangeWords): ChangeLine[] {
  return rows.flatMap(({ key, vanished, changes }): ChangeLine[] => {
    const name = key?.replaceAll('\u001f', ' · ') ?? '';
    if (!vanished)
      return changes.map(({ column, before, after }) => ({
        key: name,
        column,
        before: shown(column, before, words),
        after: shown(column, after, words),
      }));
    return [{ key: name, column: null, before: rowText(changes, words), after: '' }];
  });
}

/** The lines of one column; null: rows that are not in the file; undefined: all. */
export function linesOf(lines: readonly ChangeLine[], column: string | null | undefined): readonly ChangeLine[] {
  return column === undefined ? lines : lines.filter((line) => line.column === column);
}

function rowText(changes: readonly FieldChange[], words: ChangeWords): string {
  return changes
    .filter(({ column }) => column !== SCHEMAS[words.dataset].key)
    .map(({ column, before }) => `${words.labels.column(column)} ${shown(column, before, words)}`)
    .join(words.separator);
}

function shown(column: string, text: string, { dataset, labels, format }: ChangeWords): string {
  if (text === '') return '';
  const person = personKind(column);
  if (person !== undefined) return person === 'contact' ? maskContact(text) : maskName(text);
  const kind = columnOf(dataset, column)?.kind;
  if (kind === 'time') return timeText(format, text);
  if (kind === 'number' || kind === 'integer') return String(Number(text));
  return labels.value(column, text);
}
