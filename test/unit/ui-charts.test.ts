import { describe, expect, it } from 'vitest';
import { breakdownBars, breakdownHeight } from '../../src/ui/charts/breakdown-bars';
import { clip, clipApart } from '../../src/ui/charts/clip';
import { FLAG, withFlags } from '../../src/ui/charts/flags';
import { besidePointer } from '../../src/ui/charts/frame';
import { heatmap } from '../../src/ui/charts/heatmap';
import { lines } from '../../src/ui/charts/lines';
import { movePoint } from '../../src/ui/charts/move';
import { pareto } from '../../src/ui/charts/pareto';
import { chartStyle, type Plot, type RankedItem } from '../../src/ui/charts/plot';
import { timeBars } from '../../src/ui/charts/time-bars';
import { topItems } from '../../src/ui/charts/top';
import { categoryColours, OTHER } from '../../src/ui/palette';
import { SEQUENTIAL, TOKENS } from '../../src/ui/tokens';

const style = chartStyle('light', 'sans-serif');
const format = (value: number | null) => (value === null ? '–' : value.toFixed(1));
const LONG = '卡扣断裂导致上盖在运输过程中脱落并划伤外壳表面';

const STEPS = [
  { key: '2026-09-01', label: '2026年9月', detail: ['出货 1,000 台'] },
  { key: '2026-10-01', label: '2026年10月' },
  { key: '2026-11-01', label: '2026年11月', provisional: true },
];

const items = (count: number): RankedItem[] =>
  Array.from({ length: count }, (_, n) => ({ key: `m${n}`, label: `现象${n}`, value: count - n }));

/** The parts of an option that the tests look at. */
interface Drawn {
  xAxis: { axisLabel: { formatter: (at: string) => string } };
  yAxis: { min: number; name: string; axisLabel: { formatter: (at: string) => string } };
  tooltip: { renderMode: string; formatter: (params: unknown) => string };
  legend?: { data: string[] };
  visualMap: { min: number; max: number; inRange: { color: string[] } };
  series: {
    name: string;
    stack?: string;
    endLabel?: { formatter: string };
    markLine?: { data: object[] };
    data: {
      value: number;
      itemStyle: { color: string; borderColor?: string; decal?: object };
      label: { show: boolean; formatter: string; color: string };
    }[];
  }[];
}
const drawn = (plot: Plot) => plot.option as unknown as Drawn;

describe('timeBars', () => {
  const series = [{ key: null, name: '质量客诉', values: [3, 5, 2] }];
  const plot = timeBars({ steps: STEPS, series, unit: '件', format, style });

  it('starts at zero and names the unit', () => {
    expect(drawn(plot).yAxis).toMatchObject({ min: 0, name: '件' });
  });

  it('hatches what is provisional and nothing else', () => {
    const hatched = drawn(plot).series[0]?.data.map(({ itemStyle }) => itemStyle.decal !== undefined);
    expect(hatched).toEqual([false, false, true]);
  });

  it('writes the values at the bars', () => {
    expect(drawn(plot).series[0]?.data.map(({ label }) => label.show && label.formatter)).toEqual([
      '3.0',
      '5.0',
      '2.0',
    ]);
  });

  it('writes only the highest and the last of many', () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ key: `d${n}`, label: `d${n}` }));
    const values = many.map((_, n) => (n === 7 ? 99 : 1));
    const bars = drawn(timeBars({ steps: many, series: [{ key: null, name: 'x', values }], unit: '', format, style }));
    expect(bars.series[0]?.data.flatMap(({ label }, at) => (label.show ? [at] : []))).toEqual([7, 39]);
  });

  it('tells value and denominator as plain text', () => {
    expect(drawn(plot).tooltip.renderMode).toBe('richText');
    expect(drawn(plot).tooltip.formatter([{ dataIndex: 0 }])).toBe('2026年9月\n质量客诉  3.0 件\n出货 1,000 台');
  });

  it('stacks several series in the colours of their categories, named at the right from the top down', () => {
    const stack = [
      { key: 'A', name: 'A', values: [1, 2, 3] },
      { key: OTHER, name: '其他', values: [1, 1, 0] },
    ];
    const { series: made, legend } = drawn(timeBars({ steps: STEPS, series: stack, unit: '件', format, style }));
    const colours = categoryColours(['A', OTHER], 'light');
    expect(made.map(({ data }) => data[0]?.itemStyle.color)).toEqual([colours.get('A'), TOKENS.light.context]);
    expect(legend?.data).toEqual(['其他', 'A']);
    expect(made.flatMap(({ data }) => data.filter(({ label }) => label.show))).toEqual([]);
    expect(made.every(({ stack: name }) => name === 'all')).toBe(true);
  });

  it('draws the centre line', () => {
    const centre = { value: 3.3, label: '均值' };
    const marked = timeBars({ steps: STEPS, series, unit: '件', format, style, centre });
    expect(drawn(marked).series[0]?.markLine?.data).toMatchObject([{ yAxis: 3.3 }]);
  });
});

