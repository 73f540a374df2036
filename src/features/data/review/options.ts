import type { ColumnPlan, ComputedColumn, ImportOptions } from '../../../data/ingest/plan';

/** Changes of what a file was told. Each returns new options; what no longer makes sense under them is dropped. */

/** How the text is cut: column names may change with it, so what was said about columns is forgotten. */
export function withReading(
  options: ImportOptions,
  reading: Pick<ImportOptions, 'sheet' | 'encoding' | 'delimiter' | 'headerRow'>,
): ImportOptions {
  return { ...options, ...reading, mapping: undefined, values: undefined, computed: undefined };
}

/** Another sheet is another table. */
export function withSheet({ dataset }: ImportOptions, sheet: string): ImportOptions {
  return { dataset, sheet };
}

/** Another table of the file has other columns, and may be another dataset. */
export function withTable({ sheet, encoding, delimiter }: ImportOptions, table: number): ImportOptions {
  return { sheet, encoding, delimiter, table };
}

/** Columns of another dataset have other names. */
export function withDataset(options: ImportOptions, dataset: ImportOptions['dataset']): ImportOptions {
  return { ...options, dataset, mapping: undefined, values: undefined };
}

/** What a column is; null leaves it out. A column that was said to be the same before is the app's to judge again. */
export function withTarget(options: ImportOptions, source: string, target: string | null): ImportOptions {
  const others = Object.entries(options.mapping ?? {}).filter(([, told]) => told === null || told !== target);
  return { ...options, mapping: { ...Object.fromEntries(others), [source]: target } };
}

/** What a value of a column means. */
export function withCode(options: ImportOptions, source: string, value: string, code: string): ImportOptions {
  return { ...options, values: { ...options.values, [source]: { ...options.values?.[source], [value]: code } } };
}

/** The computed columns of a file under review. */
export function computedOf(columns: readonly Pick<ColumnPlan, 'source' | 'computed'>[]): ComputedColumn[] {
  return columns.flatMap(({ source, computed }) =>
    computed === undefined ? [] : [{ name: source, expression: computed }],
  );
}

/** Other computed columns; what was said of those that go is forgotten. */
export function withComputed(
  options: ImportOptions,
  before: readonly ComputedColumn[],
  computed: readonly ComputedColumn[],
): ImportOptions {
  const gone = new Set(before.map(({ name }) => name).filter((name) => !computed.some((own) => own.name === name)));
  const kept = <T>(told: Readonly<Record<string, T>> | undefined) =>
    told && Object.fromEntries(Object.entries(told).filter(([source]) => !gone.has(source)));
  return { ...options, computed, mapping: kept(options.mapping), values: kept(options.values) };
}
