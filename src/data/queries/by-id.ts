/** Values of a join that the engine still turns into a filter of the scan. */
const FILTERED = 50;
/** Above this many rows one scan is cheaper than one a portion. */
const PORTIONED = 200;

/**
 * The rows of these ids, in no order: the caller puts them into the list's.
 *
 * A join with at most 50 values reaches the scan as a filter on the row id, so other columns are read only where a row
 * matches; with more values, and with a list after IN, whole segments are read and thrown away. 100 rows anywhere among
 * 1M, 16 of 45 columns, in one run: IN list 133 ms, one join 131 ms, two joins of 50 sorted ids 37 ms, and 18 ms where
 * the ids lie close together, as in a list that is only filtered.
 * @param select up to its WHERE @param id name of the row id there
 */
export function byId(select: string, id: string, ids: Int32Array): string {
  const sorted = ids.toSorted();
  const size = sorted.length > PORTIONED ? sorted.length : FILTERED;
  const portions = Array.from({ length: Math.ceil(sorted.length / size) }, (_, at) =>
    sorted.subarray(at * size, (at + 1) * size),
  );
  return portions
    .map((portion) => `${select} WHERE ${id} IN (SELECT unnest([${portion.join(', ')}]))`)
    .join(' UNION ALL ');
}
