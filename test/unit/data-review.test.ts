import { describe, expect, it, test } from 'vitest';
import { columnGroups } from '../../src/domain/column-groups';
import { DATASETS, SCHEMAS } from '../../src/domain/columns';
import { withCode, withDataset, withReading, withTarget } from '../../src/features/data/review/options';
import { timeExample } from '../../src/features/data/review/time-example';
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
    ['5th March 2024', 'do MMM yyyy', '2024-03-05'],
    ['Tue, 5 Mar 2024', 'EEE, dd MMM yyyy', '2024-03-05'],
    ['45356', 'excel serial', '2024-03-05'],
    ['1709627400', 'unix seconds', '2024-03-05 08:30'],
    ['２０２４／０３／０５', 'yyyy/MM/dd', '2024-03-05'],
  ])('%s by %s', (cell, format, read) => expect(timeExample(cell, format)).toBe(read));

  it('is missing where the cell does not fit', () => {
    expect(timeExample('待查', 'yyyy-MM-dd')).toBeUndefined();
    expect(timeExample('45x', 'excel serial')).toBeUndefined();
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
