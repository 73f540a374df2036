import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { series } from '../../src/analysis/series/series';
import type { SeriesAnswer, SeriesChart, SeriesQuestion } from '../../src/analysis/series/types';
import { shift } from '../../src/domain/period';
import { notesBy, PERIOD_NOTES, restored, withNote } from '../../src/features/trends/control/notes';
import { controlPlot } from '../../src/features/trends/control/plot';
import { controlReading } from '../../src/features/trends/control/reading';
import { controlTable } from '../../src/features/trends/control/table';
import { controlTitle } from '../../src/features/trends/control/title';
import { methodNotes, noLimitsTexts, reasonText, violationText } from '../../src/features/trends/control/words';
import type { Words } from '../../src/features/trends/words';
import { en } from '../../src/locales/en/index';
import { zhCN } from '../../src/locales/zh-CN/index';
import { controlChart } from '../../src/ui/charts/control-chart';
import { FLAG } from '../../src/ui/charts/flags';
import { chartStyle } from '../../src/ui/charts/plot';
import { formatFor } from '../../src/ui/format';
import { type ControlView, readControl, writeControl } from '../../src/ui/view/control-view';
import { viewSearch } from '../../src/ui/view/view-search';
import { factsWith, fakeSource } from '../support/fake-source';

const style = chartStyle('light', 'sans-serif');
const month = (at: number) => shift('month', '2023-01-01', at);
const steady = (length: number, n: number) => new Array<number>(length).fill(n);
const wordsIn: Record<'en' | 'zh-CN', Words> = {} as never;

beforeAll(async () => {
  const resources = { en: { translation: en }, 'zh-CN': { translation: zhCN } };
  await i18next.init({ lng: 'en', resources, interpolation: { escapeValue: false } });
  for (const language of ['en', 'zh-CN'] as const)
    wordsIn[language] = {
      t: i18next.getFixedT(language) as Words['t'],
      format: formatFor(language),
      labels: { column: (name) => name, value: (_, value) => value ?? 'Blank' },
    };
});

interface Made {
  readonly counts: readonly number[];
  readonly units?: readonly number[];
  /** Minutes of single complaints. */
  readonly minutes?: readonly number[];
  /** Last day of the data, if not that of the last month. */
  readonly end?: string;
}

/** The answer for a factory with so many complaints and units in each month from January 2023. */
function answerOf({ counts, units, minutes = [], end }: Made, question: Partial<SeriesQuestion> = {}) {
  const rows = (values: readonly number[]) => values.map((n, at) => ({ g: 0, k0: month(at), n, unjudged: 0 }));
  const last = end ?? shift('day', month(counts.length), -1);
  const source = fakeSource({
    complaint: factsWith(['received_at', 'model'], { first: '2023-01-01 00:00:00', last: `${last} 12:00:00` }),
    ...(units && { shipment: factsWith(['shipped_at', 'model', 'qty']) }),
    answer: (sql) =>
      sql.includes('AS minute')
        ? minutes.map((minute) => ({ minute }))
        : rows(sql.includes('FROM shipment') ? (units ?? []) : counts),
  });
  return series(source, { scope: [], measure: { id: 'quality', per: 'shipped' }, ...question });
}

async function shown(made: Made, question: Partial<SeriesQuestion> = {}, language: 'en' | 'zh-CN' = 'en') {
  const answer: SeriesAnswer = await answerOf(made, question);
  const chart = answer.charts[0] as SeriesChart;
  const words = wordsIn[language];
  const reading = controlReading(chart, 'month', words);
  const drawn = {
    chart,
    grain: 'month' as const,
    reading,
    changes: [],
    notes: new Map<string, string>(),
    expert: false,
  };
  return { answer, chart, words, reading, drawn };
}

/** 18 months of about 30 per 1000, then one of 90. */
const JUMP: Made = {
  counts: [30, 27, 33, 29, 31, 28, 34, 26, 30, 32, 29, 31, 30, 28, 33, 27, 31, 90],
  units: steady(18, 1000),
};

