import type { Importer, Turn } from './importer';
import { isSameSource, type JournalEntry } from './kept/journal';
import type { KeptFiles } from './kept/kept-files';
import { AccountingError, type Stage } from './load/load';
import type { FilePlan, Problem } from './plan';
import { reportOf } from './report';

/** A file that the user agreed to import, and what is to be done with it. */
export interface ImportRequest {
  readonly file: File;
  readonly plan: FilePlan;
  /** It puts right rejected records of an earlier import. */
  readonly corrects?: JournalEntry['corrects'];
}

/** A file on its way into the data: its rows in a stage, and what the journal will say. */
export interface Taken {
  readonly stage: Stage;
  readonly entry: JournalEntry;
}

/** A record that was put right is still not acceptable. */
class RejectedCorrection extends Error {
  override readonly name = 'RejectedCorrection';
}

/** Stages a file while its raw copy is written; when one fails, the other is stopped. */
export async function takeIn(
  importer: Importer,
  kept: KeptFiles,
  place: { readonly id: number; readonly before: readonly JournalEntry[]; readonly turn: Turn },
  { file, plan, corrects }: ImportRequest,
  signal?: AbortSignal,
): Promise<Taken> {
  const { id, before, turn } = place;
  const raw = kept.rawPath(id);
  const stop = new AbortController();
  const keeping = kept.keep(file, raw, AbortSignal.any([stop.signal, ...(signal === undefined ? [] : [signal])]));
  keeping.catch(() => undefined);
  try {
    const text = await kept.textOf(file, plan, { signal });
    const stage = await importer.stage(id, text, plan, turn);
    if (corrects !== undefined && stage.rejected > 0) throw new RejectedCorrection();
    const hash = await keeping;
    await kept.keepText(text, raw, plan);
    const { scan, preview, clean, ...lasting } = plan;
    const repeated = before.some((entry) => isSameSource(entry, { hash, plan: lasting }));
    const notes: Problem[] = repeated ? [{ level: 'note', code: 'sameFile', details: { file: file.name } }] : [];
    const entry: JournalEntry = {
      id,
      at: new Date().toISOString(),
      hash,
      raw,
      plan: lasting,
      index: scan.index,
      report: reportOf(plan, stage, notes),
      replaced: 0,
      ...(corrects !== undefined && { corrects }),
    };
    return { stage, entry };
  } catch (error) {
    stop.abort();
    await keeping.catch(() => undefined);
    throw error;
  }
}

/** Why a file did not come in, as its report says it. */
export function problemOf(error: unknown): Problem {
  if (error instanceof AccountingError)
    return { level: 'error', code: 'notAccounted', details: { counted: error.counted, loaded: error.loaded } };
  if (error instanceof RejectedCorrection) return { level: 'error', code: 'correctionRejected', details: {} };
  if (error instanceof Error && error.name === 'QuotaExceededError')
    return { level: 'error', code: 'diskFull', details: {} };
  return {
    level: 'error',
    code: 'engineFailed',
    details: { message: error instanceof Error ? error.message : String(error) },
  };
}