describe('withFlags', () => {
  const bars = timeBars({
    steps: STEPS,
    series: [{ key: null, name: '质量客诉', values: [3, 5, 2] }],
    unit: '件',
    format,
    style,
  });
  const flag = (key: string, count: number) => ({
    key,
    count,
    label: `${key}：${count} 项`,
    detail: ['换供应商', '换模'],
  });
  const flagged = withFlags(bars, [flag('2026-10-01', 2), flag('2026-11-01', 1), flag('2020-01-01', 1)], STEPS, style);
  const option = flagged.option as unknown as {
    xAxis: { axisLabel: { margin: number } };
    yAxis: { min: number; name?: string; show?: boolean }[];
    series: {
      yAxisIndex?: number;
      data: { value: number | '-'; label?: { show: boolean; formatter: string } }[];
      tooltip?: { formatter: (params: unknown) => string };
    }[];
  };

  it('sets flags that fall on the axis below it, on an axis of their own, and leaves the bars as they were', () => {
    expect(option.series).toHaveLength(2);
    expect(option.series[0]).toEqual(drawn(bars).series[0]);
    expect(option.series[1]?.yAxisIndex).toBe(1);
    expect(option.series[1]?.data.map(({ value }) => value)).toEqual(['-', 0, 0]);
    expect(option.yAxis).toMatchObject([{ min: 0, name: '件' }, { show: false }]);
    expect(option.xAxis.axisLabel.margin).toBeGreaterThan(20);
  });

  it('writes how many there are when there are several', () => {
    const labels = option.series[1]?.data.map(({ label }) => label?.show && label.formatter);
    expect(labels).toEqual([undefined, '2', false]);
    const many = withFlags(bars, [flag('2026-10-01', 120)], STEPS, style).option as typeof option;
    expect(many.series[1]?.data[1]?.label?.formatter).toBe('99+');
  });

  it('can be pointed at, in reading order, and says what happened', () => {
    expect(flagged.points.map(({ series, index, group }) => [series, index, group])).toEqual([
      [0, 0, undefined],
      [0, 1, undefined],
      [1, 1, FLAG],
      [0, 2, undefined],
      [1, 2, FLAG],
    ]);
    expect(flagged.points[2]?.label).toBe('2026-10-01：2 项 · 换供应商 · 换模');
    expect(option.series[1]?.tooltip?.formatter({ dataIndex: 1 })).toBe('2026-10-01：2 项\n换供应商\n换模');
    expect(movePoint(flagged.points, 1, 'ArrowDown')).toBe(2);
    expect(movePoint(flagged.points, 2, 'ArrowRight')).toBe(4);
    expect(movePoint(flagged.points, 1, 'ArrowRight')).toBe(3);
  });

  it('leaves a plot without flags alone', () => {
    expect(withFlags(bars, [flag('2020-01-01', 1)], STEPS, style)).toBe(bars);
  });
});

