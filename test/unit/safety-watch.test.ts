import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonsOf, type SafetyAnswer, safetyInScope, safetyTexts, safetyWatch } from '../../src/analysis/safety';
import { SAFETY_ACTS, SAFETY_WORDS } from '../../src/analysis/safety-decisions';
import { freshProblems, problemOf } from '../../src/analysis/safety-problems';
import type { Source } from '../../src/analysis/view';
import { FLAGS, flagExpressions } from '../../src/data/schema/derived';
import { identifier, literal } from '../../src/data/schema/sql';
import { createStatements, rowsTable, viewStatements } from '../../src/data/schema/tables';
import { itemsOf, lacksOf, lastAct, type SafetyAct, standingsOf } from '../../src/domain/safety-acts';
import type { Scope } from '../../src/domain/scope';
import { DEFAULT_WORDS } from '../../src/domain/sentinel';
import { type ItemFilter, laterReasons, NO_FILTER, narrowed } from '../../src/features/safety/item-filter';
import { piecesOf, sentenceOf } from '../../src/features/safety/sentence';
import { changeOf, countWords, savedWords } from '../../src/features/safety/word-draft';
import { factsWith, fakeSource } from '../support/fake-source';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';

type Row = Readonly<Record<string, string | boolean | null>>;
const MELTED = { model: 'KS-17W', failure_mode: '底座端子烧熔' };
const ROWS: readonly Row[] = [
  // Story g: three in ten weeks, two batches; statistics would never see them.
  { complaint_no: 'K3', received_at: '2025-05-20 09:00:00', batch_no: 'B2', description: '插头处发黑', ...MELTED },
  { complaint_no: 'K1', received_at: '2025-03-11 10:00:00', batch_no: 'B1', description: '使用中断电', ...MELTED },
  {
    complaint_no: 'K2',
    received_at: '2025-04-02 08:00:00',
    batch_no: 'B1',
    description: '底座端子烧熔，未起火',
    ...MELTED,
  },
  { complaint_no: 'K4', received_at: '2025-04-10 08:00:00', model: 'KG-12', description: '漏水，没有漏电，也无冒烟' },
  {
    complaint_no: 'K5',
    received_at: '2025-04-11 08:00:00',
    model: 'KG-12',
    description: '客服回访',
    severity: 'critical',
  },
  { complaint_no: 'K6', received_at: '2025-04-12 08:00:00', model: "O'Neill", description: null, safety_related: true },
  { complaint_no: null, received_at: '2025-04-13 08:00:00', model: 'KG-12', diagnosis: 'SMOKE from the base' },
  {
    complaint_no: 'K8',
    received_at: '2025-04-14 08:00:00',
    model: 'KG-12',
    description: '壶盖松动',
    severity: 'major',
  },
  { complaint_no: 'K9', received_at: null, model: 'KG-12', description: '手被烫伤', failure_mode: '漏水' },
];
const STORED = [
  ...['complaint_no', 'received_at', 'model', 'batch_no', 'failure_mode', 'description', 'diagnosis', 'severity'],
  'safety_related',
];
const TYPES: Readonly<Record<string, string>> = { received_at: 'TIMESTAMP', safety_related: 'BOOLEAN' };