describe('the words of a control chart', () => {
  it('say the latest signal in the title, in both languages', async () => {
    const { chart, reading, words } = await shown(JUMP);
    expect(controlTitle(chart, 'By month', reading, words)).toBe(
      'By month: one signal, Jun 2024: above the upper limit',
    );
    const chinese = await shown(JUMP, {}, 'zh-CN');
    expect(controlTitle(chinese.chart, '各月质量客诉', chinese.reading, chinese.words)).toBe(
      '各月质量客诉：异常 1 处，最近一处2024年6月：高于上控制限',
    );
  });

  it('name the stretch of a run', async () => {
    const counts = [...steady(6, 28), ...steady(6, 32), ...steady(9, 38)];
    const { chart, reading, words } = await shown({ counts, units: steady(21, 1000) }, {}, 'zh-CN');
    const run = chart.violations.find(({ rule }) => rule === '2');
    expect(run && violationText(run, reading, words)).toMatch(/至2024年9月：连续 \d+ 个点在中心线上方$/);
  });

  it('say that there is only common variation', async () => {
    const { chart, reading, words } = await shown({ ...JUMP, counts: [...JUMP.counts.slice(0, 17), 29] });
    expect(controlTitle(chart, 'By month', reading, words)).toContain('no signal in 18 points');
  });

  it('say why nothing is judged', async () => {
    const { chart, reading, words } = await shown({ counts: [4], units: [1000] });
    expect(controlTitle(chart, 'By month', reading, words)).toContain('cannot be judged yet');
    expect(noLimitsTexts(chart, reading, words)).toEqual([
      'No limits are drawn: there are 1 complete points, and 3 are needed.',
    ]);
  });

  it('say why this kind of chart, and which one cannot be had', async () => {
    const { chart, words } = await shown({ counts: steady(15, 20) }, { chart: 'u' });
    expect(reasonText(chart, words)).toMatch(/^These data cannot give the u chart .* no rate is known\. Counts only/);
  });

  it('name method, baseline and rules below', async () => {
    const { answer, chart, reading, words } = await shown(JUMP);
    const notes = methodNotes(answer, chart, reading, words).join(' ');
    expect(notes).toContain('u chart: limits at three sigma');
    expect(notes).toContain('Baseline: Jan 2023 to Dec 2023, 12 points.');
    expect(notes).toContain('Rules: 1, 2.');
  });

  it('leave no placeholder unfilled, whatever the chart', async () => {
    const all: [Made, Partial<SeriesQuestion>][] = [
      [JUMP, {}],
      [{ counts: steady(20, 0), units: steady(20, 1000) }, {}],
      [{ counts: steady(15, 20) }, {}],
      [{ ...JUMP, units: steady(18, 0) }, {}],
      [JUMP, { share: 'complaints' }],
      [JUMP, { measure: { id: 'cost', per: 'count' } }],
      [JUMP, { phases: ['2024-01-01', '2024-05-01'] }],
      [
        { counts: [...steady(11, 0), 1, ...steady(5, 1)], minutes: [1, 5000, 90000, 130000, 200000, 320000] },
        { chart: 't' },
      ],
    ];
    for (const language of ['en', 'zh-CN'] as const)
      for (const [made, question] of all) {
        const { answer, chart, reading, words, drawn } = await shown(made, question, language);
        const texts = [
          controlTitle(chart, '', reading, words),
          reasonText(chart, words),
          ...methodNotes(answer, chart, reading, words),
          ...noLimitsTexts(chart, reading, words),
          ...controlPlot({ ...drawn, name: '' }, words, style).points.map(({ label }) => label),
        ];
        expect(texts.filter((text) => /\{\{|control\.|undefined|NaN|Infinity/.test(text))).toEqual([]);
      }
  });
});

describe('the table of a control chart', () => {
  it('has the numbers of the points, unrounded, and the verdict', async () => {
    const { chart, drawn, words } = await shown(JUMP);
    const { header, rows } = controlTable(drawn, words);
    const cell = (row: number, name: string) => rows[row]?.[header.indexOf(name)];
    expect(rows).toHaveLength(18);
    expect(cell(17, 'Value (per 1000 shipped)')).toBe(chart.points[17]?.value);
    expect(cell(17, 'Upper limit')).toBe(chart.points[17]?.upper);
    expect(cell(17, 'Verdict')).toBe('Worse; above the upper limit');
    expect(cell(0, 'Verdict')).toBe('Common variation');
    expect([cell(11, 'Baseline'), cell(12, 'Baseline')]).toEqual(['Yes', '']);
    expect(header).not.toContain('p');
    expect(header).not.toContain('Notes');
  });

  it('calls more complaints more, not worse, where sales may be the reason', async () => {
    const { drawn, words } = await shown(JUMP, { measure: { id: 'quality', per: 'count' } });
    expect(controlTable(drawn, words).rows.at(-1)).toContain('More; above the upper limit');
  });

  it('has notes and phases where there are some, and the methods’ figures for experts', async () => {
    const { drawn, words } = await shown(JUMP, { phases: ['2024-01-01'] });
    const notes = new Map([['2023-03-01', 'new mould']]);
    const { header, rows } = controlTable({ ...drawn, notes, expert: true }, words);
    expect(header).toEqual(expect.arrayContaining(['Notes', 'Phases', 'p', 'Distance, σ']));
    expect(rows[2]).toContain('new mould');
  });
});

interface Series {
  readonly data: readonly unknown[];
  readonly step?: string;
  readonly markArea?: { readonly data: readonly unknown[] };
}

describe('the drawing of a control chart', () => {
  it('marks a signal by shape, shades the baseline, draws limits in steps', async () => {
    const { drawn, words } = await shown(JUMP);
    const plot = controlPlot({ ...drawn, name: 'Quality' }, words, style);
    const [points, upper] = plot.option.series as unknown as Series[];
    expect(points?.data[17]).toMatchObject({ value: 90, symbol: 'triangle' });
    expect(points?.data[0]).toMatchObject({ symbol: 'circle' });
    expect(points?.markArea?.data).toEqual([[{ xAxis: '0' }, { xAxis: '11' }]]);
    expect(upper).toMatchObject({ step: 'middle' });
    expect(plot.points).toHaveLength(18);
    expect(plot.points[17]?.label).toContain('above the upper limit');
  });

  it('draws each phase by itself', async () => {
    const { drawn, chart, words } = await shown(JUMP, { phases: ['2024-01-01'] });
    const all = controlPlot({ ...drawn, name: 'Quality' }, words, style).option.series as unknown as Series[];
    expect(all).toHaveLength(1 + 3 * chart.phases.length);
    expect(all[1]?.data.slice(12)).toEqual(steady(6, 0).map(() => null));
    expect(all[4]?.data.slice(0, 12)).toEqual(steady(12, 0).map(() => null));
  });

  it('draws the same month of the year before where there are years enough', async () => {
    const counts = Array.from({ length: 30 }, (_, at) => 25 + (at % 7));
    const { drawn, words } = await shown({ counts, units: steady(30, 1000) });
    const all = controlPlot({ ...drawn, name: 'Quality' }, words, style).option.series as unknown as Series[];
    expect(all).toHaveLength(5);
    expect(all[4]?.data.slice(10, 14)).toEqual([null, null, 25, 26]);
  });

  it('draws what is provisional hollow', async () => {
    const { drawn, words } = await shown({ ...JUMP, end: '2024-06-12' });
    const [points] = controlPlot({ ...drawn, name: 'Quality' }, words, style).option.series as unknown as Series[];
    expect(points?.data[17]).toMatchObject({ itemStyle: { color: style.tokens.surface } });
  });

  it('flags a note where it was written', async () => {
    const { drawn, words } = await shown(JUMP);
    const notes = new Map([['2023-03-01', 'new mould']]);
    const plot = controlPlot({ ...drawn, notes, name: 'Quality' }, words, style);
    expect(plot.points.filter(({ group }) => group === FLAG)).toMatchObject([
      { index: 2, label: 'Mar 2023: note · new mould' },
    ]);
  });

  it('cuts off limits that would flatten the rest, never a point', () => {
    const step = (value: number, upper: number) => ({
      ...{ key: '', label: '', center: 2, lower: null, phase: 0, mark: 'ordinary' as const },
      ...{ value, upper },
    });
    const scaleOf = (steps: ReturnType<typeof step>[]) =>
      controlChart({
        ...{ steps, baselines: [], begins: [], context: [], unit: '', style, phaseName: String },
        names: { value: '', center: '', upper: '', lower: '', baseline: '' },
        ...{ format: String, formatLimit: String },
      }).option.yAxis as { max?: number; min?: number };
    expect(scaleOf([step(2, 300), step(3, 5), step(2, 5), step(2, 5), step(2, 5)]).max).toBeLessThan(10);
    expect(scaleOf([step(2, 5), step(400, 5), step(2, 5)]).max).toBeUndefined();
    expect(scaleOf([step(-2, 5), step(3, 5)]).min).toBeUndefined();
  });
});

describe('the choices in the URL', () => {
  const all: ControlView = {
    ...{ shown: true, chart: 'uPrime', baseline: { from: '2024-01-01', until: '2025-01-01' } },
    ...{ phases: ['2025-03-01'], rules: ['1', '5'] },
  };

  it('come back as they were written', () => {
    expect(readControl(viewSearch.parse(writeControl(all)))).toEqual(all);
    expect(readControl(viewSearch.parse(writeControl({ rules: [] }))).rules).toEqual([]);
    expect(writeControl({ chart: undefined, phases: [] })).toEqual({ chart: undefined, phases: undefined });
  });

  it('leave out what cannot be read', () => {
    const mangled = {
      form: 'x',
      chart: 'zz',
      base: '2025-01-01..2024-01-01',
      phases: '2025-13-01,x,2025-02-01',
      rules: '1,9',
    };
    expect(readControl(viewSearch.parse(mangled))).toEqual({
      ...{ shown: false, chart: undefined, baseline: undefined, phases: ['2025-02-01'], rules: ['1'] },
    });
  });
});

describe('notes on periods', () => {
  const note = (day: string, text: string, by = '') => ({ day, text, by, at: '2025-01-01T08:00:00' });

  it('stand in order, and in the period of their day', () => {
    const notes = withNote(withNote([], note('2025-03-01', 'b', 'Li')), note('2025-02-03', 'a'));
    expect(notes.map(({ id, text }) => [id, text])).toEqual([
      [2, 'a'],
      [1, 'b'],
    ]);
    expect([...notesBy('month', notes, '; ')]).toEqual([
      ['2025-02-01', 'a'],
      ['2025-03-01', 'b — Li'],
    ]);
    expect(PERIOD_NOTES.schema.parse(JSON.parse(JSON.stringify(notes)))).toEqual(notes);
  });

  it('come back where they were, even if another took the number', () => {
    const notes = withNote(withNote([], note('2025-02-01', 'a')), note('2025-03-01', 'b'));
    const [a, b] = notes;
    if (a === undefined || b === undefined) throw new Error('two notes were written');
    expect(restored([b], a)).toEqual(notes);
    const taken = withNote([a], note('2025-04-01', 'c'));
    expect(restored(taken, b).map(({ id, text }) => [id, text])).toEqual([
      [1, 'a'],
      [3, 'b'],
      [2, 'c'],
    ]);
  });
});
