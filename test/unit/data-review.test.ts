import { describe, expect, it, test } from 'vitest';
import { readTime } from '../../src/data/ingest/meaning/read-time';
import type { FilePlan } from '../../src/data/ingest/plan';
import { columnGroups } from '../../src/domain/column-groups';
import { DATASETS, SCHEMAS } from '../../src/domain/columns';
import { joinedTimes, readDraft } from '../../src/features/data/review/computed/draft';
import { withCode, withComputed, withDataset, withReading, withTarget } from '../../src/features/data/review/options';
import { Pace } from '../../src/session/pace';

describe('what a file was told', () => {
  const told = { mapping: { 甲: 'model', 乙: null }, values: { 级: { 重: 'major' } }, encoding: 'big5' } as const;

  test('a column gives up its place to the one that is given it', () => {
    expect(withTarget(told, '丙', 'model').mapping).toEqual({ 乙: null, 丙: 'model' });
    expect(withTarget(told, '甲', 'batch_no').mapping).toEqual({ 甲: 'batch_no', 乙: null });
  });

  test('several columns may be left out', () => {
    expect(withTarget(told, '丙', null).mapping).toEqual({ 甲: 'model', 乙: null, 丙: null });
  });

  test('values add up', () => {
    expect(withCode(told, '级', '轻', 'minor').values).toEqual({ 级: { 重: 'major', 轻: 'minor' } });
    expect(withCode({}, '级', '轻', 'minor').values).toEqual({ 级: { 轻: 'minor' } });
  });

  test('another way of cutting or another dataset makes columns other columns', () => {
    expect(withReading(told, { encoding: 'gb18030' })).toEqual({ encoding: 'gb18030' });
    expect(withDataset(told, 'shipment')).toEqual({ encoding: 'big5', dataset: 'shipment' });
  });
});

describe('computed columns under review', () => {
  const column = (index: number, source: string, target: string | null) => ({
    index,
    source,
    target,
    confidence: 1,
    samples: [],
  });
  const plan = (days: readonly string[], clocks: readonly string[], computed?: string) =>
    ({
      dataset: 'complaint',
      columns: [
        column(0, 'no', 'complaint_no'),
        column(1, '日期', 'occurred_at'),
        column(2, '时间', null),
        ...(computed === undefined ? [] : [{ ...column(3, '合', 'x_合'), computed }]),
      ],
      preview: days.map((day, at) => [String(at), day, clocks[at] ?? '']),
    }) as unknown as FilePlan;

  it.each([
    [['2024-03-05', '2024/3/6'], ['08:30', '9:05:10'], "concat([日期], ' ', [时间])"],
    [['2024-03-05 00:00:00', ''], ['08:30:00', ''], "concat(part([日期], ' ', 1), ' ', [时间])"],
    [['2024年3月5日'], ['8时30分'], "concat([日期], ' ', [时间])"],
    [['2024-03-05 10:00'], ['08:30'], undefined],
    [['2024-03-05'], ['day'], undefined],
    [[], [], undefined],
  ])('%j and %j are joined by %s', (days, clocks, expression) => {
    const joined = joinedTimes(plan(days, clocks));
    expect(joined?.expression).toBe(expression);
    if (joined === undefined) return;
    expect(joined.target).toBe('occurred_at');
    expect(readDraft(plan(days, clocks), joined, undefined)).toMatchObject({ computed: expression });
  });

  test('what was joined is not proposed again', () => {
    expect(joinedTimes(plan(['2024-03-05'], ['08:30'], '[日期] & [时间]'))).toBeUndefined();
  });

  test('two of one name are refused, one may keep its own', () => {
    const draft = { name: '合', expression: '[no]', target: 'x_合' };
    const under = plan(['2024-03-05'], ['08:30'], '[日期]');
    expect(readDraft(under, draft, undefined)).toEqual({ code: 'nameTaken' });
    expect(readDraft(under, draft, '合')).toMatchObject({ source: '合' });
  });

  test('what was said of one that goes is forgotten', () => {
    const options = { mapping: { 合: 'received_at', no: 'order_no' }, values: { 合: { a: 'b' } } };
    const one = { name: '合', expression: '[no]' };
    expect(withComputed(options, [one], [])).toEqual({ computed: [], mapping: { no: 'order_no' }, values: {} });
    expect(withComputed(options, [one], [one])).toEqual({ ...options, computed: [one] });
    expect(withReading({ ...options, computed: [one] }, { encoding: 'big5' }).computed).toBeUndefined();
  });
});

