import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATASETS } from '../../src/domain/columns';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';
import { type Aspect, check, type Miss, type Outcome } from '../support/strange/check';
import { type StrangeFile, strangeFile } from '../support/strange/export';

/** Which made-up exports are tried: from this number on, as many. `STRANGE=1000:300` tries others. */
const [FIRST = 1, COUNT = 40] = (process.env.STRANGE ?? '').split(':').filter(Boolean).map(Number);
/** What must never be taken otherwise than it is meant: what records there are, which count, and when things were. */
const EXACT: readonly Aspect[] = ['encoding', 'delimiter', 'header', 'records', 'rejects', 'times'];
const MAPPED = 0.99;
const FLAWLESS = 0.9;

interface Tried extends Outcome {
  readonly strange: StrangeFile;
}

let db: NodeDuckDB;
const tried: Tried[] = [];
beforeAll(async () => {
  db = await nodeDuckDB();
  for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
    const strange = strangeFile(seed);
    tried.push({ strange, ...(await check(strange, db)) });
  }
}, 600_000);
afterAll(() => db.close());

const missesOf = (meant: (miss: Miss) => boolean): string[] =>
  tried.flatMap(({ strange: { seed, traits }, misses }) =>
    misses.filter(meant).map(({ aspect, detail }) => `${seed} ${aspect}: ${detail} [${traits.join(', ')}]`),
  );
const looked = (aspect: Aspect): number => tried.reduce((sum, outcome) => sum + (outcome.looked[aspect] ?? 0), 0);

describe(`${COUNT} exports that nobody has seen before`, () => {
  test('are of all kinds', () => {
    const kinds = (of: (strange: StrangeFile) => string) => new Set(tried.map(({ strange }) => of(strange)));
    expect([...kinds(({ dataset }) => dataset)].sort()).toEqual([...DATASETS].sort());
    expect(kinds(({ encoding }) => encoding).size).toBeGreaterThanOrEqual(5);
    expect(kinds(({ delimiter }) => delimiter).size).toBeGreaterThanOrEqual(4);
    expect(kinds(({ headerLine }) => String(headerLine)).size).toBeGreaterThanOrEqual(4);
    expect(looked('rejects')).toBeGreaterThan(30 * COUNT);
    expect(looked('times')).toBeGreaterThan(30 * COUNT);
    expect(looked('values')).toBeGreaterThan(100 * COUNT);
  });

  test('are never misread without a word', () => {
    expect(missesOf(({ silent }) => silent)).toEqual([]);
  });

  test('are cut, counted and dated exactly', () => {
    expect(missesOf(({ aspect }) => EXACT.includes(aspect))).toEqual([]);
    expect(missesOf(({ aspect }) => aspect === 'dataset' || aspect === 'refused')).toEqual([]);
  });

  test('are mapped, nearly all of them without a miss', () => {
    const unmapped = missesOf(({ aspect }) => aspect === 'mapping');
    expect(unmapped.length, unmapped.join('\n')).toBeLessThanOrEqual((1 - MAPPED) * looked('mapping'));
    const flawless = tried.filter(({ misses }) => misses.length === 0).length;
    expect(flawless).toBeGreaterThanOrEqual(FLAWLESS * COUNT);
  });
});
