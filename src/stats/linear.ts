/** Square matrices as rows; small ones (a handful of coefficients). */
export type Matrix = readonly (readonly number[])[];

/** A pivot as small as this, beside a diagonal of ones, is rounding. */
const SINGULAR = 1e-13;

/**
 * Inverse of a symmetric positive definite matrix by Gauss–Jordan with pivoting; null when it is singular. Rows and columns are brought to
 * one scale first, so that a small one beside large ones is not taken for none.
 */
export function inverse(matrix: Matrix): number[][] | null {
  const n = matrix.length;
  const scales = matrix.map((row, i) => 1 / Math.sqrt(Math.abs(row[i] ?? 0) || 1));
  const scaled = (cell: number, i: number, j: number) => cell * (scales[i] as number) * (scales[j] as number);
  const rows = matrix.map((row, i) => [
    ...row.map((cell, j) => scaled(cell, i, j)),
    ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)),
  ]);
  for (let column = 0; column < n; column++) {
    const pivot = pivotRow(rows, column);
    const top = rows[pivot] as number[];
    const value = top[column] as number;
    if (!(Math.abs(value) > SINGULAR)) return null;
    rows[pivot] = rows[column] as number[];
    rows[column] = top.map((cell) => cell / value);
    for (let i = 0; i < n; i++) {
      if (i === column) continue;
      const row = rows[i] as number[];
      const factor = row[column] as number;
      if (factor !== 0) rows[i] = row.map((cell, j) => cell - factor * ((rows[column] as number[])[j] as number));
    }
  }
  return rows.map((row, i) => row.slice(n).map((cell, j) => scaled(cell, i, j)));
}

function pivotRow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let i = column + 1; i < rows.length; i++)
    if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = i;
  return best;
}

export function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, cell, j) => sum + cell * (vector[j] ?? 0), 0));
}
