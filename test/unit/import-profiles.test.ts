import Papa from 'papaparse';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { Decisions } from '../../src/data/decisions';
import { memoryFiles } from '../../src/data/engine/memory-files';
import type { FilePlan, ImportOptions } from '../../src/data/ingest/plan';
import { analyse } from '../../src/data/ingest/survey/analyse';
import { NOTHING_LEARNED, type Profile, sameColumns, toldOf } from '../../src/data/ingest/survey/profile';
import { PROFILES, WORDS } from '../../src/data/profiles/kinds';
import { learnedOf } from '../../src/data/profiles/learned';
import { profileFile, readProfileFile, withFile } from '../../src/data/profiles/profile-file';
import { freeName, nameFrom, remember, renamed, saysSomething, withWords } from '../../src/data/profiles/remember';
import { hasRealFiles, realFile } from '../support/scan';

const HEADER = ['编号', '日期', '时间', '机种', '现象', '等级', '备注'];
const ROWS = [
  ['A1', '2024-03-05', '08:30', 'KD', '漏水', '甲级', 'x'],
  ['A2', '2024-03-06', '09:45', 'KD', '跳闸', '乙级', 'y'],
  ['A3', '2024-03-07', '10:00', 'KS', '漏水', '甲级', 'z'],
];
const AT = '2026-11-25T10:00:00.000Z';
const LATER = '2026-12-25T10:00:00.000Z';

const file = (
  header: readonly string[],
  rows: readonly (readonly string[])[] = ROWS,
  name = '客诉_202403.csv',
  top = '',
) => new File([top + [header, ...rows].map((row) => row.join(',')).join('\n')], name);

const TOLD: ImportOptions = {
  dataset: 'complaint',
  mapping: { 编号: 'complaint_no', 受理: 'received_at', 等级: 'severity', 备注: null },
  values: { 等级: { 甲级: 'critical', 乙级: 'minor' } },
  computed: [{ name: '受理', expression: "concat([日期], ' ', [时间])" }],
};

let decisions: Decisions;
beforeEach(async () => {
  const files = memoryFiles('mine');
  await files.clear();
  decisions = new Decisions(files);
});

async function plan(source: File, options: ImportOptions = {}): Promise<FilePlan> {
  const result = await analyse(source, options, {}, undefined, await learnedOf(decisions));
  if ('refused' in result) throw new Error(result.refused.code);
  return result;
}

/** Imports as far as learning goes. */
async function taught(source: File, options: ImportOptions, name?: string | false, at = AT) {
  return remember(decisions, { plan: await plan(source, options), options, name, at });
}

const codes = ({ problems }: FilePlan) =>
  problems.map(({ level, code }) => `${level} ${code}`).filter((code) => code.includes('rofile'));
const targets = ({ columns }: FilePlan) => Object.fromEntries(columns.map(({ source, target }) => [source, target]));

