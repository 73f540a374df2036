import type { Format } from '../../ui/format';

/** A share of rows, finer near nothing and near all: a few rows are not none, and all but a few are not all. */
export function shareText(format: Format, share: number): string {
  const isFine = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
  return format.percent(share, isFine ? 2 : 1);
}
