import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatsOf, timeExpression } from '../../src/data/ingest/load/time-sql';
import { readTime } from '../../src/data/ingest/meaning/read-time';
import { contraryCells, planTime, readableShare } from '../../src/data/ingest/meaning/times';
import type { DateOrder, TimePlan } from '../../src/data/ingest/plan';
import { profileOf } from '../../src/data/ingest/text/sample-profile';
import { literal } from '../../src/data/schema/sql';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';

let db: NodeDuckDB;
beforeAll(async () => {
  db = await nodeDuckDB();
});
afterAll(() => db.close());

const plan = (cells: readonly string[], witnesses: readonly TimePlan[] = [], order?: DateOrder) =>
  planTime(profileOf(0, cells), witnesses, order);

/** What the engine reads by a plan, as ISO text to the millisecond; null where it reads nothing. */
function read(cells: readonly string[], by: TimePlan = plan(cells)): (string | null)[] {
  const values = cells.map((cell, at) => `(${at}, ${literal(cell)})`).join(', ');
  const sql = `SELECT strftime(${timeExpression('"c0"', by)}, '%Y-%m-%d %H:%M:%S.%g') AS at FROM (VALUES ${values}) AS cells(row, c0) ORDER BY row`;
  return db.rows(sql).map(({ at }) => at as string | null);
}

const two = (number: number) => String(number).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FULL = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Precision = 'month' | 'day' | 'minute' | 'second';
interface Wall {
  readonly y: number;
  readonly M: number;
  readonly d: number;
  readonly H: number;
  readonly m: number;
  readonly s: number;
}
const half = (H: number) => (H < 12 ? 'AM' : 'PM');
const halfZh = (H: number) => (H < 6 ? '凌晨' : H < 12 ? '上午' : H < 18 ? '下午' : H === 18 ? '傍晚' : '晚上');
const twelve = (H: number) => (H % 12 === 0 ? 12 : H % 12);
const day = ({ y, M, d }: Wall) => `${y}-${two(M)}-${two(d)}`;
const serial = ({ y, M, d }: Wall) => Date.UTC(y, M - 1, d) / 86_400_000 + 25_569;

