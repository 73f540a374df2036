import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Heat, PeriodAmount, Stack, Trends } from '../../src/analysis/trends';
import { amount } from '../../src/domain/amount';
import { heatGrid } from '../../src/features/trends/heat-grid';
import { onlyValue } from '../../src/features/trends/only-value';
import { peakOf } from '../../src/features/trends/peak';
import { rankingItems, rankingTable } from '../../src/features/trends/ranking-items';
import { partsOf, timePlot } from '../../src/features/trends/time-plot';
import { timeTable } from '../../src/features/trends/time-table';
import { vitalFew } from '../../src/features/trends/vital-few';
import type { Words } from '../../src/features/trends/words';
import { en } from '../../src/locales/en/index';
import { chartStyle } from '../../src/ui/charts/plot';
import { formatFor } from '../../src/ui/format';
import { OTHER } from '../../src/ui/palette';
import type { Reading } from '../../src/ui/reading';
import { focus, isPeriod, isValue } from '../../src/ui/view/drill';

const style = chartStyle('light', 'sans-serif');
const counts: Reading = {
  basis: 'count',
  unit: 'complaints',
  value: ({ n }) => n,
  format: String,
  text: String,
  interval: () => undefined,
};
const rates: Reading = { ...counts, basis: 'shipped', value: ({ rate }) => rate, interval: ({ n }) => `about ${n}` };
let words: Words;

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } });
  words = {
    t: i18next.t,
    format: formatFor('en'),
    labels: { column: (name) => name, value: (_, value) => value ?? 'Blank' },
  };
});

const period = (name: string, n: number, provisional = false): PeriodAmount => ({
  ...amount(n, 1000),
  period: name,
  provisional,
  whole: true,
  unjudged: 0,
});
const PERIODS = [period('2025-10-01', 10), period('2025-11-01', 20), period('2025-12-01', 4, true)];

/** Values m0, m1 … with falling counts; the first periods hold `n` each. */
const stackOf = (values: number, each = 1): Stack => ({
  dimension: 'model',
  series: Array.from({ length: values }, (_, at) => ({
    value: `m${at}`,
    amounts: PERIODS.map(() => amount(each, 1000)),
  })),
});
const answerWith = (stack?: Stack): Trends => ({
  question: { scope: [], measure: { id: 'quality', per: 'count' }, grain: 'month' },
  total: { ...amount(34, 3000), unjudged: 0 },
  periods: PERIODS,
  panels: [],
  sql: [],
  stack,
});
const drawn = (answer: Trends, reading: Reading) =>
  timePlot(answer, 'Quality', reading, words, style).option.series as {
    type: string;
    name: string;
    markLine?: { data: { yAxis: number }[] };
  }[];

describe('the chart over time', () => {
  it('draws bars with the mean of the final periods', () => {
    const [bars] = drawn(answerWith(), counts);
    expect(bars).toMatchObject({ type: 'bar', name: 'Quality' });
    expect(bars?.markLine?.data).toMatchObject([{ yAxis: 15 }]);
  });

  it('draws rates as a line', () => expect(drawn(answerWith(), rates)).toMatchObject([{ type: 'line' }]));

  it('draws a total over parts that add up, and none over parts that overlap', () => {
    expect(drawn(answerWith(stackOf(2)), counts).map(({ type }) => type)).toEqual(['bar', 'bar', 'line']);
    expect(drawn(answerWith(stackOf(2, 9)), counts).map(({ type }) => type)).toEqual(['bar', 'bar']);
  });
});

describe('the parts of a stack', () => {
  it('are the seven largest and the rest as one', () => {
    const parts = partsOf(stackOf(10), counts, words);
    expect(parts).toHaveLength(8);
    expect(parts.at(-1)).toEqual({ key: OTHER, name: 'Other (3)', values: [3, 3, 3] });
  });

  it('keep an eighth value rather than call it the rest', () => {
    expect(partsOf(stackOf(8), counts, words).map(({ key }) => key)).not.toContain(OTHER);
  });

  it('leave the rest out where it does not add up', () => {
    expect(partsOf(stackOf(10), rates, words)).toHaveLength(7);
  });
});

