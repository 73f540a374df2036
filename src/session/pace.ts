import type { ImportProgress } from '../data/ingest/importer';

/** Sooner than this (ms) after its beginning, a step's pace says nothing. */
const SETTLED = 1000;

/** How fast the step at hand counts bytes; each step of each file has a pace of its own. */
export class Pace {
  #step = '';
  #since = 0;
  #from = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Seconds until the step is done if it goes on as it did; undefined while nobody can tell. */
  secondsLeft({ step, at, bytes, total }: Pick<ImportProgress, 'step' | 'at' | 'bytes' | 'total'>): number | undefined {
    const now = this.now();
    if (this.#step !== `${step} ${at}`) {
      this.#step = `${step} ${at}`;
      this.#since = now;
      this.#from = bytes;
    }
    const done = bytes - this.#from;
    const elapsed = now - this.#since;
    return elapsed < SETTLED || done <= 0 ? undefined : ((total - bytes) * elapsed) / done / 1000;
  }
}
