import type { WorkspaceFiles } from '../engine/workspace-files';
import { type Importer, type ImportHooks, landmarks, temporaryPath } from './importer';
import type { JournalEntry } from './kept/journal';
import type { KeptFiles } from './kept/kept-files';
import type { Stage } from './load/load';
import type { IngestWorker } from './workers/client';

/** What is needed to read imported files again. */
export interface Restaging {
  readonly importer: Importer;
  readonly kept: KeptFiles;
  readonly worker: IngestWorker;
  readonly files: WorkspaceFiles;
  readonly hooks: ImportHooks;
}

/** Loads imports again from their raw copies, as their plans say; nothing is part of the data yet. */
export async function restage(
  { importer, kept, worker, files, hooks }: Restaging,
  entries: readonly JournalEntry[],
): Promise<Stage[]> {
  const stages: Stage[] = [];
  for (const [at, entry] of entries.entries()) {
    const file = await kept.text(entry, { signal: hooks.signal });
    const turn = { at: at + 1, of: entries.length };
    const path = temporaryPath();
    const { dialect } = entry.plan;
    const input = { file, dialect, landmarks: landmarks(entry.plan), clean: files.rootPath(path) };
    const onProgress = (bytes: number) => importer.showReading(file, bytes, turn);
    const scan = await worker.run('rescan', input, { signal: hooks.signal, onProgress });
    stages.push(await importer.stage(entry.id, file, { ...entry.plan, clean: path, scan, preview: [] }, turn));
  }
  return stages;
}
