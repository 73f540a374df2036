import { useMemo, useRef } from 'react';
import { funnel } from '../../analysis/signals/funnel';
import type { Funnel, FunnelPoint, Signal, Signals } from '../../analysis/signals/types';
import { useAnswer } from '../../session/hooks';
import { Chart, type ChartHandle } from '../../ui/charts/Chart';
import { type FunnelDot, funnel as funnelPlot } from '../../ui/charts/funnel';
import type { PlotPoint } from '../../ui/charts/plot';
import { useChartStyle } from '../../ui/charts/use-chart-style';
import type { TableText } from '../../ui/csv';
import { Figure, type FigureState } from '../../ui/Figure';
import { useDrill } from '../../ui/view/drill';
import { FunnelTable } from './FunnelTable';
import { type Position, positionOf } from './funnel-position';
import { type SignalWords, useSignalWords } from './words';

const HEIGHT = 340;
/** Points that are named, the open one aside. */
const NAMED = 12;

/** The funnel plot of a signal's failure mode and dimension: which values lie outside of what chance brings about. */
export function FunnelFigure({ answer, signal }: { readonly answer: Signals; readonly signal: Signal }) {
  const { t, missing } = useSignalWords();
  const { mode, dimension } = signal;
  const { scope, measure } = answer.question;
  const { data, error, refetch, isPlaceholderData } = useAnswer('funnel', { scope, measure, mode, dimension }, funnel);
  const alone = (state: FigureState) => (
    <Figure title={t('signals.funnelAlone')} state={state} height={HEIGHT}>
      {null}
    </Figure>
  );
  if (error !== null)
    return alone({
      kind: 'error',
      what: t('signals.funnelFailed'),
      why: error.message,
      todo: t('signals.failedHint'),
      onRetry: () => void refetch(),
    });
  if (data === undefined) return alone({ kind: 'loading' });
  if (data.missing !== undefined) return alone({ kind: 'cannot', because: missing(data.missing) });
  if (data.points.length === 0) return alone({ kind: 'empty', title: t('signals.funnelEmpty') });
  return (
    <Drawn
      funnel={data}
      answer={answer}
      open={signal.values}
      state={{ kind: isPlaceholderData ? 'refreshing' : 'ready' }}
    />
  );
}

interface DrawnProps {
  readonly funnel: Funnel;
  readonly answer: Signals;
  /** Values of the open signal. */
  readonly open: readonly string[];
  readonly state: FigureState;
}

function Drawn({ funnel: { question, points, limits, dispersion, sql }, answer, open, state }: DrawnProps) {
  const words = useSignalWords();
  const { t, format, ratio } = words;
  const style = useChartStyle();
  const drill = useDrill();
  const chart = useRef<ChartHandle>(null);
  const placed = useMemo(
    () => points.map((point) => ({ point, position: positionOf(point, limits) })),
    [points, limits],
  );
  const openKey = keyOf(open);
  const plot = useMemo(() => {
    const notable = placed.filter(({ position }) => position === 'above998').slice(0, NAMED);
    const named = new Set(notable.map(({ point }) => keyOf(point.values)));
    const dots = points.map((point): FunnelDot => {
      const key = keyOf(point.values);
      return {
        key,
        label: words.slice(question.dimension, point.values),
        expected: point.expected,
        ratio: point.ratio,
        detail: [
          t('signals.pointN', { n: words.count(point.n), expected: words.count(point.expected) }),
          ...(point.units === null ? [] : [t('signals.pointUnits', { count: Math.round(point.units) })]),
        ],
        role: key === openKey ? 'open' : named.has(key) ? 'notable' : 'plain',
      };
    });
    return funnelPlot({
      dots,
      limits,
      names: {
        expected: t('signals.expectedAxis'),
        ratio: t('signals.ratioAxis'),
        centre: t('signals.centre'),
        limit95: t('signals.limit95'),
        limit998: t('signals.limit998'),
      },
      format: ratio,
      formatExpected: (value) => format.number(value, value < 0.95 ? Math.ceil(-Math.log10(value)) : 0),
      style,
    });
  }, [placed, points, limits, question, openKey, words, t, format, ratio, style]);
  const byKey = useMemo(() => new Map(points.map((point) => [keyOf(point.values), point])), [points]);
  const scopeOf = ({ key }: PlotPoint) => (key === null ? undefined : byKey.get(key)?.rows.scope);
  const table = () => funnelTable(placed, question.dimension, words);
  const beyond = placed.filter(({ position }) => position === 'above998').length;
  return (
    <Figure
      title={t('signals.funnel', {
        mode: words.mode(question.mode, answer.modeField),
        dimension: words.dimension(question.dimension),
        count: points.length,
        beyond: format.number(beyond),
      })}
      state={state}
      height={HEIGHT}
      footnote={[
        t('signals.funnelNote'),
        ...(dispersion !== undefined ? [t('signals.funnelWidened', { value: format.number(dispersion, 1) })] : []),
      ].join(t('common.sentenceSeparator'))}
      actions={{
        fileName: 'funnel',
        showRows: () =>
          drill.openRows(
            answer.modeField === null ? [] : [{ kind: 'oneOf', field: answer.modeField, values: [question.mode] }],
          ),
        sql,
        table,
        image: () => chart.current?.image() ?? Promise.reject(new Error('the chart is not on screen')),
      }}
    >
      <Chart
        ref={chart}
        plot={plot}
        title={t('signals.funnelAlone')}
        height={HEIGHT}
        onSelect={(point) => drill.narrow(scopeOf(point) ?? [])}
        onOpen={(point) => drill.openRows(scopeOf(point))}
      />
      <FunnelTable placed={placed} dimension={question.dimension} openKey={openKey} keyOf={keyOf} />
    </Figure>
  );
}

function keyOf(values: readonly string[]): string {
  return JSON.stringify(values);
}

function funnelTable(
  placed: readonly { readonly point: FunnelPoint; readonly position: Position }[],
  dimension: readonly string[],
  words: SignalWords,
): TableText {
  const { t } = words;
  return {
    header: [
      words.dimension(dimension),
      t('signals.units'),
      t('signals.n'),
      t('signals.expected'),
      t('signals.ratio'),
      t('signals.state'),
    ],
    rows: placed.map(({ point: { values, units, n, expected, ratio }, position }) => [
      words.slice(dimension, values),
      units,
      n,
      expected,
      ratio,
      t(`signals.coded.position.${position}`),
    ]),
  };
}
