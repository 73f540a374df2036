/** Somebody who takes from lots, in order of time. */
export interface Need<C> {
  readonly consumer: C;
  readonly qty: number;
  /** Day. */
  readonly on: number;
}

/** What one lot or sub-batch gave, and to whom. */
export interface Fill<C> {
  readonly firstOn: number;
  readonly capacity: number;
  used: number;
  readonly draws: Need<C>[];
}

interface Rules<C> {
  /** How much the next lot holds; never less than one. */
  readonly capacity: (index: number) => number;
  /** The next lot is opened although something is left of this one. */
  readonly closes?: (fill: Fill<C>, next: Need<C>) => boolean;
}

/** First in, first out: each need is met from the open lot, and from the next ones when it runs out. */
export function drawn<C>(needs: Iterable<Need<C>>, { capacity, closes }: Rules<C>): Fill<C>[] {
  const fills: Fill<C>[] = [];
  let open: Fill<C> | undefined;
  for (const need of needs) {
    if (open !== undefined && closes?.(open, need)) open = undefined;
    for (let rest = need.qty; rest > 0; ) {
      if (open === undefined || open.used >= open.capacity) {
        open = { firstOn: need.on, capacity: Math.max(1, Math.round(capacity(fills.length))), used: 0, draws: [] };
        fills.push(open);
      }
      const qty = Math.min(rest, open.capacity - open.used);
      open.used += qty;
      open.draws.push({ ...need, qty });
      rest -= qty;
    }
  }
  return fills;
}

/** Says yes to a share of the calls, as evenly as it can: no chance in it. */
export function evenly(share: number): () => boolean {
  let due = share / 2;
  return () => {
    due += share;
    if (due < 1) return false;
    due -= 1;
    return true;
  };
}
