import type { EChartsType } from 'echarts/core';
import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { init } from './echarts';
import { followSize, shrinkOnPaper } from './follow-size';
import type { Plot, PlotPoint } from './plot';
import { useMedium } from './use-medium';

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

/**
 * Keeps an ECharts instance in an element: made once for each medium, redrawn with each plot, resized with its element.
 * @param height of the element, in pixels
 */
export function useEcharts(element: RefObject<HTMLDivElement | null>, plot: Plot, height: number, pointing: Pointing) {
  const medium = useMedium();
  const chart = useRef<EChartsType | undefined>(undefined);

  const clicked = useEffectEvent(({ seriesIndex, dataIndex, event }: ChartEvent) => {
    const point = plot.points.find(({ series, index }) => series === seriesIndex && index === dataIndex);
    if (point !== undefined) pointing.onClick(point, event?.event?.detail ?? 1);
  });

  // Layout effects, because a browser lays out its pages as soon as it has said that it prints.
  useLayoutEffect(() => {
    const place = element.current;
    if (place === null) return;
    const made = init(place, null, medium === 'paper' ? { renderer: 'svg' } : { devicePixelRatio: medium });
    made.on('click', (event) => clicked(event as ChartEvent));
    chart.current = made;
    const resized = () => followSize(made);
    const sized = new ResizeObserver(resized);
    sized.observe(place);
    const pages = matchMedia('print');
    pages.addEventListener('change', resized);
    return () => {
      pages.removeEventListener('change', resized);
      sized.disconnect();
      made.dispose();
      chart.current = undefined;
    };
  }, [element, medium]);

  useLayoutEffect(() => {
    const made = chart.current;
    if (made === undefined) return;
    // A plot of another height is laid out once, for that height, not for the one before and then again.
    const resized = medium !== 'paper' && made.getHeight() !== height;
    made.setOption(plot.option, { notMerge: true, lazyUpdate: resized });
    if (resized) made.resize({ width: made.getWidth(), height });
    if (medium === 'paper') shrinkOnPaper(made);
  }, [plot, height, medium]);

  return chart;
}
