import { useMemo } from 'react';
import type { Heat } from '../../analysis/trends';
import type { MeasureId } from '../../domain/measure';
import { useFootnote } from '../../session/footnote';
import { UncodedNote } from '../../session/UncodedNote';
import { heatmap } from '../../ui/charts/heatmap';
import { useChartStyle } from '../../ui/charts/use-chart-style';
import type { TableText } from '../../ui/csv';
import { useReading } from '../../ui/reading';
import { isValue } from '../../ui/view/drill';
import { ChartFigure } from './ChartFigure';
import { heatGrid } from './heat-grid';
import { HEIGHTS, heatHeight } from './heights';
import type { TrendsView } from './view';
import { amountHeaders, denominatorLines, useWords, type Words } from './words';

/** Models against failure modes: where complaints meet. */
export function HeatFigure({ view }: { readonly view: TrendsView }) {
  const { heat } = view.answer;
  return heat === undefined ? null : <HeatChart view={view} heat={heat} />;
}

function HeatChart({ view, heat }: { readonly view: TrendsView; readonly heat: Heat }) {
  const words = useWords();
  const style = useChartStyle();
  const footnote = useFootnote();
  const { question, total, asOf } = view.answer;
  const { measure } = question;
  const reading = useReading(measure, heat.noRate === undefined);
  const grid = useMemo(() => heatGrid(heat), [heat]);
  const plot = useMemo(() => {
    const side = (dimension: string) => (key: string | null) => ({ key, label: words.labels.value(dimension, key) });
    return heatmap({
      xs: grid.models.map(side('model')),
      ys: grid.modes.map(side('failure_mode')),
      cells: grid.cells.map(({ x, y, amount }) => ({
        x,
        y,
        value: reading.value(amount),
        detail: denominatorLines(amount, reading, words),
      })),
      unit: reading.unit,
      format: reading.format,
      style,
    });
  }, [grid, reading, words, style]);
  const { t, labels } = words;
  const { largest } = grid;
  return (
    <ChartFigure
      view={view}
      title={t('trends.heat', {
        model: labels.value('model', largest?.model ?? null),
        mode: labels.value('failure_mode', largest?.mode ?? null),
        value: reading.text(largest ? reading.value(largest.amount) : null),
      })}
      fileName={`${measure.id}-model-failure_mode`}
      height={HEIGHTS.heat}
      chartHeight={heatHeight(grid.modes.length)}
      plot={plot}
      table={() => heatTable(heat, measure.id, words)}
      footnote={
        <>
          {footnote({
            measure: measure.id,
            basis: reading.basis,
            unjudged: total.unjudged,
            noRate: heat.noRate,
            asOf,
          })}
          <UncodedNote dimensions={['failure_mode']} ready={view.state.kind === 'ready'} />
        </>
      }
      predicatesOf={({ key, group }) => [isValue('model', key), isValue('failure_mode', group ?? null)]}
    />
  );
}

/** Every pair, a row each, also those that the chart has no room for. */
function heatTable({ cells }: Heat, measure: MeasureId, words: Words): TableText {
  const { t, labels } = words;
  const headers = amountHeaders(measure, words);
  return {
    header: [labels.column('model'), labels.column('failure_mode'), headers.n, t('trends.units'), headers.rate],
    rows: [...cells]
      .sort((a, b) => b.amount.n - a.amount.n)
      .map(({ model, mode, amount: { n, units, rate } }) => [
        labels.value('model', model),
        labels.value('failure_mode', mode),
        n,
        units,
        rate,
      ]),
  };
}
