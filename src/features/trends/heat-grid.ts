import type { Heat } from '../../analysis/trends';

/** Rows and columns that stay legible with a value in each cell. */
const SIDE = 12;

export interface HeatGrid {
  readonly models: readonly (string | null)[];
  readonly modes: readonly (string | null)[];
  readonly cells: readonly {
    readonly x: number;
    readonly y: number;
    readonly amount: Heat['cells'][number]['amount'];
  }[];
  /** The pair with the most complaints. */
  readonly largest?: Heat['cells'][number];
}

/** The models and failure modes with the most complaints, largest first, and what meets in them. Where modes are named, those without one are left out. */
export function heatGrid({ cells: all }: Heat, side = SIDE): HeatGrid {
  const named = all.filter(({ mode }) => mode !== null);
  const cells = named.length > 0 ? named : all;
  const models = largest(cells, ({ model }) => model, side);
  const modes = largest(cells, ({ mode }) => mode, side);
  const column = new Map(models.map((model, at) => [model, at]));
  const row = new Map(modes.map((mode, at) => [mode, at]));
  return {
    models,
    modes,
    cells: cells.flatMap(({ model, mode, amount }) => {
      const [x, y] = [column.get(model), row.get(mode)];
      return x === undefined || y === undefined ? [] : [{ x, y, amount }];
    }),
    largest: cells.reduce<Heat['cells'][number] | undefined>(
      (most, cell) => (most === undefined || cell.amount.n > most.amount.n ? cell : most),
      undefined,
    ),
  };
}

function largest(cells: Heat['cells'], keyOf: (cell: Heat['cells'][number]) => string | null, limit: number) {
  const sums = new Map<string | null, number>();
  for (const cell of cells) sums.set(keyOf(cell), (sums.get(keyOf(cell)) ?? 0) + cell.amount.n);
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([key]) => key);
}
