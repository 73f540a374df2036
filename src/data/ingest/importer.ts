import { DATASETS, type Dataset, SCHEMAS } from '../../domain/columns';
import type { CodingOrder } from '../coding/applied';
import { codingPass } from '../coding/pass';
import { keepCodingName } from '../coding/recode';
import { writeCodes } from '../coding/write-codes';
import type { Engine } from '../engine/engine';
import type { WorkspaceFiles } from '../engine/workspace-files';
import { keepFacts, measureFacts } from '../facts';
import { createEvents } from '../schema/events';
import { literal } from '../schema/sql';
import { emptyDataset, storedColumns, viewStatements } from '../schema/tables';
import { earlierImports, type JournalEntry, versionOf } from './kept/journal';
import type { Compared } from './load/compare';
import { dictionaryColumns } from './load/dictionaries';
import { earlierStarts, eventColumnsOf, keepEvents } from './load/event-sql';
import { rejectsTable, SCRATCH, type Stage, stageFile, type Write } from './load/load';
import { stageName } from './load/load-sql';
import { type Merge, mergeStages } from './load/merge';
import { computedCells } from './meaning/computed';
import type { FilePlan } from './plan';
import { withoutGaps } from './text/gaps';
import type { IngestWorker } from './workers/client';
import type { Landmarks } from './workers/tasks';

/** What an import, or a rebuild, is doing. Bytes are of the file at hand; while failures are coded they are complaints. */
export interface ImportProgress {
  readonly step: 'reading' | 'loading' | 'merging' | 'coding';
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

/** What stages are to become part of. */
interface MergeOrder {
  /** The journal as it will be. */
  readonly entries: readonly Pick<JournalEntry, 'id' | 'hash' | 'plan' | 'revision' | 'corrects'>[];
  /** Own columns of each dataset so far; undefined while it has no rows. */
  readonly columns: (dataset: Dataset) => readonly string[] | undefined;
  /** Names the failures of the complaints. */
  readonly coding: CodingOrder | undefined;
  /** These datasets are made of the stages alone, whatever they hold. */
  readonly afresh?: readonly Dataset[];
  /** Imports (numbers) whose difference is described; that of the others was, when they came. */
  readonly describe: readonly number[];
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
    const text = plan.scan.direct ? directText(file, plan) : await this.#cleanCopy(file, plan, turn);
    const stopFollowing = this.#followLoading(id, file, text.size, turn);
    try {
      return await stageFile(this.engine, this.#write, id, plan, text);
    } finally {
      stopFollowing();
    }
  }

