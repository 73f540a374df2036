import { useMemo } from 'react';
import type { Ranking } from '../../analysis/trends';
import { pareto } from '../../ui/charts/pareto';
import { useChartStyle } from '../../ui/charts/use-chart-style';
import { useReading } from '../../ui/reading';
import { FixedFigure } from './FixedFigure';
import { HEIGHTS, PARETO_TOP } from './heights';
import { onlyValue } from './only-value';
import { RankingFigure } from './RankingFigure';
import { rankingItems } from './ranking-items';
import type { TrendsView } from './view';
import { vitalFew } from './vital-few';
import { useWords } from './words';

/** Failure modes from the most frequent down: which few make up most. */
export function ParetoFigure({ view }: { readonly view: TrendsView }) {
  const { modes } = view.answer;
  if (modes === undefined) return null;
  const fixed = onlyValue(modes);
  return fixed === undefined ? (
    <Pareto view={view} modes={modes} />
  ) : (
    <FixedFigure view={view} dimension={modes.dimension} value={fixed.value} height={HEIGHTS.pareto} />
  );
}

function Pareto({ view, modes }: { readonly view: TrendsView; readonly modes: Ranking }) {
  const words = useWords();
  const style = useChartStyle();
  const { question, total } = view.answer;
  const reading = useReading(question.measure, modes.noRate === undefined);
  const named = useMemo(() => ({ ...modes, values: modes.values.filter(({ value }) => value !== null) }), [modes]);
  const items = useMemo(() => rankingItems(named, total.n, reading, words), [named, total.n, reading, words]);
  const vital = vitalFew(named.values);
  const plot = useMemo(
    () =>
      pareto({
        items,
        vital,
        total: items.reduce((sum, { value }) => sum + (value ?? 0), 0),
        top: PARETO_TOP,
        otherLabel: (count) => words.t('common.otherOf', { count }),
        unit: reading.unit,
        format: reading.format,
        percent: (share) => words.format.percent(share, 0),
        cumulativeLabel: words.t('common.cumulative'),
        style,
      }),
    [items, vital, reading, words, style],
  );
  const { t } = words;
  const several = named.values.reduce((sum, { n }) => sum + n, 0) > total.n;
  return (
    <RankingFigure
      view={view}
      ranking={named}
      title={t('trends.pareto', { count: vital, all: named.values.length })}
      height={HEIGHTS.pareto}
      top={PARETO_TOP}
      plot={plot}
      items={items}
      reading={reading}
      notes={[
        ...(vital > 0 && vital <= PARETO_TOP && vital < named.values.length
          ? [t('footnote.vital', { count: vital })]
          : []),
        ...(several ? [t('footnote.several')] : []),
      ]}
    />
  );
}
