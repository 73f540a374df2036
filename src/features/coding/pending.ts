import type { Reviews } from '../../data/coding/kinds';

/** Complaints that somebody has decided about since the applied version was saved. */
export function pendingReviews(reviews: Reviews, since: string | undefined): number {
  return Object.values(reviews).filter((all) => isPending(all.at(-1)?.at, since)).length;
}

export function isPending(at: string | undefined, since: string | undefined): boolean {
  return at !== undefined && (since === undefined || at > since);
}
