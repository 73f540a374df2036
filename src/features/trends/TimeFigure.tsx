import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_PERIODS } from '../../analysis/trends';
import { useFootnote } from '../../session/footnote';
import { useMeasureNames } from '../../session/measure-name';
import type { PlotPoint } from '../../ui/charts/plot';
import { useChartStyle } from '../../ui/charts/use-chart-style';
import { OTHER } from '../../ui/palette';
import { useReading } from '../../ui/reading';
import { isPeriod, isValue } from '../../ui/view/drill';
import { ChartFigure } from './ChartFigure';
import { HEIGHTS } from './heights';
import { timePlot } from './time-plot';
import { timeTable } from './time-table';
import type { TrendsView } from './view';
import { useWords } from './words';

/** The measure over time. */
export function TimeFigure({ view }: { readonly view: TrendsView }) {
  const { t } = useTranslation();
  const words = useWords();
  const style = useChartStyle();
  const footnote = useFootnote();
  const { nameOf } = useMeasureNames();
  const { answer } = view;
  const { measure, grain } = answer.question;
  const { stack, periods } = answer;
  const noRate = answer.noRate ?? stack?.noRate;
  const reading = useReading(measure, noRate === undefined);
  const name = nameOf(measure.id);
  const plot = useMemo(() => timePlot(answer, name, reading, words, style), [answer, name, reading, words, style]);
  const provisional = periods
    .filter((period) => period.provisional)
    .map(({ period }) => words.format.bucket(grain, period));
  const predicatesOf = ({ key, group }: PlotPoint) => {
    const period = isPeriod(grain, key ?? '');
    const ofValue =
      stack === undefined || group === undefined || group === OTHER ? [] : [isValue(stack.dimension, group)];
    return [period, ...ofValue];
  };
  return (
    <ChartFigure
      view={view}
      title={t(`grain.over.${grain}`, { measure: name })}
      fileName={`${measure.id}-${grain}`}
      height={HEIGHTS.time}
      plot={plot}
      table={() => timeTable(answer, reading, words)}
      footnote={footnote({
        measure: measure.id,
        basis: reading.basis,
        grain,
        unjudged: answer.total.unjudged,
        noRate,
        asOf: answer.asOf,
        provisional,
        notes: periods.length === MOST_PERIODS ? [t('footnote.latest', { count: MOST_PERIODS })] : [],
      })}
      predicatesOf={predicatesOf}
    />
  );
}
