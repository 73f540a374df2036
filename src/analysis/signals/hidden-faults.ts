import { sampledTexts } from '../../data/queries/coding-rows';
import { namedReturns, type SliceComplaints } from '../../data/queries/slices';
import { FaultWords, type NamedText } from '../../domain/fault-words';
import type { Source } from '../view';
import { type Months, monthDay } from './lived';
import type { Pause } from './pause';
import type { HiddenFaults } from './types';

/** Named texts that words are learnt from, and returns that are read. */
const SAMPLED = 3000;
const MOST_RETURNS = 20_000;
/** Complaints that a scope names at the most. */
const MOST_NAMED = 300;
const PORTION = 200;

interface ReturnRow {
  readonly complaint_no: string | null;
  readonly month: number;
  readonly mode: string | null;
  readonly text: string;
}

/** No-reason returns that name a fault: by the failure mode that they carry (the rules of coding give some), else by their words. */
export async function hiddenFaults(
  source: Source,
  complaints: SliceComplaints,
  months: Months,
  pause: Pause,
  signal?: AbortSignal,
): Promise<{ hidden: HiddenFaults; sql: readonly string[] }> {
  const { filled, stored } = source.facts.complaint;
  if ((filled.category ?? 0) === 0) return { hidden: { returns: 0, naming: 0, modes: [] }, sql: [] };
  const sql = namedReturns(complaints, MOST_RETURNS);
  const returns = await source.run<ReturnRow>(sql, { signal });
  const prose = ['description'].filter((column) => (filled[column] ?? 0) > 0);
  const isWordy = prose.length > 0 && complaints.modeField === 'failure_mode' && returns.length > 0;
  const named = isWordy ? await source.run<NamedText>(sampledTexts('coded', stored, prose, SAMPLED), { signal }) : [];
  const words = new FaultWords(named);
  const byMode = new Map<string, ReturnRow[]>();
  for (const [at, row] of returns.entries()) {
    if (at % PORTION === 0) await pause();
    const mode = row.mode ?? words.modeOf(row.text);
    if (mode !== undefined) byMode.set(mode, [...(byMode.get(mode) ?? []), row]);
  }
  const modes = [...byMode].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return {
    hidden: {
      returns: returns.length,
      naming: modes.reduce((sum, [, rows]) => sum + rows.length, 0),
      modes: modes.map(([mode, rows]) => ({
        mode,
        n: rows.length,
        share: rows.length / returns.length,
        months: Array.from({ length: months.count }, (_, t) => ({
          month: monthDay(months, t),
          n: rows.filter(({ month }) => month === months.first + t).length,
        })),
        scope: [
          {
            kind: 'oneOf',
            field: 'complaint_no',
            values: rows
              .flatMap(({ complaint_no }) => complaint_no ?? [])
              .slice(0, MOST_NAMED)
              .sort(),
          },
        ],
      })),
    },
    sql: [sql],
  };
}
