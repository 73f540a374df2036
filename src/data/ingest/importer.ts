import { DATASETS, type Dataset, SCHEMAS } from '../../domain/columns';
import type { Engine } from '../engine/engine';
import type { WorkspaceFiles } from '../engine/workspace-files';
import { keepFacts, measureFacts } from '../facts';
import { literal } from '../schema/sql';
import { viewStatements } from '../schema/tables';
import type { IngestWorker } from './client';
import { type JournalEntry, versionOf } from './journal';
import { type Merge, mergeStages, rejectsTable, SCRATCH, type Stage, stageFile, type Write } from './load/load';
import { stageName } from './load/load-sql';
import type { FilePlan } from './plan';

/** What an import, or a rebuild, is doing. Bytes are of the file at hand. */
export interface ImportProgress {
  readonly step: 'reading' | 'loading' | 'merging';
  readonly file: string;
  /** Number of the file (from 1) of how many. */
  readonly at: number;
  readonly of: number;
  readonly bytes: number;
  readonly total: number;
}

export interface ImportHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** Which file of a run is meant, for progress. */
export interface Turn {
  readonly at: number;
  readonly of: number;
}

/** Folder of clean copies, emptied after every import. */
const TEMPORARY = 'temporary';
/** How often the engine is asked how far it has read (ms). */
const POLL = 200;

let copies = 0;

/** Where the clean copy of a file goes. */
export function temporaryPath(): string {
  copies += 1;
  return `${TEMPORARY}/${Date.now().toString(36)}-${copies}.csv`;
}

/** Takes files into the database of a workspace: each into a stage of its own, then all together into their datasets. */
export class Importer {
  readonly #write: Write;

  constructor(
    private readonly engine: Engine,
    private readonly files: WorkspaceFiles,
    private readonly worker: IngestWorker,
    private readonly hooks: ImportHooks,
  ) {
    this.#write = (sql) => engine.write(sql, { signal: hooks.signal });
  }

  /** Loads one file; its rows are not part of the data yet. */
  async stage(id: number, file: File, plan: FilePlan, turn: Turn): Promise<Stage> {
    const text = plan.scan.direct ? file : await this.#cleanCopy(file, plan, turn);
    const polling = this.#followLoading(id, file, text.size, turn);
    try {
      return await stageFile(this.engine, this.#write, id, plan, text);
    } finally {
      clearInterval(polling);
    }
  }

  /**
   * Puts stages into their datasets, all at once and durably. From here on the import cannot be cancelled.
   * @param entries the journal as it will be
   * @param columns own columns of each dataset so far; undefined while it has no rows
   * @returns rows of earlier files that each file replaces, by its number
   */
  async merge(
    stages: readonly Stage[],
    entries: readonly Pick<JournalEntry, 'id' | 'hash'>[],
    columns: (dataset: Dataset) => readonly string[] | undefined,
  ): Promise<ReadonlyMap<number, number>> {
    this.hooks.onProgress?.({ step: 'merging', file: '', at: stages.length, of: stages.length, bytes: 0, total: 0 });
    const merges: (Merge & { dataset: Dataset })[] = [];
    for (const dataset of DATASETS) {
      const own = stages.filter((stage) => stage.dataset === dataset);
      if (own.length > 0) merges.push({ dataset, ...(await mergeStages(this.#write, dataset, own, columns(dataset))) });
    }
    this.hooks.signal?.throwIfAborted();
    await this.engine.transaction(async (write) => {
      for (const { dataset, swap, columns: stored } of merges) {
        for (const sql of [...swap, ...viewStatements(dataset, stored)]) await write(sql);
      }
      for (const { importId } of stages) await write(`INSERT INTO rejected SELECT * FROM ${rejectsTable(importId)}`);
      await write(`UPDATE workspace_fact SET value = ${literal(versionOf(entries))} WHERE name = 'version'`);
      await write(keepFacts(await measureFacts(write)));
    });
    return new Map(merges.flatMap(({ replaced }) => [...replaced]));
  }

  /** Leaves no table and no file of an import under way behind. */
  async tidy(): Promise<void> {
    for (const { name } of await this.engine.write(SCRATCH))
      await this.engine.write(`DROP TABLE IF EXISTS ${String(name)}`);
    await this.files.remove(TEMPORARY);
  }

  async #cleanCopy(file: File, plan: FilePlan, { at, of }: Turn): Promise<File> {
    const written = plan.clean === undefined ? null : await this.files.read(plan.clean);
    if (written !== null) return written;
    const path = temporaryPath();
    const onProgress = (bytes: number) =>
      this.hooks.onProgress?.({ step: 'reading', file: file.name, at, of, bytes, total: file.size });
    const input = { file, dialect: plan.dialect, clean: this.files.rootPath(path) };
    const copy =
      (await this.worker.run('clean', input, { signal: this.hooks.signal, onProgress })) ??
      (await this.files.read(path));
    return new File(copy === null ? [] : [copy], file.name);
  }

  #followLoading(id: number, file: File, total: number, { at, of }: Turn) {
    const { onProgress } = this.hooks;
    return setInterval(async () => {
      const bytes = await this.engine.readProgress(stageName(id)).catch(() => 0);
      onProgress?.({ step: 'loading', file: file.name, at, of, bytes: Math.min(bytes, total), total });
    }, POLL);
  }
}

/** Source columns of a file's key and of its time; undefined where it has none. */
export function landmarks({ dataset, columns }: Pick<FilePlan, 'dataset' | 'columns'>): {
  key: number | undefined;
  time: number | undefined;
} {
  const { key, time } = SCHEMAS[dataset];
  const sourceOf = (name: string | undefined) =>
    name === undefined ? undefined : columns.find(({ target }) => target === name)?.index;
  return { key: sourceOf(key), time: sourceOf(time) };
}
