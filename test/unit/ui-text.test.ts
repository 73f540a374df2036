import { describe, expect, it } from 'vitest';
import { toCsv, toTsv } from '../../src/ui/csv';
import { formatFor } from '../../src/ui/format';
import { maskContact, maskName } from '../../src/ui/mask';

const zh = formatFor('zh-CN');
const en = formatFor('en');

describe('csv', () => {
  it('makes formulae harmless and leaves numbers alone', () => {
    const text = toCsv({
      header: ['a', 'b'],
      rows: [
        ['=1+1', -5],
        ['+86 10', '-5'],
        ['@x', '\tx'],
        ['\rx', 'plain'],
      ],
    });
    expect(text).toBe('\uFEFFa,b\r\n"\'=1+1",-5\r\n"\'+86 10","\'-5"\r\n"\'@x","\'\tx"\r\n"\'\rx",plain');
  });

  it('makes harmless what is a formula over several lines', () => {
    expect(toCsv({ header: ['a'], rows: [['=cmd()\nsecond line']] })).toContain('"\'=cmd()\nsecond line"');
  });

  it('quotes what needs it, writes blanks as nothing, and headers too are cells', () => {
    expect(toCsv({ header: ['=h', '描述'], rows: [[null, '他说"漏电",冒烟']] })).toBe(
      '\uFEFF"\'=h",描述\r\n,"他说""漏电"",冒烟"',
    );
  });

  it('writes TSV without BOM, without header when there is none', () => {
    expect(
      toTsv({
        header: [],
        rows: [
          ['a', 1.5],
          ['b\tc', true],
        ],
      }),
    ).toBe('a\t1.5\r\n"b\tc"\ttrue');
  });
});

describe('numbers', () => {
  it('keep their decimals', () => {
    expect(zh.number(1234567.891, 1)).toBe('1,234,567.9');
    expect(en.rate(2)).toBe('2.00');
    expect(en.percent(0.1234)).toBe('12.3%');
    expect(zh.money(-1234.5)).toBe('-¥1,234.50');
    expect(en.money(1234.5)).toBe('¥1,234.50');
  });

  it.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])('%s is a dash', (value) => {
    expect(zh.number(value)).toBe('–');
  });

  it('names sizes and durations by their two largest units', () => {
    expect(en.bytes(0)).toBe('0 byte');
    expect(en.bytes(999)).toBe('999 byte');
    expect(en.bytes(1_500_000)).toBe('1.5 MB');
    expect(en.bytes(178_000_000)).toBe('178 MB');
    expect(en.duration(200)).toBe('3 min 20 sec');
    expect(zh.duration(200)).toBe('3分钟20秒');
    expect(en.duration(7325)).toBe('2 hr 2 min');
    expect(zh.duration(0.2)).toBe('0秒');
  });
});

describe('dates', () => {
  it('are written as they stand, whatever the zone of the machine', () => {
    expect(zh.date('2026-11-21 23:59:59')).toBe('2026-11-21');
    expect(en.dateTime('2026-11-21 08:30:59')).toBe('2026-11-21 08:30');
    expect(en.dateTime('2026-11-21T08:30:59')).toBe('2026-11-21 08:30');
    expect(en.dateTime('2026-11-21')).toBe('2026-11-21');
    expect(en.date(null)).toBe('–');
  });

  it('name months', () => {
    expect(zh.month('2026-11')).toBe('2026年11月');
    expect(zh.bucket('month', '2026-01-01')).toBe('2026年1月');
    expect(en.month('2026-11-30')).toBe('Nov 2026');
  });

  it.each([
    ['2026-11-16', '2026-W47'],
    ['2026-11-22', '2026-W47'],
    ['2027-01-03', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-04', '2021-W01'],
  ])('%s is in week %s', (day, week) => {
    expect(en.week(day)).toBe(week);
    expect(zh.bucket('week', day)).toBe(`${Number(week.slice(0, 4))}年第${Number(week.slice(6))}周`);
  });
});

describe('masks', () => {
  it.each([
    ['张三丰', '张＊＊'],
    ['李四', '李＊'],
    ['王', '王＊'],
    ['Anna Smith', 'A***'],
    [' ', ''],
  ])('the name %s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['13912340000', '139****0000'],
    ['li@mail.com', 'l***@mail.com'],
    ['12345', '****'],
    ['', ''],
  ])('the contact %s becomes %s', (contact, masked) => {
    expect(maskContact(contact)).toBe(masked);
  });
});
