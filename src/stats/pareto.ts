export interface ParetoItem<Name> {
  readonly name: Name;
  readonly value: number;
  readonly cumulative: number;
  /** Of the total, 0 to 100. */
  readonly cumulativePercent: number;
}

export interface Pareto<Name> {
  readonly items: readonly ParetoItem<Name>[];
  /** How many of the first make up `cut` per cent: the vital few. */
  readonly vitalFew: number;
}

/** Largest first; equals keep their order. The vital few are the shortest beginning with cumulative × 100 ≥ cut × total, so that 80 % exactly is enough. */
export function pareto<Name>(values: readonly (readonly [name: Name, value: number])[], cut = 80): Pareto<Name> {
  const total = values.reduce((sum, [, value]) => sum + value, 0);
  let cumulative = 0;
  const items = [...values]
    .sort(([, a], [, b]) => b - a)
    .map(([name, value]) => {
      cumulative += value;
      return { name, value, cumulative, cumulativePercent: total > 0 ? (cumulative / total) * 100 : 0 };
    });
  const at = items.findIndex((item) => item.cumulative * 100 >= cut * total);
  return { items, vitalFew: total > 0 ? at + 1 : 0 };
}
