import type { SeriesChart } from '../../../analysis/series/types';
import { type Grain, periodOf } from '../../../domain/period';
import type { Cell, TableText } from '../../../ui/csv';
import { type ChangeGroup, changeLine } from '../change-flags';
import type { Words } from '../words';
import { type ControlReading, isOfEvents } from './reading';
import { verdictText } from './words';

interface Tabled {
  readonly chart: SeriesChart;
  readonly grain: Grain;
  readonly reading: ControlReading;
  readonly changes: readonly ChangeGroup[];
  /** Notes of people, by the first day of the period that they are on. */
  readonly notes: ReadonlyMap<string, string>;
  /** With the figures of the methods. */
  readonly expert: boolean;
}

interface Column {
  readonly header: string;
  readonly cell: (at: number) => Cell;
  /** Left out where no point has it. */
  readonly optional?: boolean;
}

/** The points of a control chart, a row each: what was counted, limits, verdict, what changed, what people noted. */
export function controlTable({ chart, grain, reading, changes, notes, expert }: Tabled, words: Words): TableText {
  const { t } = words;
  const { points, unit, phases } = chart;
  const ofEvents = isOfEvents(chart);
  const ofMoney = unit === 'money' || unit === 'moneyPerThousand';
  const changed = changesBy(grain, changes, words);
  const number = (header: string, of: (at: number) => number | null | undefined): Column => ({
    header,
    cell: (at) => reading.cell(of(at) ?? null),
    optional: true,
  });
  const columns: Column[] = [
    // Several events may fall on one day.
    ...(ofEvents ? [{ header: t('control.number'), cell: (at: number) => at + 1 }] : []),
    { header: t('trends.period'), cell: reading.name },
    ...(ofEvents || unit === 'count' || unit === 'money'
      ? []
      : [{ header: ofMoney ? t('control.amount') : t('control.n'), cell: (at: number) => points[at]?.n }]),
    ...(ofEvents || unit === 'count'
      ? []
      : [
          {
            header: unit === 'share' ? t('control.size') : t('trends.units'),
            cell: (at: number) => points[at]?.size,
            optional: true,
          },
        ]),
    { header: `${t('control.value')} (${reading.unit})`, cell: (at) => reading.cell(points[at]?.value ?? null) },
    number(t('control.low'), (at) => points[at]?.interval?.[0]),
    number(t('control.high'), (at) => points[at]?.interval?.[1]),
    number(t('control.center'), (at) => points[at]?.center),
    number(t('control.lower'), (at) => points[at]?.lower),
    number(t('control.upper'), (at) => points[at]?.upper),
    ...(expert
      ? [
          number(t('control.otherLower'), (at) => points[at]?.other?.lower),
          number(t('control.otherUpper'), (at) => points[at]?.other?.upper),
          { header: t('control.z'), cell: (at: number) => points[at]?.z, optional: true },
          { header: t('control.p'), cell: (at: number) => points[at]?.p, optional: true },
        ]
      : []),
    ...(phases.length > 1 ? [{ header: t('control.phases'), cell: (at: number) => (points[at]?.phase ?? 0) + 1 }] : []),
    {
      header: t('control.baseline'),
      cell: (at) => (points[at]?.inBaseline ? t('value.boolean.true') : ''),
    },
    {
      header: t('control.verdict'),
      cell: (at) => {
        const point = points[at];
        return point && verdictText(chart, point, words);
      },
    },
    ...(ofEvents
      ? []
      : [
          { header: t('changes.title'), cell: (at: number) => changed.get(points[at]?.from ?? ''), optional: true },
          { header: t('control.noteTitle'), cell: (at: number) => notes.get(points[at]?.from ?? ''), optional: true },
        ]),
  ];
  const shown = columns.filter(
    ({ optional, cell }) => optional !== true || points.some((_, at) => (cell(at) ?? null) !== null),
  );
  return {
    header: shown.map(({ header }) => header),
    rows: points.map((_, at) => shown.map(({ cell }) => cell(at))),
  };
}

function changesBy(grain: Grain, changes: readonly ChangeGroup[], words: Words): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const entry of changes.flatMap(({ entries }) => entries)) {
    const period = periodOf(grain, entry.day);
    const before = lines.get(period);
    const line = changeLine(entry, words);
    lines.set(period, before === undefined ? line : `${before}${words.t('changes.separator')}${line}`);
  }
  return lines;
}
