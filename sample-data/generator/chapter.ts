import type { Arrival } from './arrivals';
import type { Cast, Run } from './run';
import type { StoryId } from './stories/ids';
import type { Ticket } from './ticket';

/** Follows the accepted tickets of one story, to say in the end what can be found and what was to be expected. */
export interface Chapter {
  /** Takes a ticket of any problem. */
  readonly add: (ticket: Ticket, arrival: Arrival) => void;
  /** What `truth.json` says of the story. */
  readonly told: (run: Run) => object;
}

/** Counts by name. */
export class Counter {
  private readonly counts = new Map<string, number>();

  add(name: string): void {
    this.counts.set(name, this.of(name) + 1);
  }

  of(name: string): number {
    return this.counts.get(name) ?? 0;
  }
}

/** The problems through which a story is told. */
export function castsOf(run: Run, story: StoryId): readonly Cast[] {
  return run.cast.filter(({ problem }) => problem.story === story);
}

/** The one problem through which a story is told. */
export function castOf(run: Run, story: StoryId): Cast {
  const [cast] = castsOf(run, story);
  if (cast === undefined) throw new Error(`no problem tells story ${story}`);
  return cast;
}

export function modeOf({ problem }: Cast): string {
  return problem.failure?.mode ?? '';
}

export function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
