import { Coder, type Coding, erasOf, type Outcome, type Review } from '../../domain/coding';
import { matcherOf } from '../../domain/coding-matcher';
import type { Engine } from '../engine/engine';
import type { TextBatch } from '../engine/text-batches';
import {
  type CodingTable,
  listSituations,
  type OpenModes,
  rowsOfKeys,
  type SituationRow,
  situationTexts,
  VALUE_SEPARATOR,
} from '../queries/coding';
import { type CodingResult, Tally } from './tally';

export interface CodingHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface CodingPass {
  readonly results: readonly CodingResult[];
  /** Row id → index of its result. */
  readonly codes: Int32Array;
}

/** Texts read at once: enough that asking costs little, few enough that the page answers in between. */
const SLICE = 50_000;
/** Salts tried until no two situations have the same key; with 10,000 situations one in forty fails. */
const MOST_SALTS = 20;

/**
 * Finds the code of every complaint of a table, in one pass over the texts. It only reads, so several may be under way.
 * @param reviews decisions about single complaints, by complaint key
 */
export async function codingPass(
  engine: Pick<Engine, 'run' | 'texts'>,
  table: CodingTable,
  coding: Coding,
  reviews: ReadonlyMap<string, Review>,
  { signal, onProgress }: CodingHooks = {},
): Promise<CodingPass> {
  const eras = erasOf(coding);
  const coder = new Coder(coding);
  const { matcher, ruleOf } = matcherOf(coding.rules);
  const { situations, salt } = await situationsOf(engine, table, eras, signal);
  const total = situations.reduce((sum, { n }) => sum + n, 0);
  const read = { columns: ruleOf.length === 0 ? [] : coding.columns, open: openModes(situations, coder) };
  const reviewed = await reviewedRows(engine, table, reviews, signal);
  const tally = new Tally(
    situations,
    total,
    ({ situation, matches, review }): Outcome =>
      coder.code({
        modes: valuesOf(situation.mode),
        group: situation.grp,
        part: situation.part,
        day: eras[situation.era - 1] ?? '',
        matches: matches.map((at) => ruleOf[at] as number),
        review,
      }),
  );
  const ask = (first: number): Promise<TextBatch[]> => {
    if (first >= total) return Promise.resolve([]);
    const sql = situationTexts(table, eras, salt, read, first, first + SLICE - 1);
    const asked = engine.texts(sql, { signal });
    // When an earlier slice fails, nobody waits for this one.
    asked.catch(() => undefined);
    return asked;
  };
  let ahead = ask(0);
  for (let first = 0; first < total; first += SLICE) {
    const batches = await ahead;
    // The engine reads the next slice while this one is looked through.
    ahead = ask(first + SLICE);
    for (const { rows, codes, offsets, bytes } of batches) {
      for (let at = 0; at < rows.length; at += 1) {
        const row = rows[at] as number;
        const matches = matcher.match(bytes, offsets[at] as number, offsets[at + 1] as number);
        tally.add(row, codes[at] as number, matches, reviewed.get(row));
      }
    }
    onProgress?.(Math.min(total, first + SLICE), total);
  }
  return { results: tally.results, codes: tally.codes };
}

/** Values of a text that may hold several. */
export function valuesOf(text: string | null): string[] {
  return text === null ? [] : text.split(VALUE_SEPARATOR);
}

async function situationsOf(
  engine: Pick<Engine, 'run'>,
  table: CodingTable,
  eras: readonly string[],
  signal?: AbortSignal,
): Promise<{ situations: readonly SituationRow[]; salt: number }> {
  for (let salt = 0; salt < MOST_SALTS; salt += 1) {
    const situations = await engine.run<SituationRow>(listSituations(table, eras, salt), { signal });
    if (new Set(situations.map(({ key }) => key)).size === situations.length) return { situations, salt };
  }
  throw new Error('The complaints differ in too many ways to be coded');
}

/** Names of failures whose complaints rules may still name. */
function openModes(situations: readonly SituationRow[], coder: Coder): OpenModes {
  const modes = [...new Set(situations.flatMap(({ mode }) => (mode === null ? [] : [mode])))];
  const open = modes.filter((mode) => coder.isOpen(valuesOf(mode)));
  return open.length === modes.length ? 'all' : open;
}

async function reviewedRows(
  engine: Pick<Engine, 'run'>,
  { table, stored }: CodingTable,
  reviews: ReadonlyMap<string, Review>,
  signal?: AbortSignal,
): Promise<Map<number, Review>> {
  if (reviews.size === 0) return new Map();
  const rows = await engine.run<{ row: number; key: string }>(rowsOfKeys(table, stored, [...reviews.keys()]), {
    signal,
  });
  return new Map(
    rows.flatMap(({ row, key }) => (reviews.has(key) ? [[row, reviews.get(key) as Review] as const] : [])),
  );
}
