import type { ImportOptions } from '../../../data/ingest/plan';

/** Changes of what a file was told. Each returns new options; what no longer makes sense under them is dropped. */

/** How the text is cut: column names may change with it, so what was said about columns is forgotten. */
export function withReading(
  options: ImportOptions,
  reading: Pick<ImportOptions, 'sheet' | 'encoding' | 'delimiter' | 'headerRow'>,
): ImportOptions {
  return { ...options, ...reading, mapping: undefined, values: undefined };
}

/** Another sheet is another table. */
export function withSheet({ dataset }: ImportOptions, sheet: string): ImportOptions {
  return { dataset, sheet };
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
