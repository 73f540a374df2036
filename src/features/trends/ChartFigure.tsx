import { type ReactNode, useRef } from 'react';
import type { Predicate } from '../../domain/scope';
import { Chart, type ChartHandle } from '../../ui/charts/Chart';
import type { Plot, PlotPoint } from '../../ui/charts/plot';
import type { TableText } from '../../ui/csv';
import { Figure, type FigureState } from '../../ui/Figure';
import { useDrill } from '../../ui/view/drill';

interface ChartFigureProps {
  /** An answer, and whether it is still the answer to the question asked. */
  readonly view: { readonly answer: { readonly sql: readonly string[] }; readonly state: FigureState };
  readonly title: string;
  /** Of exported files. */
  readonly fileName: string;
  /** Height of the place in pixels, and of the chart in it if that is less. */
  readonly height: number;
  readonly chartHeight?: number;
  readonly plot: Plot;
  /** Statements behind what it shows beside the answer of the view. */
  readonly sql?: readonly string[];
  readonly table: () => TableText;
  readonly footnote: ReactNode;
  /** What belongs to the chart, over it and below it; not to its table. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  /** What a point stands for; undefined for one that stands for no single thing. */
  readonly predicatesOf: (point: PlotPoint) => readonly Predicate[] | undefined;
  /** A click on a point that stands for no single thing. */
  readonly onRest?: (point: PlotPoint) => void;
}

/** A chart of the screen with all that can be done with it. */
export function ChartFigure({
  view,
  title,
  fileName,
  height,
  chartHeight = height,
  plot,
  sql = [],
  table,
  footnote,
  above,
  below,
  predicatesOf,
  onRest,
}: ChartFigureProps) {
  const chart = useRef<ChartHandle>(null);
  const drill = useDrill();
  const select = (point: PlotPoint) => {
    const predicates = predicatesOf(point);
    if (predicates === undefined) onRest?.(point);
    else drill.narrow(predicates);
  };
  const open = (point: PlotPoint) => {
    const predicates = predicatesOf(point);
    if (predicates !== undefined) drill.openRows(predicates);
  };
  const onScreen = () => {
    if (chart.current === null) throw new Error('the chart is not on screen');
    return chart.current;
  };
  return (
    <Figure
      title={title}
      state={view.state}
      height={height}
      footnote={footnote}
      actions={{
        fileName,
        showRows: () => drill.openRows(),
        sql: [...view.answer.sql, ...sql],
        table,
        image: async () => onScreen().image(),
        vector: async () => onScreen().vector(),
      }}
    >
      {above}
      <Chart ref={chart} plot={plot} title={title} height={chartHeight} onSelect={select} onOpen={open} />
      {below}
    </Figure>
  );
}