/** Ways of writing a time that are unmistakable by themselves, with the precision that survives. */
const STYLES: Record<string, { write: (t: Wall) => string; precision: Precision }> = {
  iso: { write: (t) => `${day(t)} ${two(t.H)}:${two(t.m)}:${two(t.s)}`, precision: 'second' },
  'iso T': { write: (t) => `${day(t)}T${two(t.H)}:${two(t.m)}:${two(t.s)}`, precision: 'second' },
  'iso Z': { write: (t) => `${day(t)}T${two(t.H)}:${two(t.m)}:${two(t.s)}Z`, precision: 'second' },
  'iso offset': { write: (t) => `${day(t)}T${two(t.H)}:${two(t.m)}:${two(t.s)}.000+08:00`, precision: 'second' },
  'iso offset, blank': { write: (t) => `${day(t)} ${two(t.H)}:${two(t.m)}:${two(t.s)} -0500`, precision: 'second' },
  'date only': { write: day, precision: 'day' },
  slashes: { write: (t) => `${t.y}/${t.M}/${t.d}`, precision: 'day' },
  'slashes, clock': { write: (t) => `${t.y}/${t.M}/${t.d} ${t.H}:${two(t.m)}`, precision: 'minute' },
  dots: { write: (t) => `${t.y}.${t.M}.${t.d}`, precision: 'day' },
  chinese: { write: (t) => `${t.y}年${t.M}月${t.d}日`, precision: 'day' },
  'chinese, clock': { write: (t) => `${t.y}年${t.M}月${t.d}日 ${t.H}时${t.m}分`, precision: 'minute' },
  'chinese, seconds': {
    write: (t) => `${t.y}年${two(t.M)}月${two(t.d)}日${two(t.H)}时${two(t.m)}分${two(t.s)}秒`,
    precision: 'second',
  },
  'chinese, weekday': { write: (t) => `${t.y}年${t.M}月${t.d}日 星期三 ${t.H}:${two(t.m)}`, precision: 'minute' },
  'chinese, half': {
    write: (t) => `${t.y}/${t.M}/${t.d} ${halfZh(t.H)}${twelve(t.H)}:${two(t.m)}:${two(t.s)}`,
    precision: 'second',
  },
  packed: { write: (t) => `${t.y}${two(t.M)}${two(t.d)}`, precision: 'day' },
  'packed, clock': { write: (t) => `${t.y}${two(t.M)}${two(t.d)} ${two(t.H)}:${two(t.m)}`, precision: 'minute' },
  'packed, all': { write: (t) => `${t.y}${two(t.M)}${two(t.d)}${two(t.H)}${two(t.m)}${two(t.s)}`, precision: 'second' },
  named: { write: (t) => `${t.d}-${MONTHS[t.M - 1]}-${t.y}`, precision: 'day' },
  'named, upper case': { write: (t) => `${two(t.d)}-${MONTHS[t.M - 1]?.toUpperCase()}-${t.y}`, precision: 'day' },
  'named, month first': { write: (t) => `${MONTHS[t.M - 1]} ${t.d}, ${t.y}`, precision: 'day' },
  'named in full': {
    write: (t) => `${FULL[t.M - 1]} ${t.d}, ${t.y} ${twelve(t.H)}:${two(t.m)} ${half(t.H)}`,
    precision: 'minute',
  },
  'twelve hours': {
    write: (t) => `${day(t)} ${twelve(t.H)}:${two(t.m)}:${two(t.s)}${half(t.H).toLowerCase()}`,
    precision: 'second',
  },
  'chinese, weekday first': { write: (t) => `星期三 ${t.y}年${t.M}月${t.d}日`, precision: 'day' },
  'named, weekday first': {
    write: (t) => `Wed, ${t.d} ${MONTHS[t.M - 1]} ${t.y} ${two(t.H)}:${two(t.m)}`,
    precision: 'minute',
  },
  'year last': {
    write: (t) => `Wed ${MONTHS[t.M - 1]} ${two(t.d)} ${two(t.H)}:${two(t.m)}:${two(t.s)} ${t.y}`,
    precision: 'second',
  },
  'year last, zone': {
    write: (t) => `Wed ${MONTHS[t.M - 1]} ${two(t.d)} ${two(t.H)}:${two(t.m)}:${two(t.s)} CST ${t.y}`,
    precision: 'second',
  },
  month: { write: (t) => `${t.y}-${two(t.M)}`, precision: 'month' },
  'month, slash': { write: (t) => `${t.y}/${t.M}`, precision: 'month' },
  'month, chinese': { write: (t) => `${t.y}年${t.M}月`, precision: 'month' },
  'month, chinese with 份': { write: (t) => `${t.y} 年 ${t.M} 月份`, precision: 'month' },
  'month, packed': { write: (t) => `${t.y}${two(t.M)}`, precision: 'month' },
  'month first': { write: (t) => `${two(t.M)}/${t.y}`, precision: 'month' },
  'month, named': { write: (t) => `${MONTHS[t.M - 1]} ${t.y}`, precision: 'month' },
  roc: { write: (t) => `${t.y - 1911}/${two(t.M)}/${two(t.d)}`, precision: 'day' },
  'roc, chinese': { write: (t) => `${t.y - 1911}年${two(t.M)}月${two(t.d)}日`, precision: 'day' },
  'roc, era': { write: (t) => `民國${t.y - 1911}年${t.M}月${t.d}日`, precision: 'day' },
  'roc, packed': { write: (t) => `${t.y - 1911}${two(t.M)}${two(t.d)}`, precision: 'day' },
  serial: { write: (t) => String(serial(t)), precision: 'day' },
  'serial, clock': {
    write: (t) => (serial(t) + (t.H * 3600 + t.m * 60 + t.s) / 86_400).toFixed(8),
    precision: 'second',
  },
  'unix seconds': { write: (t) => String(Date.UTC(t.y, t.M - 1, t.d, t.H, t.m, t.s) / 1000), precision: 'second' },
  'unix milliseconds': { write: (t) => String(Date.UTC(t.y, t.M - 1, t.d, t.H, t.m, t.s)), precision: 'second' },
  'full width': {
    write: (t) =>
      `${day(t)} ${two(t.H)}:${two(t.m)}`.replace(/[-:\d]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    precision: 'minute',
  },
  padded: { write: (t) => `\u3000 ${day(t)}\u00a0${two(t.H)}:${two(t.m)} `, precision: 'minute' },
};

/** 2011 on, so that ROC years have three digits; days of every month. */
const wall: fc.Arbitrary<Wall> = fc
  .record({
    y: fc.integer({ min: 2011, max: 2060 }),
    M: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 31 }),
    H: fc.integer({ min: 0, max: 23 }),
    m: fc.integer({ min: 0, max: 59 }),
    s: fc.integer({ min: 0, max: 59 }),
  })
  .filter(({ y, M, d }) => new Date(Date.UTC(y, M - 1, d)).getUTCDate() === d);
