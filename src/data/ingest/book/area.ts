/** A part of a sheet: rows (from 0, both ends within) and the columns among which its cells stand. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly number[];
}
