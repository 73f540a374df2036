import type { Decisions } from './decisions';
import type { WorkspaceFiles } from './engine/workspace-files';
import { containerOf } from './ingest/book/kind';
import { type ImportHooks, temporaryPath } from './ingest/importer';
import type { FilePlan, ImportOptions } from './ingest/plan';
import type { Refusal, SheetFacts } from './ingest/survey/analyse';
import type { Contained } from './ingest/survey/archive';
import { chosenSheets } from './ingest/survey/profile';
import type { Books } from './ingest/workers/books';
import type { IngestWorker } from './ingest/workers/client';
import { learnedOf } from './profiles/learned';

/** Finds out what dropped files are; the data stay as they are. */
export class Analyser {
  constructor(
    private readonly files: WorkspaceFiles,
    private readonly decisions: Decisions,
    private readonly worker: IngestWorker,
    private readonly books: Books,
  ) {}

  /** The files that a dropped one stands for: those inside a zip, each a file of its own, or why they cannot be had; else itself. */
  async unpack(file: File, { signal, onProgress }: ImportHooks = {}): Promise<readonly Contained[]> {
    if (containerOf(new Uint8Array(await file.slice(0, 8).arrayBuffer())) !== 'zip') return [file];
    const show = (bytes: number) =>
      onProgress?.({ step: 'reading', file: file.name, at: 1, of: 1, bytes, total: file.size });
    return (await this.worker.run('unpack', { file }, { signal, onProgress: show })) ?? [file];
  }

  /** What a file is and what would be done with it. */
  async analyse(file: File, options: ImportOptions = {}, hooks: ImportHooks = {}): Promise<FilePlan | Refusal> {
    const path = temporaryPath();
    const show = (bytes: number, total: number) =>
      hooks.onProgress?.({ step: 'reading', file: file.name, at: 1, of: 1, bytes, total });
    const learned = await learnedOf(this.decisions);
    const known = { ...options, chosen: chosenSheets(learned, options) };
    const sheet = await this.books.sheet(file, known, {
      signal: hooks.signal,
      onProgress: (share) => (share === undefined ? show(0, 0) : show(share * file.size, file.size)),
    });
    if (sheet !== undefined && 'refused' in sheet) return sheet;
    const { text = file, ...facts } = sheet ?? {};
    const result = await this.worker.run(
      'analyse',
      { file: text, options, clean: this.files.rootPath(path), sheet: sheet && (facts as SheetFacts), learned },
      { signal: hooks.signal, onProgress: (bytes) => show(bytes, text.size) },
    );
    const told = options.replace === undefined ? {} : { replaces: options.replace };
    return { ...result, size: file.size, ...('refused' in result ? {} : { clean: path, ...told }) };
  }
}
