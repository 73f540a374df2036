import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../../sample-data/generator/generate';
import { COMMITTED } from '../../sample-data/generator/options';
import { STORY_IDS, type StoryId } from '../../sample-data/generator/stories/ids';
import type { Truth } from '../../sample-data/generator/truth';
import { signals } from '../../src/analysis/signals/signals';
import type { Signal, Signals } from '../../src/analysis/signals/types';
import { nodeDuckDB } from '../support/node-duckdb';
import { sampleSource } from '../support/sample-source';

/** Stories whose cause is to be found, by failure mode. */
const TOLD = { a: '壶盖卡扣断裂', b: '水未开就跳闸', e: '玻璃破裂' } as const;

interface Count {
  seed: number;
  left: readonly StoryId[];
  /** What leads the mode is what the truth says. */
  hits: string[];
  /** Signals of the told modes that are something else, and signals of modes without a story. */
  beside: string[];
  falseAlarms: string[];
}

/** Scans the factories of so many seeds: with all stories, without any, and without one of each that is to be found. */
export async function seeds(count: number): Promise<void> {
  const db = await nodeDuckDB();
  const all: Count[] = [];
  for (let at = 0; at < count; at += 1) {
    const seed = 1001 + 7 * at;
    const kinds: StoryId[][] = [[], ['a', 'b', 'e', 'k'], [(['a', 'b', 'e'] as const)[at % 3] ?? 'a']];
    for (const left of kinds) {
      const folder = mkdtempSync(join(tmpdir(), 'truecause-seeds-'));
      const stories = new Set(STORY_IDS.filter((id) => !left.includes(id)));
      const truth = await generate({ ...COMMITTED, seed, stories, dirt: false, out: folder });
      const answer = await signals(await sampleSource(db, folder), { scope: [], measure: 'quality' });
      const one = counted(seed, left, truth, answer);
      all.push(one);
      process.stdout.write(`${JSON.stringify(one)}\n`);
      rmSync(folder, { recursive: true });
    }
  }
  db.close();
  report(all);
}

function counted(seed: number, left: readonly StoryId[], truth: Truth, answer: Signals): Count {
  const hits = [];
  const beside = [];
  const falseAlarms = [];
  for (const [id, mode] of Object.entries(TOLD) as [keyof typeof TOLD, string][]) {
    const own = answer.signals.filter((signal) => signal.mode === mode);
    if (left.includes(id)) falseAlarms.push(...own.map(nameOf));
    else {
      if (own[0] !== undefined && isTrue(id, own[0], truth)) hits.push(`${id} first`);
      if (own.some((signal) => isTrue(id, signal, truth))) hits.push(id);
      beside.push(...own.filter((signal) => !isTrue(id, signal, truth)).map(nameOf));
    }
  }
  if (answer.tooFew.some(({ mode }) => mode === '显示缺划')) hits.push('d');
  if (answer.tooFew.some(({ mode }) => mode === '底座端子烧熔')) hits.push('g');
  const modes: readonly (string | null)[] = Object.values(TOLD);
  falseAlarms.push(...answer.signals.filter(({ mode }) => !modes.includes(mode)).map(nameOf));
  return { seed, left, hits, beside, falseAlarms };
}

function nameOf({ mode, dimension, values, n, ratio, q }: Signal): string {
  return `${mode} ${dimension.join('×')} ${values.join('|')} n ${n.toFixed(0)} ratio ${ratio?.toFixed(1)} q ${q.toExponential(0)}`;
}

/** Whether a signal names the cause that the truth gives. */
function isTrue(id: keyof typeof TOLD, { dimension, values }: Signal, truth: Truth): boolean {
  const stories = truth.stories as Partial<Record<StoryId, Record<string, unknown>>>;
  const by = dimension.join('×');
  const text = values.join('|');
  if (id === 'a') return by === 'lot_no' && textsOf(stories.a?.weakLots).includes(text);
  if (id === 'e') return by === 'carrier×warehouse' && text === `${stories.e?.carrier}|${stories.e?.warehouse}`;
  const { lots } = (stories.b?.thermostats ?? {}) as { lots?: unknown };
  return (
    (by === 'line×shift' && text === `${stories.b?.line}|night`) || (by === 'lot_no' && textsOf(lots).includes(text))
  );
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function report(all: readonly Count[]): void {
  for (const kind of ['all', 'none', 'one left out']) {
    const own = all.filter(
      ({ left }) => (left.length === 0 ? 'all' : left.length > 1 ? 'none' : 'one left out') === kind,
    );
    const of = (hit: string) => own.filter(({ hits }) => hits.includes(hit)).length;
    const sum = (count: (one: Count) => number) => own.reduce((total, one) => total + count(one), 0);
    const found = ['a', 'a first', 'b', 'b first', 'e', 'e first', 'd', 'g'].map((hit) => `${hit} ${of(hit)}`);
    process.stdout.write(
      `${kind}: ${own.length} factories; found ${found.join(', ')}; beside ${sum(({ beside }) => beside.length)}, false alarms ${sum(({ falseAlarms }) => falseAlarms.length)}\n`,
    );
  }
}
