import type { FilePlan, ImportOptions } from '../plan';

/** What one would have to say for a file to be read as a plan reads it. */
export function optionsOf(plan: Omit<FilePlan, 'scan' | 'preview'>): ImportOptions {
  const { dataset, dialect, book, part, columns, events, replaces } = plan;
  const own = columns.filter(({ computed }) => computed === undefined);
  const made = columns.flatMap(({ source, computed }) =>
    computed === undefined ? [] : [{ name: source, expression: computed }],
  );
  const order = columns.find(({ time }) => time?.order !== undefined)?.time?.order;
  const values = columns.flatMap(({ source, values: codes = {} }) => {
    const known = Object.entries(codes).flatMap(([value, code]) => (code === null ? [] : [[value, code] as const]));
    return known.length === 0 ? [] : [[source, Object.fromEntries(known)] as const];
  });
  return {
    dataset,
    profile: false,
    ...(book === undefined
      ? { encoding: dialect.encoding, delimiter: dialect.delimiter, headerRow: dialect.headerLine ?? 0 }
      : { sheet: book.sheet }),
    ...(part !== undefined && { table: part.table }),
    mapping: Object.fromEntries(
      [...own, ...columns.filter((column) => !own.includes(column))].map(({ source, target }) => [source, target]),
    ),
    ...(order !== undefined && { dateOrder: order }),
    ...(events !== undefined && { events: true }),
    ...(replaces !== undefined && { replace: replaces }),
    ...(values.length > 0 && { values: Object.fromEntries(values) }),
    ...(made.length > 0 && { computed: made }),
  };
}