const walls = fc.array(wall, { minLength: 1, maxLength: 12 });
const expected = (t: Wall, precision: Precision) => {
  if (precision === 'month') return `${t.y}-${two(t.M)}-01 00:00:00.000`;
  const clock =
    precision === 'day' ? '00:00:00' : `${two(t.H)}:${two(t.m)}:${precision === 'minute' ? '00' : two(t.s)}`;
  return `${day(t)} ${clock}.000`;
};

describe('a column written in one style reads back as it was meant', () => {
  it.each(Object.entries(STYLES))('%s', (_, { write, precision }) => {
    fc.assert(
      fc.property(walls, (times) => {
        const cells = times.map(write);
        const by = plan(cells);
        expect(by.order).toBeUndefined();
        expect(read(cells, by)).toEqual(times.map((time) => expected(time, precision)));
      }),
      { numRuns: 20 },
    );
  });

  it('and so do styles mixed in one column', () => {
    const names = Object.keys(STYLES).filter((name) => !/^(?:serial|roc)/.test(name));
    fc.assert(
      fc.property(fc.array(fc.tuple(wall, fc.constantFrom(...names)), { minLength: 2, maxLength: 20 }), (entries) => {
        const cells = entries.map(([time, name]) => STYLES[name]?.write(time) ?? '');
        expect(read(cells)).toEqual(entries.map(([time, name]) => expected(time, STYLES[name]?.precision ?? 'day')));
      }),
      { numRuns: 40 },
    );
  });
});

const ORDERS: Record<DateOrder, (t: Wall) => string> = {
  ymd: ({ y, M, d }) => `${two(y % 100)}-${two(M)}-${two(d)}`,
  mdy: ({ y, M, d }) => `${two(M)}/${two(d)}/${y}`,
  dmy: ({ y, M, d }) => `${two(d)}/${two(M)}/${y}`,
};

