/** Which values of a dimension each batch has, and for what share (0…1) of its units: those of batch b stand from `at[b]` on. */
export interface Membership {
  readonly values: readonly (readonly string[])[];
  readonly at: Int32Array;
  readonly value: Int32Array;
  readonly share: Float64Array;
  /** By value: what it is one of; values of one kind share batches out among them. Without, all are of one kind. */
  readonly kinds?: readonly string[];
}

/** One value for all units of a batch; batches without one have none. */
export function wholeMembership(names: readonly (string | null)[]): Membership {
  return membershipOf(names.map((name) => (name === null ? [] : [[[name], 1] as const])));
}

/** @param shares by batch, values with their shares; each value once */
export function membershipOf(
  shares: readonly (readonly (readonly [values: readonly string[], share: number])[])[],
): Membership {
  const places = new Map<string, number>();
  const values: (readonly string[])[] = [];
  const at = new Int32Array(shares.length + 1);
  const value: number[] = [];
  const share: number[] = [];
  shares.forEach((own, b) => {
    for (const [names, part] of own) {
      if (!(part > 0)) continue;
      const key = names.join('\u0000');
      const place = places.get(key) ?? values.length;
      if (place === values.length) {
        places.set(key, place);
        values.push(names);
      }
      value.push(place);
      share.push(Math.min(1, part));
    }
    at[b + 1] = value.length;
  });
  return { values, at, value: Int32Array.from(value), share: Float64Array.from(share) };
}

/** Both at once. Shares are multiplied: nothing says how two partial attributes of a batch meet, unless one file names both. */
export function bothOf(first: Membership, second: Membership): Membership {
  return membershipOf(
    Array.from({ length: first.at.length - 1 }, (_, b) =>
      entriesOf(first, b).flatMap(([a, shareA]) =>
        entriesOf(second, b).map(([c, shareC]) => [[...a, ...c], shareA * shareC] as const),
      ),
    ),
  );
}

export function entriesOf(membership: Membership, b: number): (readonly [values: readonly string[], share: number])[] {
  const entries: (readonly [readonly string[], number])[] = [];
  for (let at = membership.at[b] ?? 0; at < (membership.at[b + 1] ?? 0); at += 1)
    entries.push([membership.values[membership.value[at] ?? 0] ?? [], membership.share[at] ?? 0]);
  return entries;
}

/** The batches of one value with their shares. */
export interface Slice {
  readonly batch: Int32Array;
  readonly share: Float64Array;
}

/** The batches of every value, from one pass. */
export function slicesOf({ values, at, value, share }: Membership): Slice[] {
  const sizes = new Int32Array(values.length);
  for (const place of value) sizes[place] = (sizes[place] ?? 0) + 1;
  const slices = Array.from(sizes, (size) => ({ batch: new Int32Array(size), share: new Float64Array(size) }));
  const filled = new Int32Array(values.length);
  for (let b = 0; b < at.length - 1; b += 1)
    for (let entry = at[b] ?? 0; entry < (at[b + 1] ?? 0); entry += 1) {
      const place = value[entry] ?? 0;
      const slice = slices[place];
      const next = filled[place] ?? 0;
      if (slice === undefined) continue;
      slice.batch[next] = b;
      slice.share[next] = share[entry] ?? 0;
      filled[place] = next + 1;
    }
  return slices;
}