describe('a file like one before', () => {
  beforeEach(() => taught(file(HEADER), TOLD));

  test('is read the same way, in whatever order its columns stand and however they are written', async () => {
    const shuffled = ['等　级', '編號', '日期', '備註', '时间', '机种', '现象'];
    const rows = ROWS.map(
      ([no, day, clock, model, mode, level, note]) => [level, no, day, note, clock, model, mode] as string[],
    );
    const next = await plan(file(shuffled, rows, '客诉_202404.csv'));
    expect(codes(next)).toEqual(['note profileApplied']);
    expect(next.profile?.name).toBe('客诉');
    expect(targets(next)).toMatchObject({
      編號: 'complaint_no',
      受理: 'received_at',
      '等 级': 'severity',
      備註: null,
    });
    expect(next.columns.find(({ source }) => source === '等 级')?.values).toEqual({ 甲级: 'critical', 乙级: 'minor' });
    const times = next.columns.find(({ source }) => source === '受理');
    expect(times?.time?.shapes.map(({ format, sample }) => [format, sample])).toEqual([
      ['yyyy-MM-dd HH:mm', '2024-03-05 08:30'],
    ]);
  });

  test('is read without it when somebody says so, and the other way round', async () => {
    const without = await plan(file(HEADER), { profile: false });
    expect(codes(without)).toEqual(['note profileDeclined']);
    expect(without.profile).toBeUndefined();
    expect(targets(without)).not.toHaveProperty('受理');
    expect(codes(await plan(file(HEADER), { profile: '客诉' }))).toEqual(['note profileTaken']);
    expect(codes(await plan(file(HEADER), { profile: '别的' }))).toEqual(['error noSuchProfile']);
  });

  test('what is said now goes before what was said then', async () => {
    const next = await plan(file(HEADER), { mapping: { 机种: 'complaint_no' }, values: { 等级: { 甲级: 'major' } } });
    expect(targets(next)).toMatchObject({ 机种: 'complaint_no', 受理: 'received_at', 备注: null });
    expect(targets(next).编号).not.toBe('complaint_no');
    expect(next.columns.find(({ source }) => source === '等级')?.values).toEqual({ 甲级: 'major', 乙级: 'minor' });
  });

  test('a computed column that was removed does not come back', async () => {
    const next = await plan(file(HEADER), { computed: [] });
    expect(targets(next)).not.toHaveProperty('受理');
    expect(next.problems.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('with most of its columns it is offered, and then applied as far as it goes', async () => {
    const fewer = HEADER.filter((name) => name !== '时间');
    const rows = ROWS.map((row) => row.filter((_, at) => at !== 2));
    const next = await plan(file(fewer, rows));
    expect(codes(next)).toEqual(['ask profileOffered']);
    expect(targets(next).备注).not.toBeNull();
    const { details } = next.problems.find(({ code }) => code === 'profileOffered') ?? {};
    expect(details).toMatchObject({ profile: '客诉', share: 85 });
    const taken = await plan(file(fewer, rows), { profile: String(details?.id) });
    expect(codes(taken)).toEqual(['note profileTaken', 'note profileGaps']);
    expect(taken.problems.find(({ code }) => code === 'profileGaps')?.details.columns).toBe('受理');
    expect(targets(taken)).toMatchObject({ 编号: 'complaint_no', 备注: null });
    expect(taken.problems.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('with fewer columns in common it is not mentioned', async () => {
    const other = [...HEADER.slice(0, 4), 'p', 'q', 'r'];
    expect(codes(await plan(file(other)))).toEqual([]);
  });

  test('of several that fit, the one used last', async () => {
    await taught(file(HEADER), { profile: false, mapping: { 现象: 'description' } }, '另一种', LATER);
    expect((await plan(file(HEADER))).profile?.name).toBe('另一种');
    await taught(file(HEADER), { profile: '客诉' }, undefined, '2027-01-01T00:00:00.000Z');
    expect((await plan(file(HEADER))).profile?.name).toBe('客诉');
  });

  test('a change under it becomes part of it', async () => {
    await taught(file(HEADER), { mapping: { 现象: 'description' } }, undefined, LATER);
    const [profile, ...others] = await decisions.read(PROFILES);
    expect(others).toEqual([]);
    expect(profile).toMatchObject({ name: '客诉', madeAt: AT, usedAt: LATER });
    expect(profile?.told.mapping).toEqual({ ...TOLD.mapping, 现象: 'description' });
  });
});

test('a header that had to be pointed out is found again under titles that change', async () => {
  const report = (title: string) => file(HEADER, ROWS, '报表.csv', `${title},,,,,,\n,,,,,,\n说明,甲,乙,丙,丁,戊,己\n`);
  await taught(report('二〇二四年三月'), { headerRow: 4, mapping: { 备注: null } });
  const next = await plan(report('二〇二四年四月，共三件'.replace('，', '')));
  expect(next.profile?.name).toBe('报表');
  expect(next.dialect.headerLine).toBe(4);
});

test('a file without header is offered the profile of one with as many columns, never given it', async () => {
  await taught(file(['A0', '2024-03-04', '07:30', 'KD', '漏水', '甲级', 'x']), {
    headerRow: 0,
    mapping: { column_1: 'complaint_no' },
  });
  const next = await plan(file(['A7', '2024-05-04', '07:30', 'KD', '漏水', '甲级', 'x']), { headerRow: 0 });
  expect(codes(next)).toEqual(['ask profileOffered']);
});

describe('words that were explained', () => {
  test('hold in other files, for the same vocabulary only', async () => {
    await taught(file(HEADER), TOLD, false);
    expect(await decisions.read(PROFILES)).toEqual([]);
    const other = await plan(
      file(
        ['单号', '严重度', '优先级', '受理日期'],
        [
          ['1', '甲 级', '甲级', '2024-01-02'],
          ['2', '一般', '一般', '2024-01-03'],
        ],
      ),
    );
    const column = (source: string) => other.columns.find((column) => column.source === source);
    expect(column('严重度')).toMatchObject({
      target: 'severity',
      values: { '甲 级': 'critical', 一般: 'moderate' },
      learned: ['甲 级'],
    });
    expect(column('优先级')?.values).toMatchObject({ 甲级: null });
    expect(column('优先级')?.learned).toBeUndefined();
  });

  test('make a column one of the vocabulary that its own words would not', async () => {
    const levels = file(
      ['单号', '严重度', '受理日期'],
      [
        ['1', '甲级', '2024-01-02'],
        ['2', '乙级', '2024-01-03'],
      ],
    );
    expect(targets(await plan(levels)).严重度).not.toBe('severity');
    await taught(file(HEADER), TOLD, false);
    expect(targets(await plan(levels)).严重度).toBe('severity');
  });

  test('what was said last holds', async () => {
    await taught(file(HEADER), TOLD, false);
    await taught(file(HEADER), { ...TOLD, values: { 等级: { 甲级: 'major' } } }, false);
    expect((await decisions.read(WORDS)).severity).toEqual([
      { value: '甲级', code: 'major' },
      { value: '乙级', code: 'minor' },
    ]);
  });
});

describe('nothing is kept', () => {
  test('of what was said for one file only', async () => {
    await taught(file(HEADER), { ...TOLD, replace: 'period', profile: false });
    const [profile] = await decisions.read(PROFILES);
    expect(Object.keys(profile?.told ?? {}).sort()).toEqual(['computed', 'mapping', 'values']);
    expect(saysSomething({ replace: 'period' })).toBe(false);
  });

  test('of an import that nobody changed', async () => {
    expect(await taught(file(HEADER), {})).toBeUndefined();
    expect(await decisions.read(PROFILES)).toEqual([]);
    expect([{}, { mapping: {} }, { profile: false } as const, { mapping: undefined }].some(saysSomething)).toBe(false);
  });

  test('that cannot be read: imports go on without it and say so', async () => {
    const files = memoryFiles('mine');
    await files.write('decisions/import-profiles.json', '{"half":');
    decisions = new Decisions(files);
    expect(await learnedOf(decisions)).toEqual({ ...NOTHING_LEARNED, unreadable: true });
    expect(codes(await plan(file(HEADER)))).toEqual(['note profilesUnreadable']);
  });
});

test.skipIf(!hasRealFiles)('columns made of a real export’s are those that another parser gives', async () => {
  const bytes = realFile('chinese/car_complaint_utf8.csv');
  const computed = [
    { name: '月', expression: 'left([datetime], 7)' },
    { name: '车', expression: "upper([brand]) & '/' & coalesce([type], [car_model], '?')" },
    { name: '首项', expression: "if(contains([problem], ','), part([problem], ',', 1), [problem])" },
  ];
  const mapping = Object.fromEntries(computed.map(({ name }) => [name, `x_${name}`]));
  const source = new File([bytes], 'car_complaint_utf8.csv');
  const { columns, scan } = await plan(source, { dataset: 'complaint', computed, mapping });
  const { data } = Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), { header: true });
  const cell = (row: Record<string, string>, name: string) => (row[name] ?? '').trim();
  const nothing = new Set(['', '-', '/', '.', '*', '无', '空', '暂无', 'NA', 'N/A']);
  const expected: Record<string, (row: Record<string, string>) => string> = {
    月: (row) => cell(row, 'datetime').slice(0, 7),
    车: (row) =>
      `${cell(row, 'brand').replace(/[a-z]/g, (letter) => letter.toUpperCase())}/${[cell(row, 'type'), cell(row, 'car_model'), '?'].find((text) => !nothing.has(text))}`,
    首项: (row) => cell(row, 'problem').split(',')[0]?.trim() ?? '',
  };
  const records = data.filter((row) => Object.values(row).some((text) => text.trim() !== ''));
  expect(scan.records).toBe(records.length);
  const profiles = new Map([...scan.profiles, ...scan.counted].map((profile) => [profile.index, profile]));
  let compared = 0;
  for (const { source: name, index } of columns) {
    const found = profiles.get(index)?.values;
    const made = expected[name];
    if (made === undefined || found === undefined) continue;
    const counts = new Map<string, number>();
    for (const text of records.map(made).filter((one) => one !== '')) counts.set(text, (counts.get(text) ?? 0) + 1);
    expect(new Map(found.map(({ value, count }) => [value, count]))).toEqual(counts);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(0);
});

it.each([
  ['客诉导出_202405.xlsx', '客诉导出'],
  ['2024年5月客诉明细.csv', '客诉明细'],
  ['四月.zip/claims 2024-05-31 (2).csv', 'claims'],
  ['20240531.csv', '20240531'],
  ['KD18.csv', 'KD'],
])('%s gives the name %s', (name, kept) => expect(nameFrom(name)).toBe(kept));

test('what can be kept is bounded, and the oldest go', () => {
  const many = Array.from({ length: 5010 }, (_, at) => ({ value: `词${at}`, code: 'minor' }));
  const words = withWords({ severity: many.slice(0, 5000) }, { severity: many.slice(5000) });
  expect(words.severity).toHaveLength(5000);
  expect(words.severity?.at(-1)?.value).toBe('词5009');
  const used = (at: number) => ({ id: `p${at}`, name: `n${at}`, usedAt: new Date(at * 1000).toISOString() }) as Profile;
  const all = withFile(
    Array.from({ length: 500 }, (_, at) => used(at + 1)),
    [used(9000), used(0)],
  );
  expect(all).toHaveLength(500);
  expect(all.map(({ id }) => id)).toContain('p9000');
  expect(all.map(({ id }) => id)).not.toContain('p0');
});

test('a name of blanks is none, and a long one leaves room for a number', async () => {
  expect(await taught(file(HEADER), TOLD, '   ')).toBe('客诉');
  const long = 'x'.repeat(200);
  await taught(file(HEADER), { ...TOLD, profile: false }, long);
  const other = [...HEADER, '另'];
  const rows = ROWS.map((row) => [...row, '1']);
  const name = await taught(file(other, rows), { ...TOLD, profile: false }, long);
  expect(name).toMatch(/^x{195} 2$/);
});

test('names are free', () => {
  const named = ['a', 'a 2', 'b'].map((name) => ({ id: name, name }) as Profile);
  expect(freeName(named, 'a')).toBe('a 3');
  expect(renamed(named, 'b', 'a').map(({ name }) => name)).toEqual(['a', 'a 2', 'a 3']);
  expect(renamed(named, 'b', 'b').map(({ name }) => name)).toEqual(['a', 'a 2', 'b']);
});

test('columns are the same in any order and script', () => {
  expect(sameColumns(['客訴編號', 'A B', '#'], ['#', 'a_b', '客诉编号'])).toBe(true);
  expect(sameColumns(['a', 'b'], ['a'])).toBe(false);
});

describe('as a file', () => {
  const profile: Profile = {
    id: 'p1',
    name: '客诉',
    dataset: 'complaint',
    columns: HEADER,
    headerless: false,
    told: { mapping: { 编号: 'complaint_no' }, computed: [...(TOLD.computed ?? [])] },
    madeAt: AT,
    usedAt: AT,
  };
  const words = { severity: [{ value: '甲级', code: 'critical' }] };
  const content = { kind: 'truecause import profiles', version: 1, profiles: [profile], words };
  const from = (value: unknown) =>
    readProfileFile(new Blob([typeof value === 'string' ? value : JSON.stringify(value)]));

  test('they come back as they were', async () => {
    expect(await readProfileFile(profileFile({ profiles: [profile], words }))).toEqual({ profiles: [profile], words });
  });

  it.each([
    ['{', { code: 'notJson' }],
    ['', { code: 'notJson' }],
    ['null', { code: 'otherFile' }],
    ['[1]', { code: 'otherFile' }],
    [{ ...content, version: 2 }, { code: 'newerVersion' }],
    [{ ...content, version: '1' }, { code: 'newerVersion' }],
    [
      { ...content, profiles: [{ ...profile, name: '' }] },
      { code: 'broken', place: 'profiles › 1 › name' },
    ],
    [
      { ...content, profiles: [{ ...profile, dataset: 'toString' }] },
      { code: 'broken', place: 'profiles › 1 › dataset' },
    ],
    [
      { ...content, profiles: [{ ...profile, told: { headerRow: -1 } }] },
      { code: 'broken', place: 'profiles › 1 › told › headerRow' },
    ],
    [
      { ...content, words: { severity: [{ value: 'x', code: 'drop table' }] } },
      { code: 'broken', place: 'words › severity › 1 › code' },
    ],
    [
      { ...content, profiles: [{ ...profile, told: { mapping: { a: 'shipped_to' } } }] },
      { code: 'badTarget', profile: '客诉', column: 'shipped_to' },
    ],
    [
      { ...content, profiles: [{ ...profile, told: { computed: [{ name: 'c', expression: 'eval(1)' }] } }] },
      { code: 'badExpression', profile: '客诉', column: 'c' },
    ],
  ])('%j: %j', async (value, problem) => expect(await from(value)).toEqual(problem));

  test('names of the language’s own are no way in', async () => {
    const hostile = JSON.stringify(content).replace(
      '"编号":"complaint_no"',
      '"__proto__":"model","constructor":"complaint_no"',
    );
    const read = await from(hostile);
    if ('code' in read) throw new Error(read.code);
    const { told } = toldOf(read.profiles[0] as Profile, ['constructor', 'x']);
    expect(Object.keys(told.mapping ?? {})).toEqual(['constructor']);
    expect(({} as Record<string, unknown>).model).toBeUndefined();
  });

  test('too large to be one', async () => {
    expect(await readProfileFile(new Blob(['x'.repeat(11 * 1024 * 1024)]))).toEqual({ code: 'tooLarge' });
  });

  test('one that is there is replaced, another of its name gets a number', () => {
    const before = [profile, { ...profile, id: 'p2', name: 'b' }];
    const after = withFile(before, [
      { ...profile, told: {} },
      { ...profile, id: 'p3', name: 'b' },
    ]);
    expect(after.map(({ id, name, told }) => [id, name, told.mapping === undefined])).toEqual([
      ['p2', 'b', false],
      ['p1', '客诉', true],
      ['p3', 'b 2', false],
    ]);
  });
});
