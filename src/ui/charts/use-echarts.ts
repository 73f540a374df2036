import type { EChartsType } from 'echarts/core';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { init } from './echarts';
import type { Plot, PlotPoint } from './plot';

interface Pointing {
  /** @param count 1, or 2 for the second click of a double click */
  readonly onClick: (point: PlotPoint, count: number) => void;
}

/** As much of ECharts' events as is needed here: the series and item, and the browser's own event below its two wrappers. */
interface ChartEvent {
  readonly seriesIndex?: number;
  readonly dataIndex?: number;
  readonly event?: { readonly event?: { readonly detail?: number } };
}

/** Keeps an ECharts instance in an element: made once, redrawn with each plot, resized with its element. */
export function useEcharts(element: RefObject<HTMLDivElement | null>, plot: Plot, pointing: Pointing) {
  const chart = useRef<EChartsType | undefined>(undefined);
  const painted = useRef(false);

  const clicked = useEffectEvent(({ seriesIndex, dataIndex, event }: ChartEvent) => {
    const point = plot.points.find(({ series, index }) => series === seriesIndex && index === dataIndex);
    if (point !== undefined) pointing.onClick(point, event?.event?.detail ?? 1);
  });

  useEffect(() => {
    if (element.current === null) return;
    const made = init(element.current, null, { renderer: 'svg' });
    made.on('click', (event) => clicked(event as ChartEvent));
    chart.current = made;
    const sized = new ResizeObserver(() => made.resize());
    sized.observe(element.current);
    return () => {
      sized.disconnect();
      made.dispose();
      chart.current = undefined;
      painted.current = false;
    };
  }, [element]);

  useEffect(() => {
    const animation = painted.current && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.current?.setOption({ ...plot.option, animation }, { notMerge: true });
    painted.current = true;
  }, [plot]);

  return chart;
}
