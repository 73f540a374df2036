import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applyDraft,
  applyVersion,
  CodingRefused,
  previewCoding,
  takeVersion,
  undoCoding,
} from '../../src/analysis/coding';
import { candidates, codingItems, waitingCounts, waitingItems } from '../../src/analysis/coding-rows';
import { tryRule } from '../../src/analysis/coding-try';
import { trends } from '../../src/analysis/trends';
import { CODING, CODING_REVIEWS } from '../../src/data/coding/kinds';
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
    expect(preview).toMatchObject({ rows: 8, changed: 6, uncodedBefore: 5, uncodedAfter: 1, disagree: 2 });
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
    const version = await applyDraft(open.workspace, '第一版');
    expect(version).toMatchObject({ id: 1, note: '第一版', coding: DRAFT });
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
    const [first] = await waitingItems(open.workspace, { queue: 'disagree', columns: ['description'], most: 1 });
    expect(first).toMatchObject({ key: 'C7', text: '渗水 跳闸', failure_mode: '漏水' });
    await open.workspace.decisions.change(CODING_REVIEWS, () => ({
      C7: [{ mode: '提前断电', part: '温控器', at: new Date().toISOString() }],
    }));
    await applyDraft(open.workspace, '');
    expect((await codes()).C7).toBe('提前断电||温控器|review|a,b');
    expect(await waitingCounts(open.workspace)).toEqual({ uncoded: 0, disagree: 1, n: 8 });
  });

  it('can be undone step by step, and an old version taken up again', async () => {
    await undoCoding(open.workspace);
    expect((await codes()).C7).toBe(coded.C7);
    await undoCoding(open.workspace);
    expect(await codes()).toMatchObject(plain);
    expect(await undoCoding(open.workspace)).toBe(false);
    await draft(NO_CODING);
    await takeVersion(open.workspace, 1);
    expect((await open.workspace.decisions.read(CODING)).draft).toEqual(DRAFT);
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
    const found = (await candidates(open.workspace, ['description'])).map(({ words }) => words.join(' '));
    expect(found.join('\n')).toMatch(/卡扣/);
    expect(found.join('\n')).toMatch(/display|missing|segments/);
    expect(found.some((words) => words.includes('周某'))).toBe(false);
  });
});
