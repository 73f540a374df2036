import { useState } from 'react';
import type { Ranking } from '../../analysis/trends';
import { useFootnote } from '../../session/footnote';
import { UncodedNote } from '../../session/UncodedNote';
import type { Plot, PlotPoint, RankedItem } from '../../ui/charts/plot';
import { OTHER } from '../../ui/palette';
import type { Reading } from '../../ui/reading';
import { isValue } from '../../ui/view/drill';
import { ChartFigure } from './ChartFigure';
import { RestDrawer } from './RestDrawer';
import { rankingTable } from './ranking-items';
import type { TrendsView } from './view';
import { useWords } from './words';

interface RankingFigureProps {
  readonly view: TrendsView;
  readonly ranking: Ranking;
  readonly title: string;
  readonly height: number;
  readonly chartHeight?: number;
  /** Bars before the rest is lumped together. */
  readonly top: number;
  readonly plot: Plot;
  readonly items: readonly RankedItem[];
  readonly reading: Reading;
  /** Sentences that this chart alone needs. */
  readonly notes?: readonly string[];
}

/** A chart of the values of one dimension: a bar narrows to its value, "Other" lists what is in it. */
export function RankingFigure({
  view,
  ranking,
  title,
  height,
  chartHeight,
  top,
  plot,
  items,
  reading,
  notes = [],
}: RankingFigureProps) {
  const words = useWords();
  const footnote = useFootnote();
  const [listing, setListing] = useState(false);
  const { question, total, asOf } = view.answer;
  const { dimension } = ranking;
  const predicatesOf = ({ key }: PlotPoint) => (key === OTHER ? undefined : [isValue(dimension, key)]);
  const facts = {
    measure: question.measure.id,
    basis: reading.basis,
    unjudged: total.unjudged,
    noRate: ranking.noRate,
    asOf,
    notes,
  };
  const rest = [...items].sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(top);
  return (
    <>
      <ChartFigure
        view={view}
        title={title}
        fileName={`${question.measure.id}-${dimension}`}
        height={height}
        chartHeight={chartHeight}
        plot={plot}
        table={() => rankingTable(ranking, total.n, question.measure.id, words)}
        footnote={
          <>
            {footnote(facts)}
            <UncodedNote dimensions={[dimension]} ready={view.state.kind === 'ready'} />
          </>
        }
        predicatesOf={predicatesOf}
        onRest={() => setListing(true)}
      />
      {listing && (
        <RestDrawer
          title={words.t('trends.restTitle', { dimension: words.labels.column(dimension) })}
          dimension={dimension}
          items={rest}
          format={reading.format}
          unit={reading.unit}
          onClose={() => setListing(false)}
        />
      )}
    </>
  );
}