describe('lines', () => {
  const plot = lines({
    steps: STEPS,
    series: [
      { key: 'A', name: '型号 A', values: [1, null, 3] },
      { key: 'ucl', name: '上限', values: [4, 4, 4], role: 'limit' },
    ],
    unit: '每千台投诉',
    format,
    style,
  });

  it('starts at zero, names lines at their ends and hollows provisional points', () => {
    const { yAxis, series } = drawn(plot);
    expect(yAxis).toMatchObject({ min: 0, name: '每千台投诉' });
    expect(series.map(({ endLabel }) => endLabel?.formatter)).toEqual(['型号 A', '上限']);
    expect(series[0]?.data[2]?.itemStyle.color).toBe(TOKENS.light.surface);
    expect(series[1]?.data[2]?.itemStyle).toBeUndefined();
  });

  it('lets the data be pointed at, not the limits', () => {
    expect(plot.points.map(({ series, index, group }) => [series, index, group])).toEqual([
      [0, 0, 'A'],
      [0, 1, 'A'],
      [0, 2, 'A'],
    ]);
  });
});

describe('rankings', () => {
  it('lump the rest into Other, but not a rest of one', () => {
    const other = (count: number) => `其他（${count} 项）`;
    expect(topItems(items(5), 4, other, true).map(({ label }) => label)).not.toContain('其他（1 项）');
    expect(topItems(items(6), 4, other, true).at(-1)).toEqual({ key: OTHER, label: '其他（2 项）', value: 3 });
    expect(topItems(items(6), 4, other, false)).toHaveLength(4);
  });

  it('are sorted from the largest down, whatever the order given', () => {
    expect(topItems([...items(4)].reverse(), 9, String, true).map(({ value }) => value)).toEqual([4, 3, 2, 1]);
  });

  it('draw Other and blank grey', () => {
    const plot = breakdownBars({
      items: [...items(4), { key: null, label: '空白', value: 9 }],
      top: 3,
      otherLabel: () => '其他',
      additive: true,
      unit: '件',
      format,
      style,
    });
    const { context, accent } = TOKENS.light;
    expect(drawn(plot).series[0]?.data.map(({ itemStyle }) => itemStyle.color)).toEqual([
      context,
      accent,
      accent,
      context,
    ]);
    expect(plot.points.map(({ key }) => key)).toEqual([null, 'm0', 'm1', OTHER]);
  });

  it('clip long Chinese names on the axis and give them in full in the tooltip', () => {
    const plot = breakdownBars({
      items: [{ key: 'x', label: LONG, value: 1, detail: ['占 100%'] }],
      otherLabel: String,
      additive: true,
      unit: '件',
      format,
      style,
    });
    const shown = drawn(plot).yAxis.axisLabel.formatter('0');
    expect(shown).toMatch(/…$/);
    expect(LONG.startsWith(shown.slice(0, -1))).toBe(true);
    expect(drawn(plot).tooltip.formatter([{ dataIndex: 0 }])).toBe(`${LONG}\n1.0 件\n占 100%`);
  });

  it('know their height', () => {
    expect(breakdownHeight(100, 5)).toBe(breakdownHeight(6, 5));
    expect(breakdownHeight(0)).toBeGreaterThan(0);
  });

  it('step back for the one that the text is about', () => {
    const plot = breakdownBars({
      items: items(3),
      highlight: 'm1',
      otherLabel: String,
      additive: true,
      unit: '',
      format,
      style,
    });
    const { context, accent } = TOKENS.light;
    expect(drawn(plot).series[0]?.data.map(({ itemStyle }) => itemStyle.color)).toEqual([context, accent, context]);
  });
});

describe('pareto', () => {
  const plot = pareto({
    items: items(4),
    total: 20,
    otherLabel: String,
    unit: '件',
    format,
    percent: (share) => `${share * 100}%`,
    cumulativeLabel: '累计占比',
    style,
  });

  it('adds up to the share of the whole, also of what is not listed', () => {
    const line = plot.option.series as unknown as { data: number[] }[];
    expect(line[1]?.data).toEqual([0.2, 0.35, 0.45, 0.5]);
  });

  it('tells the cumulative share', () => {
    expect(drawn(plot).tooltip.formatter([{ dataIndex: 1 }])).toBe('现象1\n3.0 件\n累计占比 35%');
  });
});

