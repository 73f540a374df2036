import type { ColumnKind } from '../../domain/columns';

/** SQL type of each kind; what read_csv delivered as VARCHAR becomes this. */
export const SQL_TYPES: Readonly<Record<ColumnKind, string>> = {
  key: 'VARCHAR',
  text: 'VARCHAR',
  category: 'VARCHAR',
  vocabulary: 'VARCHAR',
  list: 'VARCHAR',
  time: 'TIMESTAMP',
  number: 'DOUBLE',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
};

/** Double-quoted SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Single-quoted SQL string literal. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
