import { useMemo } from 'react';
import type { Ranking } from '../../analysis/trends';
import { isAboutComplaint } from '../../domain/measure';
import { breakdownBars, breakdownHeight } from '../../ui/charts/breakdown-bars';
import { useChartStyle } from '../../ui/charts/use-chart-style';
import { useReading } from '../../ui/reading';
import { FixedFigure } from './FixedFigure';
import { HEIGHTS, PANEL_TOP } from './heights';
import { onlyValue } from './only-value';
import { RankingFigure } from './RankingFigure';
import { rankingItems } from './ranking-items';
import type { TrendsView } from './view';
import { useWords } from './words';

interface PanelFigureProps {
  readonly view: TrendsView;
  readonly dimension: string;
}

/** The complaints by one dimension. */
export function PanelFigure({ view, dimension }: PanelFigureProps) {
  const ranking = view.answer.panels.find((panel) => panel.dimension === dimension);
  if (ranking === undefined) return null;
  const fixed = onlyValue(ranking);
  return fixed === undefined ? (
    <Bars view={view} ranking={ranking} />
  ) : (
    <FixedFigure view={view} dimension={dimension} value={fixed.value} height={HEIGHTS.panel} />
  );
}

function Bars({ view, ranking }: { readonly view: TrendsView; readonly ranking: Ranking }) {
  const words = useWords();
  const style = useChartStyle();
  const { question, total } = view.answer;
  const { dimension } = ranking;
  const reading = useReading(question.measure, ranking.noRate === undefined);
  const items = useMemo(() => rankingItems(ranking, total.n, reading, words), [ranking, total.n, reading, words]);
  const plot = useMemo(
    () =>
      breakdownBars({
        items,
        top: PANEL_TOP,
        otherLabel: (count) => words.t('common.otherOf', { count }),
        // Rates of what a complaint is about share one denominator and add up as counts do.
        additive: reading.basis === 'count' || isAboutComplaint(dimension),
        unit: reading.unit,
        format: reading.format,
        style,
      }),
    [items, dimension, reading, words, style],
  );
  const first = ranking.values[0];
  const { t, labels, format } = words;
  return (
    <RankingFigure
      view={view}
      ranking={ranking}
      title={t('trends.byValue', {
        dimension: labels.column(dimension),
        unit: reading.unit,
        value: labels.value(dimension, first?.value ?? null),
        share: format.percent(total.n === 0 ? null : (first?.n ?? 0) / total.n, 0),
      })}
      height={HEIGHTS.panel}
      chartHeight={breakdownHeight(items.length, PANEL_TOP)}
      top={PANEL_TOP}
      plot={plot}
      items={items}
      reading={reading}
    />
  );
}