let db: NodeDuckDB;
let source: Source;
beforeAll(async () => {
  db = await nodeDuckDB();
  for (const sql of createStatements()) db.rows(sql);
  const flags = flagExpressions(new Set(STORED));
  const value = (cell: Row[string] | undefined) =>
    cell === null || cell === undefined ? 'NULL' : literal(String(cell));
  const values = ROWS.map((row, n) => `(1, ${n + 1}, NULL, ${STORED.map((name) => value(row[name])).join(', ')})`);
  const columns = STORED.map(
    (name) => `CAST(${identifier(name)} AS ${TYPES[name] ?? 'VARCHAR'}) AS ${identifier(name)}`,
  );
  db.rows(
    `CREATE OR REPLACE TABLE ${rowsTable('complaint')} AS SELECT *, ${FLAGS.map((flag) => `${flags[flag]} AS ${flag}`).join(', ')} FROM ` +
      `(SELECT source_file, source_row, CAST(cell_issues AS VARCHAR[]) AS cell_issues, ${columns.join(', ')} FROM (VALUES ${values.join(', ')}) ` +
      `AS t(source_file, source_row, cell_issues, ${STORED.map(identifier).join(', ')}))`,
  );
  for (const sql of viewStatements('complaint', STORED)) db.rows(sql);
  source = {
    ...fakeSource({ complaint: factsWith(STORED, { first: '2025-03-11 10:00:00', last: '2025-06-01 00:00:00' }) }),
    run: async <R extends object>(sql: string) => db.rows(sql) as R[],
    integers: async (sql: string) => Int32Array.from(db.rows(sql), (row) => Number(Object.values(row)[0])),
  };
});
afterAll(() => db.close());

const ask = (words: readonly string[] = DEFAULT_WORDS, retired: { word: string; before: string }[] = []) =>
  safetyWatch(source, { words, retired, hashes: { 1: 'abc123' } });
const keys = ({ items }: SafetyAnswer) => items.map(({ key }) => key);

describe('the sentinel rule', () => {
  it('names each complaint from the first one on, oldest first, and why', async () => {
    const answer = await ask();
    expect(answer.items.map((item) => [item.key, ...reasonsOf(item)])).toEqual([
      ['no:K1', '烧熔'],
      ['no:K2', '烧熔'],
      ['no:K5', ':critical'],
      ['no:K6', ':flag'],
      ['at:abc123:7', 'smoke'],
      ['no:K3', '烧熔'],
      ['no:K9', '烫伤'],
    ]);
    expect(answer.more).toBe(false);
  });

  it('counts age up to the last day in the data, and says when it is unknown', async () => {
    const { items } = await ask();
    expect(items.map(({ age }) => age)).toEqual([82, 60, 51, 50, 49, 12, null]);
  });

  it('sets apart what is named only to deny it', async () => {
    const { items, denials } = await ask();
    expect(denials.map(({ key, denied }) => [key, denied])).toEqual([['no:K4', ['漏电', '冒烟']]]);
    expect(items.find(({ key }) => key === 'no:K2')?.denied).toEqual(['起火']);
  });

  it('knows which of them are in a scope', async () => {
    const { items } = await ask();
    const within = async (scope: Scope) => {
      const rows = await safetyInScope(source, items, scope);
      return items.filter(({ rowId }) => rows.has(rowId)).map(({ key }) => key);
    };
    expect(await within([{ kind: 'oneOf', field: 'model', values: ["O'Neill"] }])).toEqual(['no:K6']);
    expect(await within([{ kind: 'oneOf', field: 'model', values: [] }])).toEqual([]);
    expect(await within([])).toHaveLength(7);
  });

  it('works without words and with hostile ones', async () => {
    expect(keys(await ask([]))).toEqual(['no:K5', 'no:K6']);
    expect(keys(await ask(["');--", '.*', '\\', 'a|b']))).toEqual(['no:K5', 'no:K6']);
  });

  it('goes on seeking a removed word among what had come in', async () => {
    const retired = [{ word: '烧熔', before: '2025-04-03' }];
    expect(keys(await ask([], retired))).toEqual(['no:K1', 'no:K2', 'no:K5', 'no:K6']);
  });

  it('tells what was said and how many tickets share batch and failure', async () => {
    const { items } = await ask();
    const texts = await safetyTexts(source, items);
    const first = items[0];
    expect(first && texts.get(first.rowId)).toEqual({
      texts: [
        { column: 'description', text: '使用中断电' },
        { column: 'failure_mode', text: '底座端子烧熔' },
      ],
      sameBatch: 2,
      sameFailure: 3,
    });
  });

  it('narrows by reason, problem and model', async () => {
    const { items } = await ask();
    const of = (filter: Partial<ItemFilter>) =>
      narrowed(items, { ...NO_FILTER, state: 'all', ...filter }).map(({ key }) => key);
    expect(of({ reason: '烧熔' })).toEqual(['no:K1', 'no:K2', 'no:K3']);
    expect(of({ problem: '底座端子烧熔' })).toEqual(['no:K1', 'no:K2', 'no:K3']);
    expect(of({ problem: 'smoke' })).toEqual(['at:abc123:7']);
    expect(of({ model: 'KG-12' })).toEqual(['no:K5', 'at:abc123:7', 'no:K9']);
  });
});

