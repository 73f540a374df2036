import { type DatasetFacts, isList } from '../../../data/queries/facts';
import { type ColumnGroup, columnGroups } from '../../../domain/column-groups';
import { SCHEMAS } from '../../../domain/columns';
import { kindOf } from '../cell-text';

export interface FieldGroup {
  /** `other` for the columns of the files that the catalogue does not know. */
  readonly name: ColumnGroup | 'other';
  readonly fields: readonly string[];
}

/** Times of the catalogue, in its order: they have a place of their own. */
export const TIMES: readonly string[] = SCHEMAS.complaint.columns
  .filter(({ kind }) => kind === 'time')
  .map(({ name }) => name);

/** The columns that the files have, times aside, by what they are about; groups without any are left out. */
export function fieldGroups({ stored }: Pick<DatasetFacts, 'stored'>): FieldGroup[] {
  const own = stored.filter((name) => kindOf(name) !== 'time' && !isList(name, stored));
  const known = columnGroups('complaint').map(({ group, columns }) => ({
    name: group,
    fields: columns.filter((column) => own.includes(column)),
  }));
  const named = new Set(known.flatMap(({ fields }) => fields));
  const other: FieldGroup = { name: 'other', fields: own.filter((name) => !named.has(name)) };
  return [...known, other].filter(({ fields }) => fields.length > 0);
}
