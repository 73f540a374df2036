import { COMMITTED_ROWS, type Options } from './options';
import type { Plan, Problem } from './problem';
import { problems } from './problems';
import { batches } from './production';
import { type Streams, streams } from './random';
import { type Shipment, shipments } from './shipments';
import { heldBatches } from './stories/terminal';
import type { World } from './stories/world';
import { genealogy } from './supply/genealogy';

/** A problem with the random numbers that are its own, so that leaving it out shifts no other. */
export interface Cast {
  readonly problem: Problem;
  readonly planned: readonly Plan[];
  readonly arrivals: Streams;
  readonly details: Streams;
}

/** One history of the factory, ready to be told. */
export interface Run {
  readonly options: Options;
  readonly world: World;
  readonly shipments: readonly Shipment[];
  readonly cast: readonly Cast[];
}

export function runOf(options: Options): Run {
  const { seed, rows, stories } = options;
  const scale = rows / COMMITTED_ROWS;
  const built = batches(seed, scale);
  const world = { told: stories, batches: built, genealogy: genealogy(seed, scale, built, stories) };
  const shipped = shipments(seed, built, heldBatches(world.genealogy));
  return {
    options,
    world,
    shipments: shipped,
    cast: problems(world).map((problem) => ({
      problem,
      planned: problem.planned?.(shipped) ?? [],
      arrivals: streams(seed, `arrivals/${problem.id}`),
      details: streams(seed, `details/${problem.id}`),
    })),
  };
}