describe('the heat map', () => {
  const cell = (model: string, mode: string | null, n: number): Heat['cells'][number] => ({
    model,
    mode,
    amount: amount(n, null),
  });
  const grid = heatGrid({ cells: [cell('A', 'x', 1), cell('B', 'x', 9), cell('B', null, 2), cell('C', 'y', 3)] }, 2);

  it('keeps the models and modes with most complaints, largest first', () => {
    expect(grid.models).toEqual(['B', 'C']);
    expect(grid.modes).toEqual(['x', 'y']);
  });

  it('places what meets in them and leaves the rest out', () => {
    expect(grid.cells.map(({ x, y, amount: { n } }) => [x, y, n])).toEqual([
      [0, 0, 9],
      [1, 1, 3],
    ]);
    expect(grid.largest).toMatchObject({ model: 'B', mode: 'x' });
  });
});

describe('rankings', () => {
  const ranking = {
    dimension: 'severity',
    values: [
      { value: 'major', ...amount(30, 2000) },
      { value: null, ...amount(10, 2000) },
    ],
  };

  it('tell share and denominator with each bar', () => {
    expect(rankingItems(ranking, 40, counts, words)[0]).toEqual({
      key: 'major',
      label: 'major',
      value: 30,
      detail: ['75.0% of all', '2,000 shipped'],
    });
  });

  it('tell the interval of a rate', () => {
    expect(rankingItems(ranking, 40, rates, words)[0]?.detail).toEqual(['75.0% of all', '2,000 shipped', 'about 30']);
  });

  it('are a table of the same numbers', () => {
    expect(rankingTable(ranking, 40, 'quality', words)).toEqual({
      header: ['severity', 'complaints', 'Share of all', 'Units shipped', 'per 1000 shipped'],
      rows: [
        ['major', 30, 0.75, 2000, 15],
        ['Blank', 10, 0.25, 2000, 5],
      ],
    });
  });

  it('have one value or several', () => {
    expect(onlyValue(ranking)).toBeUndefined();
    expect(onlyValue({ ...ranking, values: ranking.values.slice(0, 1) })?.value).toBe('major');
  });
});

it('makes a table of the periods, with the values of a stack beside', () => {
  const table = timeTable(answerWith(stackOf(1)), counts, words);
  expect(table.header).toEqual(['Period', 'complaints', 'Units shipped', 'per 1000 shipped', 'Provisional', 'm0']);
  expect(table.rows.at(-1)).toEqual(['Dec 2025', 4, 1000, 4, 'Yes', 1]);
});

it('finds the vital few: the smallest number that makes up 80 %', () => {
  const amounts = (...numbers: number[]) => numbers.map((n) => amount(n, null));
  expect(vitalFew(amounts(80, 15, 5))).toBe(1);
  expect(vitalFew(amounts(79, 16, 5))).toBe(2);
  expect(vitalFew(amounts(1, 1, 1))).toBe(3);
  expect(vitalFew([])).toBe(0);
});

describe('narrowing to a point', () => {
  it('meets a period with the one that is there', () => {
    const scope = [{ kind: 'period', field: 'received_at', from: '2025-03-15' }] as const;
    expect(focus(scope, [isPeriod('month', '2025-03-01')])).toEqual([
      { kind: 'period', field: 'received_at', from: '2025-03-15', until: '2025-04-01' },
    ]);
  });

  it('puts a value in the place of others, so that values of one complaint never exclude each other', () => {
    const scope = [isValue('failure_mode', 'leak'), isValue('model', 'A')];
    expect(focus(scope, [isValue('failure_mode', 'noise')])).toEqual([
      isValue('failure_mode', 'noise'),
      isValue('model', 'A'),
    ]);
  });

  it('twice is the same as once, so that a double click may narrow first', () => {
    const point = [isPeriod('week', '2025-03-03'), isValue('model', null)];
    expect(focus(focus([], point), point)).toEqual(focus([], point));
  });
});

describe('peakOf', () => {
  it('is the highest of the periods that are final', () => {
    expect(peakOf(PERIODS, counts)?.period).toBe('2025-11-01');
    expect(peakOf([...PERIODS, period('2026-01-01', 99, true)], counts)?.period).toBe('2025-11-01');
  });

  it('says nothing of one period, or of nothing', () => {
    expect(peakOf(PERIODS.slice(1), counts)).toBeUndefined();
    expect(peakOf([period('2025-10-01', 0), period('2025-11-01', 0)], counts)).toBeUndefined();
  });
});
