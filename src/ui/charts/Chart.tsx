import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Chart.module.css';
import { pngOf, svgOf } from './image';
import { movePoint } from './move';
import type { Plot, PlotPoint } from './plot';
import { useChartStyle } from './use-chart-style';
import { useEcharts } from './use-echarts';

export interface ChartHandle {
  /** The chart as PNG on the ground of the page. */
  image(): Promise<Blob>;
  /** The same as SVG. */
  vector(): Promise<Blob>;
}

interface ChartProps {
  readonly plot: Plot;
  /** What the chart shows, for those who do not see it. */
  readonly title: string;
  /** In pixels; the width is that of the place. */
  readonly height: number;
  /** Click or Enter on a point. */
  readonly onSelect?: (point: PlotPoint) => void;
  /** Double click or Shift+Enter on a point; the first click of the two has selected it already, because nobody waits for a second. */
  readonly onOpen?: (point: PlotPoint) => void;
  readonly ref?: Ref<ChartHandle>;
}

/** A plot on screen, for mouse, keyboard and screen reader. */
export function Chart({ plot, title, height, onSelect, onOpen, ref }: ChartProps) {
  const { t } = useTranslation();
  const { tokens } = useChartStyle();
  const element = useRef<HTMLDivElement>(null);
  const clicked = useRef<PlotPoint | undefined>(undefined);
  const [mark, setMark] = useState<{ readonly plot: Plot; readonly at: number } | undefined>(undefined);
  // A mark is of a place, so it ends with the plot that stood there.
  const marked = mark?.plot === plot ? mark.at : undefined;

  const chart = useEcharts(element, plot, height, {
    onClick: (point, count) => {
      if (count > 1) return;
      clicked.current = point;
      onSelect?.(point);
    },
  });

  const drawn = () => {
    if (chart.current === undefined) throw new Error('the chart is gone');
    return chart.current;
  };
  useImperativeHandle(ref, () => ({
    image: async () => pngOf(drawn(), tokens.surface),
    vector: async () => svgOf(drawn(), plot, tokens.surface),
  }));

  const moveTo = (at: number | undefined) => {
    chart.current?.dispatchAction({ type: 'downplay' });
    const point = at === undefined ? undefined : plot.points[at];
    if (point === undefined) chart.current?.dispatchAction({ type: 'hideTip' });
    else {
      const place = { seriesIndex: point.series, dataIndex: point.index };
      chart.current?.dispatchAction({ type: 'highlight', ...place });
      chart.current?.dispatchAction({ type: 'showTip', ...place });
    }
    setMark(at === undefined ? undefined : { plot, at });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const point = marked === undefined ? undefined : plot.points[marked];
    const next = movePoint(plot.points, marked ?? -1, event.key);
    if (next !== undefined) moveTo(next);
    else if (event.key === 'Enter' && point !== undefined) (event.shiftKey ? onOpen : onSelect)?.(point);
    else return;
    event.preventDefault();
  };

  const point = marked === undefined ? undefined : plot.points[marked];
  return (
    <div
      role="application"
      aria-label={t('chart.summary', { title, points: plot.points.length })}
      aria-description={t('chart.keys')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      className={`${classes.chart} ${onSelect === undefined ? '' : classes.selectable}`}
      style={{ height }}
      onKeyDown={onKeyDown}
      onClickCapture={(event) => {
        if (event.detail === 1) clicked.current = undefined;
      }}
      onDoubleClick={() => clicked.current !== undefined && onOpen?.(clicked.current)}
      onBlur={() => moveTo(undefined)}
    >
      <div ref={element} className={classes.canvas} aria-hidden="true" />
      <span className={classes.spoken} aria-live="polite">
        {point?.label}
      </span>
    </div>
  );
}