describe('heatmap', () => {
  const sides = (count: number, name: string) =>
    Array.from({ length: count }, (_, n) => ({ key: `${name}${n}`, label: `${name}${n}` }));
  const plot = heatmap({
    xs: sides(2, '型号'),
    ys: sides(2, '现象'),
    cells: [
      { x: 1, y: 1, value: 8, detail: ['出货 10 台'] },
      { x: 0, y: 0, value: 1 },
      { x: 1, y: 0, value: null },
    ],
    unit: '件',
    format,
    style,
  });

  it('runs in a single hue from zero to the most', () => {
    expect(drawn(plot).visualMap).toMatchObject({ min: 0, max: 8, inRange: { color: [...SEQUENTIAL.light] } });
  });

  it('writes values in an ink that can be read', () => {
    expect(drawn(plot).series[0]?.data.map(({ label }) => [label.formatter, label.color])).toEqual([
      ['1.0', '#10161a'],
      ['8.0', '#ffffff'],
    ]);
  });

  it('leaves out what cannot be said, and points at both categories', () => {
    expect(plot.points.map(({ key, group }) => [key, group])).toEqual([
      ['型号0', '现象0'],
      ['型号1', '现象1'],
    ]);
    expect(drawn(plot).tooltip.formatter({ dataIndex: 1 })).toBe('现象1\n型号1\n8.0 件\n出货 10 台');
  });

  it('writes no values where there are too many columns', () => {
    const wide = heatmap({
      xs: sides(30, 'm'),
      ys: sides(1, 'f'),
      cells: [{ x: 0, y: 0, value: 1 }],
      unit: '',
      format,
      style,
    });
    expect(drawn(wide).series[0]?.data[0]?.label.show).toBe(false);
  });
});

describe('movePoint', () => {
  const point = (key: string, group?: string) => ({ series: 0, index: 0, key, group, label: '' });
  const list = ['a', 'b', 'c'].map((key) => point(key));
  const grid = [point('x0', 'y0'), point('x2', 'y0'), point('x0', 'y1'), point('x1', 'y1')];

  it('walks a list with any arrow and stops at its ends', () => {
    expect(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'Home', 'End'].map((key) => movePoint(list, 1, key))).toEqual([
      2, 2, 0, 0, 2,
    ]);
    expect(movePoint(list, 2, 'ArrowRight')).toBe(2);
  });

  it('starts at the first point and knows no other keys', () => {
    expect(movePoint(list, -1, 'ArrowRight')).toBe(0);
    expect(movePoint(list, 0, 'x')).toBeUndefined();
    expect(movePoint([], -1, 'ArrowRight')).toBeUndefined();
  });

  it('stays in its row sideways and in its column up and down', () => {
    expect(movePoint(grid, 0, 'ArrowRight')).toBe(1);
    expect(movePoint(grid, 1, 'ArrowRight')).toBe(1);
    expect(movePoint(grid, 0, 'ArrowDown')).toBe(2);
    expect(movePoint(grid, 3, 'ArrowUp')).toBe(3);
  });
});

it('clips by width: a Chinese character takes two', () => {
  expect(clip('abcdef', 6)).toBe('abcdef');
  expect(clip('abcdefg', 6)).toBe('abcde…');
  expect(clip('卡扣断裂', 8)).toBe('卡扣断裂');
  expect(clip('卡扣断裂了', 8)).toBe('卡扣断…');
});

describe('besidePointer', () => {
  const place = (x: number, y: number, width: number, height = 40) =>
    besidePointer([x, y], null, null, null, { contentSize: [width, height], viewSize: [400, 200] });

  it('prefers the right, then the left, then above, then below', () => {
    expect(place(100, 100, 150)).toEqual([116, 80]);
    expect(place(300, 100, 150)).toEqual([134, 80]);
    expect(place(200, 100, 250)).toEqual([75, 44]);
    expect(place(200, 20, 250)).toEqual([75, 36]);
  });

  it('stays in the chart', () => {
    expect(place(100, 195, 150)).toEqual([116, 160]);
    expect(place(100, 5, 150)).toEqual([116, 0]);
    expect(place(390, 100, 390)).toEqual([10, 44]);
  });
});