describe('date order', () => {
  it.each(['mdy', 'dmy'] as const)('is decided by one row that allows only %s', (order) => {
    fc.assert(
      fc.property(
        walls,
        wall.filter(({ d }) => d > 12),
        (times, telling) => {
          const cells = [...times, telling].map(ORDERS[order]);
          const by = plan(cells);
          expect(by).toMatchObject({ order, decidedBy: 'rows' });
          expect(by.ambiguous).toBe(times.filter(({ d }) => d <= 12).length);
          expect(read(cells, by)).toEqual([...times, telling].map((time) => expected(time, 'day')));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('of two-digit years follows from days that run through the month', () => {
    const days = Array.from(
      { length: 28 },
      (_, at): Wall => ({ y: 2023 + (at % 2), M: 1 + (at % 12), d: 1 + at, H: 0, m: 0, s: 0 }),
    );
    for (const [order, write] of [
      ['ymd', ORDERS.ymd],
      ['dmy', ({ y, M, d }: Wall) => `${two(d)}-${two(M)}-${two(y % 100)}`],
      ['mdy', ({ y, M, d }: Wall) => `${two(M)}-${two(d)}-${two(y % 100)}`],
    ] as const) {
      const cells = days.map(write);
      expect(plan(cells)).toMatchObject({ order, decidedBy: 'rows' });
      expect(read(cells)).toEqual(days.map((time) => expected(time, 'day')));
    }
  });

  it('is assumed, and said to be, when every cell fits both', () => {
    const cells = ['05/03/2024', '06/03/2024', '07/04/2024'];
    expect(plan(cells)).toMatchObject({ order: 'mdy', decidedBy: 'assumed', ambiguous: 3 });
    expect(read(cells)[0]).toBe('2024-05-03 00:00:00.000');
    expect(plan(['05-03-24'])).toMatchObject({ decidedBy: 'assumed', ambiguous: 1 });
  });

  it('is what the user says', () => {
    const cells = ['05/03/2024', '06/03/2024'];
    const by = plan(cells, [], 'dmy');
    expect(by).toMatchObject({ order: 'dmy', decidedBy: 'user' });
    expect(read(cells, by)).toEqual(['2024-03-05 00:00:00.000', '2024-03-06 00:00:00.000']);
  });

  it('follows a decided column that is written alike, and no other', () => {
    const open = ['05/03/2024', '06/03/2024'];
    const decided = plan(['25/03/2024 10:00', '26/03/2024 11:00']);
    expect(plan(open, [decided])).toMatchObject({ order: 'dmy', decidedBy: 'witnesses' });
    expect(plan(open, [plan(['25-03-2024'])])).toMatchObject({ decidedBy: 'assumed' });
    expect(plan(open, [plan(['01/02/2024'])])).toMatchObject({ decidedBy: 'assumed' });
  });

  it('follows the months of the unmistakable cells in the column', () => {
    expect(plan(['2024-03-07', '2024-03-21', '05/03/2024'])).toMatchObject({ order: 'dmy', decidedBy: 'rows' });
  });

  it('is decided for dates with and without a clock together', () => {
    const cells = ['05/03/2024', '25/03/2024 10:30'];
    expect(plan(cells)).toMatchObject({ order: 'dmy', decidedBy: 'rows' });
    expect(read(cells)).toEqual(['2024-03-05 00:00:00.000', '2024-03-25 10:30:00.000']);
  });

  it('mixed in one column: each row as it is possible, the open ones like the majority', () => {
    const cells = ['25/03/2024', '26/03/2024', '03/27/2024', '05/03/2024'];
    const by = plan(cells);
    expect(by).toMatchObject({ order: 'dmy', ambiguous: 1 });
    expect(contraryCells(profileOf(0, cells), by)).toBe(1);
    expect(read(cells, by)).toEqual(['25', '26', '27', '05'].map((d) => `2024-03-${d} 00:00:00.000`));
  });

  it('is no question where every cell is unmistakable', () => {
    const by = plan(['2024-03-05', '2024/3/6']);
    expect(by).toMatchObject({ ambiguous: 0 });
    expect(by.decidedBy).toBeUndefined();
  });
});

it('reads every year from 1900 to 2100, leap days where there were some', () => {
  const cells = Array.from({ length: 201 }, (_, at) => `${1900 + at}-02-29`);
  const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  expect(read(cells)).toEqual(cells.map((cell, at) => (isLeap(1900 + at) ? `${cell} 00:00:00.000` : null)));
});

describe('ROC years', () => {
  it('of three digits are those from 1911 on', () => {
    const years = Array.from({ length: 89 }, (_, at) => 101 + at);
    const cells = years.map((year) => `${year}年12月31日`);
    expect(read(cells)).toEqual(years.map((year) => `${year + 1911}-12-31 00:00:00.000`));
  });
  it('of two digits are read beside those of three', () => {
    expect(read(['99/12/31', '100/01/02', '105/07/29'])).toEqual(
      ['2010-12-31', '2011-01-02', '2016-07-29'].map((d) => `${d} 00:00:00.000`),
    );
    expect(read(['990527', '1050527'])).toEqual(['2010-05-27', '2016-05-27'].map((d) => `${d} 00:00:00.000`));
  });
  it('have leap days of their own', () =>
    expect(read(['105/02/29', '104/02/29'])).toEqual(['2016-02-29 00:00:00.000', null]));
});

describe('what is no time', () => {
  it.each(['2024-02-30', '2024-13-01', '0000-00-00', '1899-12-31', '2101-01-01', '3024-01-01'])(
    '%s is unreadable',
    (cell) => expect(read(['2024-01-01', cell], plan(['2024-01-01', cell]))).toEqual(['2024-01-01 00:00:00.000', null]),
  );
  it.each([
    'epoch',
    'infinity',
    '待定',
    '2024',
    '12345',
    '3天',
    '2024-13',
    '3024-03',
    '2024-25',
    '202413',
    '-',
    '24小时',
  ])('%s has no format', (cell) => {
    expect(readableShare(plan([cell]))).toBe(0);
    expect(read([cell])).toEqual([null]);
  });
  it('cannot slip in beside times', () => {
    const by = plan(['2024-03-05 10:00']);
    const strange = ['epoch', 'infinity', '2024-03-05 (BC)', '2024-03-05', 'x2024-03-05 10:00', '2024-03-05 10:00+08'];
    expect(read(strange, by)).toEqual(strange.map(() => null));
  });
});

describe('six digits', () => {
  const short = (t: Wall) => `${two(t.y % 100)}${two(t.M)}${two(t.d)}`;
  it('are a day of this century where every one of them can be', () => {
    const later = wall.filter(({ y, M, d }) => y <= 2045 && (d > 12 || M > 0));
    fc.assert(
      fc.property(fc.array(later, { minLength: 1, maxLength: 12 }), (times) => {
        const cells = [...times, { y: 2024, M: 3, d: 25, H: 0, m: 0, s: 0 }].map(short);
        expect(read(cells).slice(0, -1)).toEqual(times.map((time) => expected(time, 'day')));
      }),
      { numRuns: 30 },
    );
  });
  it.each(['241350', '240532', '999999', '500101', '000000'])('are none where one is %s', (cell) => {
    expect(readableShare(plan(['240305', '240306', cell]))).toBe(0);
  });
  it('are a month where every one of them can be', () =>
    expect(read(['202405', '202412'])).toEqual(['2024-05-01 00:00:00.000', '2024-12-01 00:00:00.000']));
});

describe('24:00', () => {
  it('is midnight at the end of the day, in a column that has it', () => {
    fc.assert(
      fc.property(walls, (times) => {
        const cells = [...times.map((t) => `${day(t)} ${two(t.H)}:${two(t.m)}`), '2024-02-29 24:00'];
        expect(read(cells)).toEqual([...times.map((time) => expected(time, 'minute')), '2024-03-01 00:00:00.000']);
      }),
      { numRuns: 20 },
    );
  });
  it.each([
    ['2024/12/31 24:00:00', '2025-01-01 00:00:00.000'],
    ['2024年3月5日24时00分', '2024-03-06 00:00:00.000'],
    ['31/12/2024 24:00', '2025-01-01 00:00:00.000'],
    ['2024-03-05 24:01', null],
    ['2024-03-05 25:00', null],
  ])('%s', (cell, at) => expect(read([cell])).toEqual([at]));
});

describe('the reading that is shown before the import', () => {
  it('is the one of the engine', () => {
    const names = Object.keys(STYLES);
    fc.assert(
      fc.property(walls, fc.constantFrom(...names), (times, name) => {
        const cells = times.map((time) => STYLES[name]?.write(time) ?? '');
        const by = plan(cells);
        const formats = formatsOf(by);
        const shown = cells.map((cell) => formats.flatMap((format) => readTime(cell, format) ?? [])[0]);
        const engine = read(cells, by);
        expect(shown.map((text, at) => engine[at]?.startsWith(text ?? '?'))).toEqual(cells.map(() => true));
      }),
      { numRuns: 80 },
    );
  });
});

describe('half of the day', () => {
  it.each([
    ['2024/3/5 上午0:30', '00:30'],
    ['2024/3/5 下午14:30', '14:30'],
    ['2024/3/5 14:30 PM', '14:30'],
    ['2024/3/5 中午11:50', '11:50'],
    ['2024/3/5 中午12:10', '12:10'],
    ['2024/3/5 12:05 a.m.', '00:05'],
    ['2024/3/5 晚上8点30分', '20:30'],
  ])('%s is %s', (cell, clock) => expect(read([cell])).toEqual([`2024-03-05 ${clock}:00.000`]));
  it('leaves midnight in the evening to the user', () => expect(read(['2024/3/5 晚上12:30'])).toEqual([null]));
});

it('keeps fractions of a second, and drops zones without converting', () => {
  expect(
    read([
      '2024-03-05 10:00:01.250',
      '2024-03-05 10:00:01.2500007',
      '2024-03-05T10:00:00Z',
      'Tue, 05 Mar 2024 10:00:00 GMT',
    ]),
  ).toEqual([
    '2024-03-05 10:00:01.250',
    '2024-03-05 10:00:01.250',
    '2024-03-05 10:00:00.000',
    '2024-03-05 10:00:00.000',
  ]);
});

it('names its formats for people, those of most cells first', () => {
  expect(
    formatsOf(plan(['2024年3月5日 14时30分', '2024-03-05', '2024-03-06', '25/03/2024 下午2:30', '105/07/29', 'x'])),
  ).toEqual(['yyyy-MM-dd', 'yyyy年MM月dd日 HH时mm分', 'dd/MM/yyyy ahh:mm', 'rrr/MM/dd']);
});
