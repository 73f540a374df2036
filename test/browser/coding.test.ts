import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyDraft, applyVersion, CodingRefused, previewCoding, undoCoding } from '../../src/analysis/coding';
import { candidates } from '../../src/analysis/coding-candidates';
import { codingItems, uncodedCount, waitingCounts, waitingItems } from '../../src/analysis/coding-rows';
import { tryRule } from '../../src/analysis/coding-try';
import { trends } from '../../src/analysis/trends';
import { CODING, CODING_REVIEWS } from '../../src/data/coding/kinds';
import { keptFacts, measureFacts } from '../../src/data/facts';
import type { ImportProgress } from '../../src/data/ingest/importer';
import { type Coding, NO_CODING, type Rule } from '../../src/domain/coding';
import { emptyWorkspace, importFiles, type OpenWorkspace, openWorkspace } from '../support/open-workspace';

const HEADER = 'complaint_no,received_at,model,category,failure_mode,description,customer_name';
const LINES = [
  'C1,2024-03-01 08:00,K1,,,壶底漏水,王小明',
  'C2,2024-03-02 08:00,K1,,,下雨天漏水,李四',
  'C3,2024-03-03 08:00,K2,,,水未开就跳闸 LEAKING,李四',
  'C4,2024-03-04 08:00,K2,product_quality,跳闸,漏水,李四',
  'C5,2024-06-04 08:00,K2,product_quality,跳闸,没有别的,李四',
  'C6,2024-06-05 08:00,K1,consultation,,问一下渗水怎么办,李四',
  'C7,2024-06-06 08:00,K1,product_quality,其他,渗水 跳闸,李四',
  'C8,2024-06-07 08:00,K1,,,没有说什么,李四',
];
const file = (name: string, lines: readonly string[]) => new File([`${HEADER}\n${lines.join('\n')}\n`], name);

const rule = (id: string, when: string, mode: string, more: Partial<Rule> = {}): Rule => ({
  id,
  when,
  mode,
  part: '',
  replaces: false,
  on: true,
  ...more,
});
const DRAFT: Coding = {
  ...NO_CODING,
  terms: [{ group: 'structural', mode: '漏水', part: '壶底', from: '', until: '' }],
  renames: [{ before: '跳闸', after: '提前断电', from: '2024-06-01' }],
  rules: [rule('a', '漏水 或 渗水 且 非 雨', '漏水'), rule('b', '跳闸', '跳闸'), rule('c', 'leak', '渗漏')],
  vague: ['其他'],
};

let open: OpenWorkspace;
const draft = (coding: Coding) => open.workspace.decisions.change(CODING, (before) => ({ ...before, draft: coding }));
const codes = async () =>
  Object.fromEntries(
    (
      await open.workspace.run<Record<string, string | boolean | null>>(
        'SELECT complaint_no, failure_mode, failure_mode_original, failure_group, failure_part, coding_source, coding_rules, is_quality FROM complaint ORDER BY complaint_no',
      )
    ).map((row) => [
      row.complaint_no,
      [row.failure_mode, row.failure_group, row.failure_part, row.coding_source, row.coding_rules].join('|'),
    ]),
  );
const plain = {
  C1: '||||',
  C2: '||||',
  C3: '||||',
  C4: '跳闸||||',
  C5: '跳闸||||',
  C6: '||||',
  C7: '其他||||',
  C8: '||||',
};
const coded = {
  C1: '漏水|structural|壶底|rule|a',
  C2: '漏水|structural|壶底|rule|a',
  C3: '跳闸|||rules_disagree|b,c',
  C4: '跳闸|||original|',
  C5: '提前断电|||renamed|',
  C6: '漏水|structural|壶底|rule|a',
  C7: '漏水|structural|壶底|rules_disagree|a,b',
  C8: '||||',
};

beforeAll(async () => {
  open = await emptyWorkspace('mine');
  await importFiles(open.workspace, [file('first.csv', LINES)]);
});
afterAll(async () => {
  await open.workspace.clear();
  await open.close();
});