describe('on paper', () => {
  const paper = chartStyle('light', 'sans-serif', true);
  const names = Array.from({ length: 7 }, (_, at) => `现象${at}`);
  const series = names.map((name) => ({ key: name, name, values: [3, 5, 2] }));
  const fillsOf = (on: typeof paper) => {
    const { option } = timeBars({ steps: STEPS, series, unit: '件', format, style: on });
    return (option.series as { itemStyle: { decal?: object } }[]).map(({ itemStyle }) =>
      JSON.stringify(itemStyle.decal),
    );
  };
  const strokesOf = (on: typeof paper) => {
    const { option } = lines({ steps: STEPS, series, unit: '每千台', format, style: on });
    return (option.series as { symbol: string; lineStyle: { type: unknown } }[]).map(({ symbol, lineStyle }) =>
      JSON.stringify([symbol, lineStyle.type]),
    );
  };

  it('tells the parts of a stack apart without their colours', () => {
    expect(new Set(fillsOf(paper)).size).toBe(7);
    expect(new Set(fillsOf(style)).size).toBe(1);
  });

  it('tells lines apart without their colours', () => {
    expect(new Set(strokesOf(paper)).size).toBe(7);
    expect(new Set(strokesOf(style)).size).toBe(1);
  });
});

describe('clipApart', () => {
  it('cuts at the end where that leaves names apart', () => {
    expect(clipApart(['卡扣断裂了', '底部漏水了'], 8)).toEqual(['卡扣断…', '底部漏…']);
  });

  it('keeps what tells apart names that begin alike', () => {
    const names = ['Electric kettle, Series 1 (Europe)', 'Electric kettle, Series 12 (Europe)', 'Toaster'];
    const cut = clipApart(names, 16);
    expect(new Set(cut).size).toBe(3);
    expect(cut[0]).toMatch(/^Elect….*1/);
    expect(cut[2]).toBe('Toaster');
    const chinese = [0, 1, 2].map((at) => `上盖卡扣在运输过程中断裂并划伤外壳表面第${at}类`);
    expect(clipApart(chinese, 14)).toEqual([0, 1, 2].map((at) => `上盖…表面第${at}类`));
  });

  it('leaves one and the same name alone', () => {
    expect(clipApart([LONG, LONG], 8)).toEqual(['卡扣断…', '卡扣断…']);
  });
});

describe('the names on a time axis', () => {
  const named = (first: number, months: number) => {
    const steps = Array.from({ length: months }, (_, at) => {
      const month = first + at;
      return { key: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`, label: String(month) };
    });
    const { option } = timeBars({ steps, series: [{ key: null, name: '', values: [] }], unit: '', format, style });
    const { interval } = (option.xAxis as { axisLabel: { interval?: (at: number) => boolean } }).axisLabel;
    return interval && steps.flatMap(({ key }, at) => (interval(at) ? [key.slice(0, 7)] : []));
  };

  it('are all of few months', () => {
    expect(named(2025 * 12, 12)).toBeUndefined();
  });

  it('are quarters of three years and round years of thirty', () => {
    expect(named(2024 * 12 + 1, 36)?.slice(0, 3)).toEqual(['2024-04', '2024-07', '2024-10']);
    expect(named(1995 * 12 + 4, 367)).toEqual(['2000-01', '2005-01', '2010-01', '2015-01', '2020-01', '2025-01']);
  });
});

it('writes no step of an axis of counts twice', () => {
  const axisOf = (write: (value: number | null) => string) =>
    timeBars({ steps: STEPS, series: [{ key: null, name: '', values: [1] }], unit: '', format: write, style }).option
      .yAxis as { minInterval: number };
  expect(axisOf((value) => (value ?? 0).toFixed(0)).minInterval).toBe(1);
  expect(axisOf((value) => (value ?? 0).toFixed(2)).minInterval).toBe(0);
});

it('draws a single line in the accent, also where it stands for no category', () => {
  const series = [{ key: null, name: '质量客诉', values: [3, 5, 2] }];
  const { option } = lines({ steps: STEPS, series, unit: '每千台', format, style });
  const [line] = option.series as { lineStyle: { color: string } }[];
  expect(line?.lineStyle.color).toBe(TOKENS.light.accent);
});
