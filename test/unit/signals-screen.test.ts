import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionKey, readDimensions, writeDimensions } from '../../src/features/signals/dimension-choice';
import { positionOf } from '../../src/features/signals/funnel-position';
import { signalGroups } from '../../src/features/signals/signal-groups';
import { smallestFound } from '../../src/features/signals/smallest-found';
import { funnel } from '../../src/ui/charts/funnel';
import { chartStyle } from '../../src/ui/charts/plot';
import { fakeFunnel, fakeSignal } from '../support/fake-signals';

describe('dimensions in the URL', () => {
  const attribute = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
  const dimension = fc.uniqueArray(attribute, { minLength: 1, maxLength: 2 });

  it('come back as they were written', () => {
    const some = fc.uniqueArray(dimension, { minLength: 1, maxLength: 10, selector: dimensionKey });
    fc.assert(
      fc.property(some, (all) => {
        expect(readDimensions(writeDimensions(all))).toEqual(all);
      }),
    );
  });

  it('leave out what cannot be read, and are the usual ones when nothing is left', () => {
    expect(readDimensions('line,%E0%A4%A,a+b+c,line+line,+,shift+line,line+shift')).toEqual([
      ['line'],
      ['shift', 'line'],
    ]);
    expect([undefined, '', ',', '%'].map(readDimensions)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

it('groups by failure mode, the strongest first', () => {
  const of = (id: string, mode: string | null) => fakeSignal({ id, mode });
  const groups = signalGroups([of('1', 'b'), of('2', null), of('3', 'b')]);
  expect(groups.map(({ mode, signals }) => [mode, signals.map(({ id }) => id)])).toEqual([
    ['b', ['1', '3']],
    [null, ['2']],
  ]);
});

it('knows from how many complaints on a slice would have been found', () => {
  // Where 5 are expected, 16 or more have p = 6.9e-5 and 17 or more p = 2.0e-5; 0.05 ÷ 1200 = 4.2e-5 lies between.
  expect(smallestFound(5, 1200)).toBe(17);
  expect(smallestFound(5, 1_000_000)).toBeGreaterThan(smallestFound(5, 10));
  expect(smallestFound(0.01, 1)).toBe(1);
});

describe('a point in its funnel', () => {
  const { limits } = fakeFunnel();
  it('is placed by the limits at its own expected count', () => {
    const at = (expected: number, ratio: number) => positionOf({ expected, ratio }, limits);
    expect([at(2, 4.1), at(2, 3), at(2, 1), at(110, 1.25), at(110, 0.75), at(110, 1.4)]).toEqual([
      'above998',
      'above95',
      'within',
      'above95',
      'below',
      'above998',
    ]);
    // Halfway between the two: 99.8 % limit 2.65, 95 % limit 1.85.
    expect([at(56, 2.6), at(56, 2.7)]).toEqual(['above95', 'above998']);
    expect(positionOf({ expected: 2, ratio: 9 }, [])).toBe('within');
    expect(positionOf({ expected: 2, ratio: 9 }, limits.slice(0, 1))).toBe('above998');
  });
});

describe('a funnel plot', () => {
  const names = { expected: 'Expected', ratio: 'Times', centre: '1', limit95: '95', limit998: '99.8' };
  const dot = (key: string, expected: number, ratio: number, role: 'open' | 'notable' | 'plain') => ({
    key,
    label: key,
    expected,
    ratio,
    detail: [],
    role,
  });
  const plot = funnel({
    dots: [dot('tiny', 0.01, 100, 'plain'), dot('big', 200, 6, 'open'), dot('usual', 50, 0, 'plain')],
    limits: fakeFunnel().limits,
    names,
    format: (value) => String(value),
    formatExpected: (value) => value.toFixed(2),
    style: chartStyle('light', 'sans-serif'),
  });
  const { series, yAxis, xAxis } = plot.option as unknown as {
    series: { data: { value: [number, number]; symbol: string; label: { show: boolean } }[] }[];
    yAxis: { max: number; min: number };
    xAxis: { min: number; max: number; axisLabel: { customValues: number[]; formatter: (at: number) => string } };
  };

  it('is as high as what stands for something; what is tiny and higher is a triangle at its top', () => {
    expect(yAxis.max).toBeCloseTo(6.72);
    const [tiny, usual] = series[0]?.data ?? [];
    expect(tiny).toMatchObject({ value: [-2, yAxis.max], symbol: 'triangle', label: { show: false } });
    expect(usual).toMatchObject({ value: [Math.log10(50), 0], symbol: 'circle' });
    expect(series[1]?.data[0]).toMatchObject({ symbol: 'diamond', label: { show: true } });
  });

  it('names decades within its ends, and reads what stands out first', () => {
    expect(xAxis.axisLabel.customValues.map(xAxis.axisLabel.formatter)).toEqual([
      '0.01',
      '0.10',
      '1.00',
      '10.00',
      '100.00',
    ]);
    expect(plot.points.map(({ series, index, key }) => [series, index, key])).toEqual([
      [1, 0, 'big'],
      [0, 0, 'tiny'],
      [0, 1, 'usual'],
    ]);
  });
});
