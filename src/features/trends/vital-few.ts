import type { Amount } from '../../domain/amount';

/** Per cent of the whole that the vital few make up (Juran's rule of thumb). */
const VITAL = 80;

/** How many of the largest make up 80 % of all: the smallest such number. `sorted` from the largest down. */
export function vitalFew(sorted: readonly Amount[]): number {
  const total = sorted.reduce((sum, { n }) => sum + n, 0);
  let sum = 0;
  for (const [at, { n }] of sorted.entries()) {
    sum += n;
    if (sum * 100 >= VITAL * total) return at + 1;
  }
  return sorted.length;
}