describe('a new problem', () => {
  const item = (failure: string | null, day: string | null, words: readonly string[] = []) => ({
    failure,
    words,
    receivedAt: day && `${day} 08:00:00`,
  });
  const items = [
    item('玻璃破裂', '2024-02-21'),
    item('底座端子烧熔', '2025-08-29', ['烧熔']),
    item('玻璃破裂', '2025-12-05'),
    item('底座端子烧熔', '2025-11-03', ['烧熔']),
    item(null, '2025-12-01', ['冒烟']),
    item(null, '2025-12-02'),
    item('漏水', '2025-12-20'),
    item('漏水', null),
  ];

  it('is one whose first item came lately; by its word where no failure is named', () => {
    expect(freshProblems(items, '2024-01-01 08:00:00', '2025-12-31')).toEqual([
      { name: '冒烟', first: '2025-12-01' },
      { name: '底座端子烧熔', first: '2025-08-29' },
    ]);
    expect(items.map(problemOf)[4]).toBe('冒烟');
  });

  it('is none any more after half a year', () => {
    expect(freshProblems(items, '2024-01-01', '2026-02-25').map(({ name }) => name)).toContain('底座端子烧熔');
    expect(freshProblems(items, '2024-01-01', '2026-02-26').map(({ name }) => name)).not.toContain('底座端子烧熔');
  });

  it('is nothing that can be told where the data do not reach back', () => {
    expect(freshProblems(items, '2025-02-01', '2025-12-31')).toEqual([]);
    expect(freshProblems(items, undefined, undefined)).toEqual([]);
  });
});

describe('what people do', () => {
  const base = { at: '2025-06-01T08:00:00.000Z', by: '李工' };
  const closing = { ...base, kind: 'close', reason: 'contained', text: 'CAPA-7' } as const;
  const acts: SafetyAct[] = [
    { ...closing, id: 1, items: { 'no:K1': ['烧熔'], 'no:K2': ['烧熔'] } },
    { ...base, id: 2, kind: 'reopen', text: '又来一件', keys: ['no:K2'] },
    { ...closing, id: 3, items: { 'no:K5': [':critical'] } },
    { ...base, id: 4, kind: 'undo', of: 3 },
  ];

  it('makes the state of each item, and keeps its history', () => {
    const standings = standingsOf(acts);
    expect(standings.get('no:K1')?.closed?.id).toBe(1);
    expect(standings.get('no:K2')?.closed).toBeUndefined();
    expect(standings.get('no:K2')?.history.map(({ id }) => id)).toEqual([1, 2]);
    expect(standings.get('no:K5')).toBeUndefined();
    expect(lastAct(acts)?.id).toBe(2);
    expect(acts.flatMap((act) => (act.kind === 'undo' ? [] : itemsOf(act)))).toEqual([2, 1, 1]);
  });

  it('is read again as it was kept', () => {
    expect(SAFETY_ACTS.schema.parse(JSON.parse(JSON.stringify(acts)))).toEqual(acts);
    expect(SAFETY_WORDS.schema.parse(SAFETY_WORDS.initial)).toEqual(SAFETY_WORDS.initial);
    expect(() => SAFETY_ACTS.schema.parse([{ ...acts[0], reason: 'whatever' }])).toThrow();
  });

  it('shows what has been said since', async () => {
    const { items } = await ask();
    const item = items[0];
    const standing = { closed: { ...closing, id: 1, items: { 'no:K1': ['冒烟'] } }, history: [] };
    expect(item && laterReasons(item, standing)).toEqual(['烧熔']);
    expect(item && laterReasons(item, undefined)).toEqual([]);
  });

  it('asks for what somebody needs to follow it', () => {
    const none = { by: false, text: false, sameAs: false };
    expect(lacksOf({ reason: 'notSafety', text: ' ' }, '', [])).toEqual({ ...none, by: true, text: true });
    expect(lacksOf({ reason: 'sameAs', text: '', sameAs: 'K1' }, '李', ['K2'])).toEqual(none);
    expect(lacksOf({ reason: 'sameAs', text: '', sameAs: ' K2 ' }, '李', ['K2']).sameAs).toBe(true);
  });
});

