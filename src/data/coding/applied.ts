import type { Coding, Review } from '../../domain/coding';
import { type Decisions, UnreadableDecision } from '../decisions';
import { CODING, CODING_REVIEWS, type CodingFile, type Reviews } from './kinds';

/** What complaints are coded by. */
export interface CodingOrder {
  /** Names it; another name, another coding. */
  readonly name: string;
  readonly coding: Coding;
  /** By complaint key. */
  readonly reviews: ReadonlyMap<string, Review>;
}

/** The coding that holds; undefined when there is none. One that cannot be read is left alone: the Coding screen says so. */
export async function appliedCoding(decisions: Decisions): Promise<CodingOrder | undefined> {
  try {
    const [file, reviews] = [await decisions.read(CODING), await decisions.read(CODING_REVIEWS)];
    return orderOf(file, reviews, file.applied);
  } catch (error) {
    if (error instanceof UnreadableDecision) return undefined;
    throw error;
  }
}

/** A saved version with what had been decided about single complaints when it was saved. */
export function orderOf({ versions }: CodingFile, reviews: Reviews, version: number): CodingOrder | undefined {
  const found = versions.find(({ id }) => id === version);
  if (found === undefined) return undefined;
  return { name: `${found.id}@${found.at}`, coding: found.coding, reviews: reviewsUntil(reviews, found.at) };
}

/** The last decision about each complaint until a moment. */
export function reviewsUntil(reviews: Reviews, at: string): Map<string, Review> {
  return new Map(
    Object.entries(reviews).flatMap(([key, all]) => {
      const last = all.filter((review) => review.at <= at).at(-1);
      return last === undefined ? [] : [[key, last] as const];
    }),
  );
}
