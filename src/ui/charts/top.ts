import { OTHER } from '../palette';
import type { RankedItem } from './plot';

/**
 * The `limit` largest items in order, and the rest as one item `OTHER` at the end; a rest of one is shown as itself.
 * A rest can only be lumped when values add up (counts, money): for rates pass `additive` false, and it is left out.
 */
export function topItems(
  items: readonly RankedItem[],
  limit: number,
  otherLabel: (count: number) => string,
  additive: boolean,
): RankedItem[] {
  const sorted = [...items].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  if (sorted.length <= limit + 1) return sorted;
  const rest = sorted.slice(limit);
  const head = sorted.slice(0, limit);
  if (!additive) return head;
  const value = rest.reduce((sum, item) => sum + (item.value ?? 0), 0);
  return [...head, { key: OTHER, label: otherLabel(rest.length), value }];
}