describe('coding', () => {
  it('shows what it would change, and changes nothing', async () => {
    const version = open.workspace.version;
    const preview = await previewCoding(open.workspace, DRAFT);
    // One of those without a name is a consultation, which has no failure to be named.
    expect(preview).toMatchObject({ rows: 8, changed: 6, uncodedBefore: 4, uncodedAfter: 1, disagree: 2 });
    expect(preview.changes.map(({ before, after, n }) => [before, after, n])).toEqual([
      [null, '漏水', 3],
      [null, '跳闸', 1],
      ['跳闸', '提前断电', 1],
      ['其他', '漏水', 1],
    ]);
    expect(preview.sources).toEqual({ original: 1, renamed: 1, rule: 3, rules_disagree: 2 });
    expect([...preview.rules]).toEqual([
      ['a', { decides: 4, shares: 0 }],
      ['b', { decides: 1, shares: 1 }],
      ['c', { decides: 0, shares: 1 }],
    ]);
    expect(await codes()).toEqual(plain);
    expect(open.workspace.version).toBe(version);
    const [change] = preview.changes;
    const items = await codingItems(open.workspace, { ids: change?.examples ?? [], columns: ['description'] });
    expect(items.map(({ complaint_no }) => complaint_no)).toEqual(['C6', 'C2', 'C1']);
    expect(items.at(-1)?.people).toEqual(['王小明']);
  });

  it('is a version that every chart uses at once; what was imported stays', async () => {
    const before = open.workspace.version;
    await draft(DRAFT);
    const { version, effect } = await applyDraft(open.workspace, '第一版');
    expect(version).toMatchObject({ id: 1, note: '第一版', coding: DRAFT });
    expect(effect).toMatchObject({ rows: 8, changed: 6, uncodedBefore: 4, uncodedAfter: 1 });
    expect(effect.modes).toEqual([
      { mode: '漏水', before: 0, after: 4 },
      { mode: null, before: 4, after: 1 },
      { mode: '提前断电', before: 0, after: 1 },
      { mode: '其他', before: 1, after: 0 },
    ]);
    const [most] = effect.changes;
    expect(most && effect.rowsOf(most)).toEqual([5, 1, 0]);
    expect(await codes()).toEqual(coded);
    expect(open.workspace.version).not.toBe(before);
    const [row] = await open.workspace.run<{ modes: string[] }>(
      'SELECT list(failure_mode_original ORDER BY complaint_no) AS modes FROM complaint',
    );
    expect(row?.modes).toEqual([null, null, null, '跳闸', '跳闸', null, '其他', null]);
    const answer = await trends(open.workspace, {
      scope: [],
      measure: { id: 'reported', per: 'count' },
      grain: 'month',
      part: 'charts',
    });
    expect(answer.modes?.values.find(({ value }) => value === '漏水')?.n).toBe(3);
  });

  it('the facts of the coded columns are measured anew, the others are kept', async () => {
    const run = (sql: string) => open.workspace.run<Record<string, unknown>>(sql);
    expect(await keptFacts(run)).toEqual(await measureFacts(run));
    expect(open.workspace.facts.complaint).toMatchObject({ filled: { failure_mode: 7, failure_group: 4 } });
  });

  it('says of a scope how many have no name, whatever it says about the failure', async () => {
    const ofModel = { kind: 'oneOf', field: 'model', values: ['K1'] } as const;
    expect(await waitingCounts(open.workspace, [])).toEqual({ uncoded: 1, disagree: 2, n: 7 });
    expect(await waitingCounts(open.workspace, [ofModel])).toEqual({ uncoded: 1, disagree: 1, n: 4 });
    expect(await uncodedCount(open.workspace, { scope: [ofModel], measure: 'reported' })).toEqual({ uncoded: 1, n: 4 });
    const ofFailure = { kind: 'oneOf', field: 'failure_mode', values: ['漏水'] } as const;
    expect(await waitingCounts(open.workspace, [ofFailure, ofModel])).toEqual({ uncoded: 1, disagree: 1, n: 4 });
    const none = { kind: 'oneOf', field: 'model', values: ['K2'] } as const;
    const page = { queue: 'uncoded', columns: ['description'], most: 9 } as const;
    expect(await waitingItems(open.workspace, { ...page, scope: [none] })).toEqual([]);
    const items = await waitingItems(open.workspace, { ...page, scope: [ofModel] });
    expect(items.map(({ key }) => key)).toEqual(['C8']);
  });

  it('a complaint whose failure is named by a rule is one of quality', async () => {
    const quality = await open.workspace.run<{ complaint_no: string }>(
      'SELECT complaint_no FROM complaint WHERE is_quality ORDER BY 1',
    );
    expect(quality.map(({ complaint_no }) => complaint_no)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C7']);
  });

  it('is the same after a rebuild, and after the tab was closed', async () => {
    await open.workspace.rebuild();
    expect(await codes()).toEqual(coded);
    await open.close();
    open = await openWorkspace('mine');
    expect(await codes()).toEqual(coded);
  });

  it('holds for later imports, and for rows that they replace', async () => {
    await importFiles(open.workspace, [
      file('second.csv', ['C9,2024-07-01 08:00,K1,,,壶底渗水,赵六', 'C8,2024-06-07 08:00,K1,,,原来是漏水,李四']),
    ]);
    expect(await codes()).toEqual({ ...coded, C8: '漏水|structural|壶底|rule|a', C9: '漏水|structural|壶底|rule|a' });
  });

  it('what people decided about a complaint is taken in by the next version', async () => {
    const question = { queue: 'disagree', scope: [], columns: ['description'], most: 1 } as const;
    const [first] = await waitingItems(open.workspace, question);
    expect(first).toMatchObject({ key: 'C7', text: '渗水 跳闸', failure_mode: '漏水' });
    await open.workspace.decisions.change(CODING_REVIEWS, () => ({
      C7: [{ mode: '提前断电', part: '温控器', at: new Date().toISOString() }],
    }));
    await applyDraft(open.workspace, '');
    expect((await codes()).C7).toBe('提前断电||温控器|review|a,b');
    expect(await waitingCounts(open.workspace, [])).toEqual({ uncoded: 0, disagree: 1, n: 8 });
  });

  it('can be undone step by step, and an old version applied again', async () => {
    await undoCoding(open.workspace);
    expect((await codes()).C7).toBe(coded.C7);
    const undone = await undoCoding(open.workspace);
    expect(undone?.changes.map(({ before, after, n }) => [before, after, n])).toContainEqual(['提前断电', '跳闸', 1]);
    expect(undone).toMatchObject({ uncodedBefore: 0, uncodedAfter: 5 });
    expect(await codes()).toMatchObject(plain);
    const run = (sql: string) => open.workspace.run<Record<string, unknown>>(sql);
    expect(await keptFacts(run)).toEqual(await measureFacts(run));
    expect(await undoCoding(open.workspace)).toBeUndefined();
    await draft(NO_CODING);
    await applyVersion(open.workspace, 1);
    expect((await codes()).C1).toBe(coded.C1);
  });

  it('tries a rule beside the others', async () => {
    const trial = await tryRule(open.workspace, { coding: DRAFT, when: '跳闸 或 水' });
    expect(trial).toMatchObject({
      rows: 9,
      hits: 8,
      uncoded: 0,
      overlaps: [
        { rule: 'a', n: 7 },
        { rule: 'b', n: 2 },
        { rule: 'c', n: 1 },
      ],
    });
  });

  it('several trials at once do not disturb each other, and one can be stopped', async () => {
    const stop = new AbortController();
    const stopped = tryRule(open.workspace, { coding: DRAFT, when: '水' }, { signal: stop.signal });
    const others = ['漏水', '跳闸', '渗水'].map((when) => tryRule(open.workspace, { coding: DRAFT, when }));
    stop.abort();
    await expect(stopped).rejects.toThrow();
    expect((await Promise.all(others)).map(({ hits }) => hits)).toEqual([4, 2, 3]);
  });

  it('names its step in an import, which can be cancelled then and leaves everything as it was', async () => {
    const [before, { journal }] = [await codes(), open.workspace];
    const late = file('late.csv', ['E1,2024-09-01 08:00,K1,,,壶底渗水,赵六']);
    const plan = await open.workspace.analyse(late);
    if ('refused' in plan) throw new Error('refused');
    const steps: ImportProgress[] = [];
    const stop = new AbortController();
    const importing = open.workspace.import([{ file: late, plan }], {
      signal: stop.signal,
      onProgress: (progress) => {
        steps.push(progress);
        if (progress.step === 'coding') stop.abort();
      },
    });
    await expect(importing).rejects.toThrow();
    expect(steps.find(({ step }) => step === 'coding')).toMatchObject({ bytes: 10, total: 10 });
    expect(await codes()).toEqual(before);
    expect(open.workspace.journal).toEqual(journal);
  });

  it('refuses a draft with errors and keeps no version of it', async () => {
    const before = await open.workspace.decisions.read(CODING);
    await draft({ ...DRAFT, rules: [rule('x', '漏水 或', '漏水')] });
    await expect(applyDraft(open.workspace, '')).rejects.toThrow(CodingRefused);
    expect((await open.workspace.decisions.read(CODING)).versions).toEqual(before.versions);
    await draft(DRAFT);
  });

  it('when cancelled leaves everything as it was', async () => {
    const before = await codes();
    await draft({ ...DRAFT, rules: [] });
    const stop = new AbortController();
    stop.abort();
    await expect(applyDraft(open.workspace, '', { signal: stop.signal })).rejects.toThrow();
    expect(await codes()).toEqual(before);
    const late = new AbortController();
    const cancelled = applyDraft(open.workspace, '', { signal: late.signal, onProgress: () => late.abort() });
    await expect(cancelled).rejects.toThrow();
    expect(await codes()).toEqual(before);
    const left = await open.workspace.run("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'coding%'");
    expect(left).toEqual([]);
  });

  it('gives group and part by the line of the dictionary that holds on the day of receipt', async () => {
    const term = { group: 'functional', mode: '漏水', part: '', from: '', until: '' };
    await draft({
      ...DRAFT,
      terms: [
        { ...term, part: '密封圈', until: '2024-06-05' },
        { ...term, group: 'structural', part: '壶底', from: '2024-06-05', until: '2024-07-01' },
      ],
    });
    await applyDraft(open.workspace, '');
    const found = await codes();
    expect([found.C1, found.C6]).toEqual(['漏水|functional|密封圈|rule|a', '漏水|structural|壶底|rule|a']);
    // Received on 2024-07-01, when the last line has ended: the name is no longer given.
    expect(found.C9).toBe('||||');
    await undoCoding(open.workspace);
    await draft(DRAFT);
  });

  it('a coding that another tab’s end left half is settled on opening', async () => {
    await open.workspace.decisions.change(CODING, (now) => ({ ...now, applied: 0 }));
    await open.close();
    open = await openWorkspace('mine');
    expect(await codes()).toMatchObject(plain);
  });

  it('offers groups of words from texts without a code', async () => {
    const lines = Array.from({ length: 60 }, (_, at) =>
      at % 2 === 0
        ? `D${at},2024-08-01 08:00,K1,,,第${at}次用 壶盖卡扣断裂了,周某`
        : `D${at},2024-08-01 08:00,K1,,,display shows missing segments again ${at},周某`,
    );
    await importFiles(open.workspace, [file('third.csv', lines)]);
    const question = { columns: ['description'], rules: [] };
    const all = await candidates(open.workspace, question);
    const found = all.groups.map(({ words }) => words.join(' '));
    expect(found.join('\n')).toMatch(/卡扣/);
    expect(found.join('\n')).toMatch(/display|missing|segments/);
    expect(found.some((words) => words.includes('周某'))).toBe(false);
    expect(all).toMatchObject({ covered: 0 });
    const rest = await candidates(open.workspace, { ...question, rules: [rule('n', '卡扣', '断裂')] });
    expect([rest.texts, rest.covered]).toEqual([all.texts, 30]);
    expect(rest.groups.some(({ words }) => words.join(' ').includes('卡扣'))).toBe(false);
  });
});