test('every canonical column is offered in one group', () => {
  for (const dataset of DATASETS) {
    const groups = columnGroups(dataset);
    expect(groups.flatMap(({ columns }) => columns)).toEqual(SCHEMAS[dataset].columns.map(({ name }) => name));
    expect(groups.every(({ columns }) => columns.length > 0)).toBe(true);
  }
});

describe('an example of how a date is read', () => {
  it.each([
    ['05/03/2024', 'dd/MM/yyyy', '2024-03-05'],
    ['05/03/2024', 'MM/dd/yyyy', '2024-05-03'],
    ['2024年3月5日', 'yyyy年MM月dd日', '2024-03-05'],
    ['20240305', 'yyyyMMdd', '2024-03-05'],
    ['20240305143012', 'yyyyMMddHHmmss', '2024-03-05 14:30'],
    ['2024-03-05T08:30:12.345Z', 'yyyy-MM-ddTHH:mm:ss.SSSX', '2024-03-05 08:30'],
    ['2024/3/5 下午 2:05', 'yyyy/MM/dd a hh:mm', '2024-03-05 14:05'],
    ['3/5/24 12:10 AM', 'MM/dd/yy hh:mm a', '2024-03-05 00:10'],
    ['105/07/29', 'rrr/MM/dd', '2016-07-29'],
    ['1050729', 'rrrMMdd', '2016-07-29'],
    ['2024-05', 'yyyy-MM', '2024-05'],
    ['202405', 'yyyyMM', '2024-05'],
    ['240305', 'yyMMdd', '2024-03-05'],
    ['2024-03-05 24:00', 'yyyy-MM-dd kk:mm', '2024-03-06 00:00'],
    ['星期二 2024年3月5日', 'EEE yyyy年MM月dd日', '2024-03-05'],
    ['5th March 2024', 'do MMM yyyy', '2024-03-05'],
    ['Tue, 5 Mar 2024', 'EEE, dd MMM yyyy', '2024-03-05'],
    ['45356', 'excel serial', '2024-03-05'],
    ['1709627400', 'unix seconds', '2024-03-05 08:30'],
    ['２０２４／０３／０５', 'yyyy/MM/dd', '2024-03-05'],
  ])('%s by %s', (cell, format, read) => expect(readTime(cell, format)).toBe(read));

  it('is missing where the cell does not fit', () => {
    expect(readTime('待查', 'yyyy-MM-dd')).toBeUndefined();
    expect(readTime('45x', 'excel serial')).toBeUndefined();
  });
});

describe('the pace of a step', () => {
  const progress = (bytes: number, at = 1) =>
    ({ step: 'loading', file: 'a.csv', at, of: 2, bytes, total: 100 }) as const;

  test('tells the time left, of each file anew', () => {
    let now = 0;
    const pace = new Pace(() => now);
    expect(pace.secondsLeft(progress(0))).toBeUndefined();
    now = 2000;
    expect(pace.secondsLeft(progress(20))).toBe(8);
    now = 3000;
    expect(pace.secondsLeft(progress(10, 2))).toBeUndefined();
    now = 5000;
    expect(pace.secondsLeft(progress(55, 2))).toBe(2);
  });

  test('says nothing while nothing moves', () => {
    let now = 0;
    const pace = new Pace(() => now);
    pace.secondsLeft(progress(5));
    now = 9000;
    expect(pace.secondsLeft(progress(5))).toBeUndefined();
  });
});
