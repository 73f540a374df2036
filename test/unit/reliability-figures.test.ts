import { describe, expect, it } from 'vitest';
import type { NevadaCell, NevadaRow } from '../../src/analysis/reliability/types';
import { cohortGroups, comparedAt } from '../../src/features/reliability/cohort-groups';
import { fullColour, worstCell } from '../../src/features/reliability/nevada-grid';
import { weightedPoissonInterval } from '../../src/stats/poisson-interval';
import { ageLines } from '../../src/ui/charts/age-lines';
import { chartStyle } from '../../src/ui/charts/plot';

const cell = (claims: number, exposure: number, lived = 1): NevadaCell => ({
  claims,
  exposure,
  lived,
  mature: lived === 1,
  perThousand: exposure > 0 ? (1000 * claims) / exposure : null,
});
const row = (cohort: string, units: number, cells: readonly NevadaCell[]): NevadaRow => ({
  cohort,
  scope: null,
  units,
  claims: cells.reduce((sum, { claims }) => sum + claims, 0),
  cells,
  cumulative: [],
});
const month = (at: number) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;

describe('cohortGroups', () => {
  it('adds rates by age over the cohorts of a group, with their exact interval', () => {
    const [group] = cohortGroups([row('2025-01-01', 1000, [cell(3, 1000), cell(5, 1000)])]);
    expect(group?.points.map(({ perThousand }) => perThousand)).toEqual([3, 8]);
    expect(group?.points[1]?.interval).toEqual(
      weightedPoissonInterval([
        { count: 3, weight: 1 },
        { count: 5, weight: 1 },
      ]),
    );
  });

  it('keeps months apart while there are few, then takes half-years, then the last years', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => row(month(at), 10, [cell(1, 10)]));
    expect(cohortGroups(rows(8)).map(({ key }) => key)[7]).toBe('2023-08');
    expect(cohortGroups(rows(24)).map(({ key }) => key)).toEqual(['2023-H1', '2023-H2', '2024-H1', '2024-H2']);
    const years = cohortGroups(rows(240)).map(({ key }) => key);
    expect([years.length, years[0], years.at(-1)]).toEqual([8, '2035', '2042']);
  });

  it('says from where not all cohorts of a group are that old, and ends where hardly any unit is', () => {
    const rows = Array.from({ length: 10 }, (_, at) =>
      row(month(at), 1000, [
        cell(1, 1000),
        ...(at < 9 ? [cell(2, 1000)] : []),
        ...(at === 0 ? [cell(9, 10, 0.01)] : []),
      ]),
    );
    const [first, second] = cohortGroups(rows);
    expect(first?.points.map(({ mature }) => mature)).toEqual([true, true]);
    expect(second?.points.map(({ mature }) => mature)).toEqual([true, false]);
    expect(second && comparedAt(second, first)?.map(({ months }) => months)).toEqual([1, 1]);
    expect(first && comparedAt(first, undefined)).toBeUndefined();
  });

  it('is empty without units, and never divides by none', () => {
    expect(cohortGroups([])).toEqual([]);
    expect(cohortGroups([row('2025-01-01', 0, [cell(4, 0)])])).toEqual([]);
  });
});

describe('the table', () => {
  const rows = [
    row('2025-01-01', 1000, [cell(3, 1000), cell(0, 1000)]),
    row('2025-02-01', 1, [cell(1, 1), cell(9, 1, 0.5)]),
  ];

  it('names the worst cell that is mature and more than a handful', () => {
    expect(worstCell(rows, 3)).toMatchObject({ cohort: '2025-01-01', age: 0 });
    expect(worstCell(rows, 4)).toBeUndefined();
  });

  it('gives a colour to zeros and to nothing at all', () => {
    expect(fullColour(rows, 'rate')).toBeGreaterThan(0);
    expect(fullColour([row('2025-01-01', 5, [cell(0, 5)])], 'claims')).toBe(1);
  });
});

describe('ageLines', () => {
  const points = [1, 2, 3, 4].map((age) => ({ age, value: age, label: `${age}`, unsure: age > 2 }));
  const plot = ageLines({
    lines: [
      { key: 'bound', name: '', role: 'limit', points },
      { key: 'own', name: 'own', points },
    ],
    axis: 'months',
    unit: 'u',
    format: String,
    style: chartStyle('light', 'sans-serif'),
  });
  const series = plot.option.series as {
    data: number[][];
    lineStyle: { type: unknown };
    endLabel: { show: boolean };
  }[];

  it('dashes what is unsure, joined to what is sure, and names a line once', () => {
    const own = series.slice(2);
    expect(own.map(({ data }) => data.map(([age]) => age))).toEqual([
      [1, 2],
      [2, 3, 4],
    ]);
    expect(own.map(({ lineStyle }) => lineStyle.type)).toEqual(['solid', 'dashed']);
    expect(series.map(({ endLabel }) => endLabel.show)).toEqual([false, false, false, true]);
  });

  it('points at each age once, and never at a limit', () => {
    expect(plot.points.map(({ key, group, series: at, index }) => [key, group, at, index])).toEqual([
      ['1', 'own', 2, 0],
      ['2', 'own', 2, 1],
      ['3', 'own', 3, 1],
      ['4', 'own', 3, 2],
    ]);
    expect(ageLines({ lines: [], axis: '', unit: '', format: String, style: chartStyle('dark', '') }).points).toEqual(
      [],
    );
  });
});
