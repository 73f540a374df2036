import type { Page } from 'playwright';

/** One measured number. Times in ms, sizes in bytes, ratios without unit. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'B' | '×';
  /** The bench fails when the value is above. */
  readonly atMost?: number;
}

/** What a bench measures in: the built application, served on this machine, and the tests' Chromium. */
export interface Lab {
  /** Address of the built application, with a slash at the end. */
  readonly url: string;
  /** A blank page in a browser profile of its own on disk, so that stored data are really stored. Closed by the lab. */
  openPage(): Promise<Page>;
  /** Follows the memory of the browsers opened; the returned function ends it and gives the peak of the largest process (NaN outside Linux). */
  watchMemory(): () => number;
}

/** What a file `test/bench/<name>.bench.ts` exports as `bench`. */
export interface Bench {
  readonly title: string;
  run(lab: Lab): Promise<Figure[]>;
}

/** The value below which a share `q` (0…1) of the samples lies, interpolated (R's type 7). NaN without samples. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const position = (sorted.length - 1) * q;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}
