import type { Dataset } from '../domain/columns';
import { appliedCoding } from './coding/applied';
import type { Decisions } from './decisions';
import type { Engine } from './engine/engine';
import type { WorkspaceFiles } from './engine/workspace-files';
import { Importer, type ImportHooks } from './ingest/importer';
import type { JournalEntry } from './ingest/kept/journal';
import type { KeptFiles } from './ingest/kept/kept-files';
import type { Compared } from './ingest/load/compare';
import type { Stage } from './ingest/load/load';
import { restage } from './ingest/restage';
import type { IngestWorker } from './ingest/workers/client';

/** Datasets that were made again. */
export interface Made {
  readonly stages: readonly Stage[];
  /** How each file differs from those before it, by its number. */
  readonly compared: ReadonlyMap<number, Compared>;
}

/** Makes tables of a workspace again from the raw copies of its imports. */
export class TableMaker {
  constructor(
    private readonly engine: Engine,
    private readonly files: WorkspaceFiles,
    private readonly worker: IngestWorker,
    private readonly kept: KeptFiles,
    private readonly decisions: Decisions,
  ) {}

  importer(hooks: ImportHooks): Importer {
    return new Importer(this.engine, this.files, this.worker, hooks);
  }

  /**
   * Makes some datasets of what the entries say, while the others stay. Until the rows are put in place, all at once, nothing has changed.
   * @param describe imports (numbers) whose difference is wanted
   * @throws MissingFiles before anything is done
   */
  async make(
    entries: readonly JournalEntry[],
    datasets: readonly Dataset[],
    describe: readonly number[],
    hooks: ImportHooks,
  ): Promise<Made> {
    const { files, kept, worker } = this;
    const again = entries.filter(({ plan }) => datasets.includes(plan.dataset));
    await kept.requireAll(again);
    const importer = this.importer(hooks);
    try {
      const stages = await restage({ importer, kept, worker, files, hooks }, again);
      const coding = await appliedCoding(this.decisions);
      const order = { entries, columns: () => undefined, coding, afresh: datasets, describe };
      return { stages, compared: await importer.merge(stages, order) };
    } finally {
      await importer.tidy();
    }
  }
}
