import { type ReactNode, useRef } from 'react';
import { Chart, type ChartHandle } from '../../ui/charts/Chart';
import type { Plot, PlotPoint } from '../../ui/charts/plot';
import { Figure } from '../../ui/Figure';
import type { FigureActions } from '../../ui/FigureMenu';
import type { AgesView } from './view';
import { HEIGHTS } from './view';

interface PlotFigureProps extends Pick<FigureActions, 'fileName' | 'table' | 'showRows'> {
  readonly state: AgesView['state'];
  readonly sql: readonly string[];
  readonly title: string;
  readonly plot: Plot;
  readonly footnote?: ReactNode;
  readonly onSelect?: (point: PlotPoint) => void;
  /** Above the chart, and below it. */
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
}

/** A chart of the screen with all that can be done with it, and what belongs to it in words. */
export function PlotFigure(props: PlotFigureProps) {
  const { state, sql, title, plot, footnote, onSelect, tools, children, ...actions } = props;
  const chart = useRef<ChartHandle>(null);
  const image = () => chart.current?.image() ?? Promise.reject(new Error('the chart is not on screen'));
  return (
    <Figure
      title={title}
      state={state}
      height={HEIGHTS.chart}
      footnote={footnote}
      actions={{ ...actions, sql: [...sql], image }}
    >
      {tools}
      <Chart ref={chart} plot={plot} title={title} height={HEIGHTS.chart} onSelect={onSelect} />
      {children}
    </Figure>
  );
}
