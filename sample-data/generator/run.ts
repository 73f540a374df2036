import { COMMITTED_ROWS, type Options } from './options';
import type { Problem } from './problem';
import { problems } from './problems';
import { batches } from './production';
import { type Streams, streams } from './random';
import { type Shipment, shipments } from './shipments';

/** A problem with the random numbers that are its own, so that leaving it out shifts no other. */
export interface Cast {
  readonly problem: Problem;
  readonly arrivals: Streams;
  readonly details: Streams;
}

/** One history of the factory, ready to be told. */
export interface Run {
  readonly options: Options;
  readonly shipments: readonly Shipment[];
  readonly cast: readonly Cast[];
}

export function runOf(options: Options): Run {
  const { seed, rows, stories } = options;
  return {
    options,
    shipments: shipments(seed, batches(seed, rows / COMMITTED_ROWS)),
    cast: problems(stories).map((problem) => ({
      problem,
      arrivals: streams(seed, `arrivals/${problem.id}`),
      details: streams(seed, `details/${problem.id}`),
    })),
  };
}