  /**
   * Puts stages into their datasets, all at once and durably. From here on the import cannot be cancelled.
   * @returns how each file differs from what stood before it, by its number
   */
  async merge(
    stages: readonly Stage[],
    { entries, columns, coding, afresh, describe }: MergeOrder,
  ): Promise<ReadonlyMap<number, Compared>> {
    this.#showMerging(stages);
    const corrections = new Set(entries.filter(({ corrects }) => corrects !== undefined).map(({ id }) => id));
    for (const sql of earlierStarts(stages, corrections, afresh?.includes('complaint') ?? false))
      await this.#write(sql);
    const merges: (Merge & { dataset: Dataset })[] = [];
    for (const dataset of DATASETS) {
      const own = stages.filter((stage) => stage.dataset === dataset);
      if (own.length === 0) continue;
      const before =
        afresh?.includes(dataset) || columns(dataset) === undefined
          ? undefined
          : (await this.#write(storedColumns(dataset))).map(({ name }) => String(name));
      const arrivals = own.map((stage) => ({ stage, again: earlierImports(entries, stage.importId) }));
      const merge = await mergeStages(this.#write, dataset, arrivals, before, describe);
      merges.push({ dataset, ...merge });
    }
    const codes = await this.#code(merges, coding);
    this.hooks.signal?.throwIfAborted();
    const events: string[] = [];
    for (const { importId, cases } of stages)
      if (cases !== undefined) events.push(...keepEvents(importId, await this.#write(eventColumnsOf(importId))));
    const emptied = (afresh ?? []).filter((dataset) => merges.every((merge) => merge.dataset !== dataset));
    const kept = entries.filter(({ plan }) => !(afresh ?? []).includes(plan.dataset)).map(({ id }) => id);
    await this.engine.transaction(async (write) => {
      for (const sql of codes) await write(sql);
      for (const { dataset, swap, columns: stored } of merges) {
        const coded = dataset === 'complaint' && coding !== undefined;
        for (const sql of [...swap, ...viewStatements(dataset, stored, coded)]) await write(sql);
        if (dataset === 'complaint') await write(keepCodingName(coding));
      }
      for (const dataset of emptied) for (const sql of emptyDataset(dataset)) await write(sql);
      if (emptied.includes('complaint')) await write(keepCodingName(undefined));
      if (afresh !== undefined) await write(keepRejects(kept));
      if (afresh?.includes('complaint')) await write(createEvents());
      for (const sql of events) await write(sql);
      for (const { importId } of stages) await write(`INSERT INTO rejected SELECT * FROM ${rejectsTable(importId)}`);
      await write(`UPDATE workspace_fact SET value = ${literal(versionOf(entries))} WHERE name = 'version'`);
      await write(keepFacts(await measureFacts(write)));
    });
    return new Map(merges.flatMap(({ compared }) => [...compared]));
  }

  #showMerging({ length }: readonly Stage[]): void {
    this.hooks.onProgress?.({ step: 'merging', file: '', at: length, of: length, bytes: 0, total: 0 });
  }

  /** Numbers the complaints to be by how their failures are named; the statements that make the coded columns of it. */
  async #code(merges: readonly (Merge & { dataset: Dataset })[], coding: CodingOrder | undefined): Promise<string[]> {
    const complaints = merges.find(({ dataset }) => dataset === 'complaint');
    if (coding === undefined || complaints === undefined) return [];
    const { table, columns: stored } = complaints;
    const of = { table, stored, coded: false };
    const { signal, onProgress } = this.hooks;
    const show = (bytes: number, total: number) =>
      onProgress?.({ step: 'coding', file: '', at: 1, of: 1, bytes, total });
    const pass = await codingPass(this.engine, of, coding.coding, coding.reviews, { signal, onProgress: show });
    onProgress?.({ step: 'merging', file: '', at: 1, of: 1, bytes: 0, total: 0 });
    return writeCodes(this.engine, this.#write, table, pass, stored.includes('failure_modes'));
  }

  /** Leaves no table and no file of an import under way behind. */
  async tidy(): Promise<void> {
    for (const { name } of await this.engine.write(SCRATCH))
      await this.engine.write(`DROP TABLE IF EXISTS ${String(name)}`);
    // A copy that an analysis writes just now cannot be removed, and goes next time.
    for (const name of await this.files.list(TEMPORARY))
      await this.files.remove(`${TEMPORARY}/${name}`).catch(() => undefined);
  }

  /** Tells how many bytes of a file have been read. */
  showReading(file: File, bytes: number, { at, of }: Turn): void {
    this.hooks.onProgress?.({ step: 'reading', file: file.name, at, of, bytes, total: file.size });
  }

  async #cleanCopy(file: File, plan: FilePlan, turn: Turn): Promise<File> {
    const written = plan.clean === undefined ? null : await this.files.read(plan.clean);
    if (written !== null) return written;
    const path = temporaryPath();
    const onProgress = (bytes: number) => this.showReading(file, bytes, turn);
    const input = { file, dialect: plan.dialect, clean: this.files.rootPath(path) };
    const copy =
      (await this.worker.run('clean', input, { signal: this.hooks.signal, onProgress })) ??
      (await this.files.read(path));
    return new File(copy === null ? [] : [copy], file.name);
  }

  /** Tells how far the engine has read a file, until the returned function is called. */
  #followLoading(id: number, file: File, total: number, { at, of }: Turn): () => void {
    const { onProgress } = this.hooks;
    let ended = false;
    const polling = setInterval(async () => {
      const bytes = await this.engine.readProgress(stageName(id)).catch(() => 0);
      if (!ended) onProgress?.({ step: 'loading', file: file.name, at, of, bytes: Math.min(bytes, total), total });
    }, POLL);
    return () => {
      ended = true;
      clearInterval(polling);
    };
  }
}

/** Removes the rejected rows of all imports but these. */
function keepRejects(imports: readonly number[]): string {
  return `DELETE FROM rejected${imports.length === 0 ? '' : ` WHERE source_file NOT IN (${imports.join(', ')})`}`;
}

/** What the engine reads of a file that needs no clean copy. */
function directText(file: File, { dialect, scan }: FilePlan): File {
  return scan.gaps.length === 0 ? file : withoutGaps(file, scan.gaps, dialect, scan.lineEnd);
}

/** What must be looked at when a file is read again whose plan is known. */
export function landmarks(plan: Pick<FilePlan, 'dataset' | 'columns'>): Landmarks {
  const { key, time } = SCHEMAS[plan.dataset];
  const sourceOf = (name: string | undefined) =>
    name === undefined ? undefined : plan.columns.find(({ target }) => target === name)?.index;
  const computed = computedCells(plan.columns);
  return { key: sourceOf(key), time: sourceOf(time), count: dictionaryColumns(plan), computed };
}