describe('a change of the list', () => {
  it('counts what each word finds, denials apart', async () => {
    const counts = countWords(DEFAULT_WORDS, await ask(), () => true);
    expect(counts.get('烧熔')).toEqual({ hits: 3, denied: 0, alone: 3 });
    expect(counts.get('漏电')).toEqual({ hits: 0, denied: 1, alone: 0 });
  });

  it('names the open items that would leave, not the closed ones', async () => {
    const closed = standingsOf([
      { id: 1, at: '', by: '', kind: 'close', reason: 'other', text: 'x', items: { 'no:K1': [] } },
    ]);
    const change = changeOf(await ask(), await ask(['断电', 'smok*', '烫伤']), closed);
    expect(change.lost.map(({ key }) => key)).toEqual(['no:K2', 'no:K3']);
    expect(change.gained).toBe(0);
  });

  it('never takes open items away unless somebody says so, and writes it down', async () => {
    const before = { words: ['烧熔', '烫伤'], retired: [], changes: [] };
    const facts = {
      draft: { words: ['烫伤', '冒烟'], retired: [] },
      lost: 3,
      by: '李',
      at: '2025-06-02T01:00:00Z',
      asOf: '2025-06-01',
    };
    const kept = savedWords(before, { ...facts, keep: true });
    expect(kept.retired).toEqual([{ word: '烧熔', before: '2025-06-02' }]);
    const answer = await ask(kept.words, [...kept.retired]);
    expect(keys(answer)).toEqual(expect.arrayContaining(['no:K1', 'no:K2', 'no:K3']));
    const dropped = savedWords(before, { ...facts, keep: false });
    expect(dropped.retired).toEqual([]);
    expect(dropped.changes).toEqual([{ at: facts.at, by: '李', added: ['冒烟'], removed: ['烧熔'], dropped: 3 }]);
    // Back on the list, it is not sought twice.
    const back = savedWords(kept, {
      ...facts,
      draft: { words: [...kept.words, '烧熔'], retired: kept.retired },
      lost: 0,
      keep: true,
    });
    expect(back.retired).toEqual([]);
  });
});

describe('the sentence of a word', () => {
  const text = '客户来电。底座冒烟，有焦味！已寄回';
  const mentions = [{ start: 7, end: 9, denied: false }];

  it('is cut out of its text, the word marked', () => {
    expect(sentenceOf(text, mentions).map(({ text }) => text)).toEqual(['…', '底座', '冒烟', '，有焦味！', '…']);
    expect(
      piecesOf(text, mentions)
        .map(({ text }) => text)
        .join(''),
    ).toBe(text);
  });

  it('is short however long the text is', () => {
    const long = `${'😀'.repeat(5000)}冒烟${'x'.repeat(5000)}`;
    const pieces = sentenceOf(long, [{ start: 10_000, end: 10_002, denied: false }]);
    expect(pieces.map(({ text }) => text).join('').length).toBeLessThan(120);
    expect(pieces.find(({ mark }) => mark === 'said')?.text).toBe('冒烟');
  });
});
