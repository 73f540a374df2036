import { useMemo } from 'react';
import type { Ranking } from '../../analysis/trends';
import { isAboutComplaint } from '../../domain/measure';
import { breakdownBars, breakdownHeight } from '../../ui/charts/breakdown-bars';
import { useChartStyle } from '../../ui/charts/use-chart-style';
import { useReading } from '../../ui/reading';
import { FixedFigure } from './FixedFigure';
import { PANEL_TOP } from './heights';
import { onlyValue } from './only-value';
import { RankingFigure } from './RankingFigure';
import { rankingItems } from './ranking-items';
import type { TrendsView } from './view';
import { useWords } from './words';

interface PanelFigureProps {
  readonly view: TrendsView;
  readonly dimension: string;
  /** In pixels, see `panelHeight`. */
  readonly height: number;
}

/** The complaints by one dimension. */
export function PanelFigure({ view, dimension, height }: PanelFigureProps) {
  const ranking = view.answer.panels.find((panel) => panel.dimension === dimension);
  if (ranking === undefined) return null;
  const fixed = onlyValue(ranking);
  return fixed === undefined ? (
    <Bars view={view} ranking={ranking} height={height} />
  ) : (
    <FixedFigure view={view} dimension={dimension} value={fixed.value} height={height} />
  );
}

interface BarsProps {
  readonly view: TrendsView;
  readonly ranking: Ranking;
  readonly height: number;
}

function Bars({ view, ranking, height }: BarsProps) {
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
  const first = ranking.values.find(({ value }) => value !== null) ?? ranking.values[0];
  const { t, labels, format } = words;
  const leader = {
    dimension: labels.column(dimension),
    value: labels.value(dimension, first?.value ?? null),
    share: format.percent(total.n === 0 ? null : (first?.n ?? 0) / total.n, 0),
  };
  return (
    <RankingFigure
      view={view}
      ranking={ranking}
      title={
        reading.unit === t('unit.count')
          ? t('trends.byValue', leader)
          : t('trends.byValueIn', { ...leader, unit: reading.unit })
      }
      height={height}
      chartHeight={breakdownHeight(items.length, PANEL_TOP)}
      top={PANEL_TOP}
      plot={plot}
      items={items}
      reading={reading}
    />
  );
}
