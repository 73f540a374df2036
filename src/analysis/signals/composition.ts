import { genealogyLinks, genealogyNodes, SHARE_PARTS } from '../../data/queries/genealogy';
import type { Source } from '../view';

/** A material lot and the share (0…1) of a batch's units that have it. */
export interface LotShare {
  readonly lot: string;
  readonly supplier: string | null;
  /** What was delivered. */
  readonly part: string | null;
  readonly share: number;
}

export interface Compositions {
  /** Lots in a batch, directly or through sub-batches of any depth. */
  lotsOf(batchNo: string): readonly LotShare[];
  readonly sql: readonly string[];
}

interface Node {
  readonly no: string;
  readonly lot: boolean;
  readonly supplier: string | null;
  readonly part: string | null;
}

/** Levels of sub-batches; more are a mistake in the file. */
const DEEPEST = 200;

/**
 * What recorded consumption makes each batch of. Shares multiply along a path and add up over paths; what a batch would take in of itself
 * again, in a circle, ends there. A child without a row in the material register that took in nothing itself counts as a lot too.
 */
export async function compositions(source: Source, signal?: AbortSignal): Promise<Compositions> {
  const sql = [genealogyNodes(), genealogyLinks()] as const;
  const [nodes, links] = await Promise.all([source.run<Node>(sql[0], { signal }), source.integers(sql[1], { signal })]);
  const from = new Int32Array(nodes.length + 1);
  for (let at = 0; at < links.length; at += 3) from[(links[at] ?? 0) + 1] = at + 3;
  for (let node = 1; node < from.length; node += 1) from[node] = Math.max(from[node] ?? 0, from[node - 1] ?? 0);
  const places = new Map(nodes.map(({ no }, place) => [no, place]));
  const known = new Map<number, ReadonlyMap<number, number>>();
  const open = new Set<number>();
  const make = (node: number): ReadonlyMap<number, number> => {
    const done = known.get(node);
    if (done !== undefined) return done;
    open.add(node);
    const parts = new Map<number, number>();
    const add = (lot: number, share: number) => parts.set(lot, Math.min(1, (parts.get(lot) ?? 0) + share));
    for (let at = from[node] ?? 0; at < (from[node + 1] ?? 0); at += 3) {
      const child = links[at + 1] ?? 0;
      const share = (links[at + 2] ?? 0) / SHARE_PARTS;
      if (open.has(child) || open.size > DEEPEST) continue;
      if (nodes[child]?.lot === true || from[child] === from[child + 1]) add(child, share);
      else for (const [lot, part] of make(child)) add(lot, share * part);
    }
    open.delete(node);
    known.set(node, parts);
    return parts;
  };
  return {
    lotsOf(batchNo) {
      const place = places.get(batchNo);
      if (place === undefined) return [];
      return [...make(place)].map(([lot, share]) => ({
        lot: nodes[lot]?.no ?? '',
        supplier: nodes[lot]?.supplier ?? null,
        part: nodes[lot]?.part ?? null,
        share,
      }));
    },
    sql,
  };
}
