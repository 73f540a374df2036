import type { JournalEntry } from '../data/ingest/kept/journal';
import type { Difference } from '../data/ingest/load/compare';
import { rowsTable } from '../data/schema/tables';
import type { Dataset } from '../domain/columns';
import type { Source } from './view';

/** One import as scripts see it. */
export interface ImportSummary {
  /** Its number: `source_file` of its rows. */
  readonly id: number;
  /** When it was imported: ISO with zone. */
  readonly at: string;
  readonly file: string;
  readonly dataset: Dataset;
  readonly sheet: string | null;
  readonly hash: string;
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  /** How it differed from what stood there when it came; null where nothing did. */
  readonly difference: Difference | null;
}

/** The imports behind the data, oldest first. */
export function importSummaries(journal: readonly JournalEntry[]): ImportSummary[] {
  return journal.map(({ id, at, hash, plan, report, difference }) => ({
    id,
    at,
    file: plan.name,
    dataset: plan.dataset,
    sheet: report.sheet,
    hash,
    rowsRead: report.rowsRead,
    rowsAccepted: report.rowsAccepted,
    rowsRejected: report.rowsRejected,
    difference: difference ?? null,
  }));
}

/** What taking an import back would do. */
export interface UndoEffect {
  /** Rows of the file that stand in the data and would leave. */
  readonly rows: number;
  /** Rows of earlier files that it replaced; they come back unless a later file has replaced them too. */
  readonly replaced: number;
  /** Later imports of the dataset that found some of its rows: they stay, and are compared with what is left. */
  readonly later: readonly string[];
}

/** Looks what taking an import back would do; the data stay as they are. */
export async function undoEffect(
  source: Source,
  journal: readonly JournalEntry[],
  { id, plan, replaced, report }: JournalEntry,
  signal?: AbortSignal,
): Promise<UndoEffect> {
  const sql = `SELECT count(*) AS n FROM ${rowsTable(plan.dataset)} WHERE source_file = ${id}`;
  const [standing] = await source.run<{ n: number }>(sql, { signal });
  const rows = standing?.n ?? 0;
  const later = journal.filter((entry) => entry.id > id && entry.plan.dataset === plan.dataset && entry.replaced > 0);
  const stood = report.cases ?? report.rowsAccepted;
  return { rows, replaced, later: rows < stood ? later.map((entry) => entry.plan.name) : [] };
}

/** How many rejected records of an import are listed; of files with very many damaged ones the rest is only counted. */
export async function listedRejects(source: Source, id: number, signal?: AbortSignal): Promise<number> {
  const [found] = await source.run<{ n: number }>(`SELECT count(*) AS n FROM rejected WHERE source_file = ${id}`, {
    signal,
  });
  return found?.n ?? 0;
}
