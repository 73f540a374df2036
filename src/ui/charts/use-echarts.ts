import type { EChartsType } from 'echarts/core';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { init } from './echarts';
import type { Plot, PlotPoint } from './plot';

interface Pointing {
  readonly onClick: (point: PlotPoint) => void;
  readonly onDoubleClick: (point: PlotPoint) => void;
}

/** Keeps an ECharts instance in an element: made once, redrawn with each plot, resized with its element. */
export function useEcharts(element: RefObject<HTMLDivElement | null>, plot: Plot, pointing: Pointing) {
  const chart = useRef<EChartsType | undefined>(undefined);
  const painted = useRef(false);

  const pointed = useEffectEvent((event: unknown, act: (point: PlotPoint) => void) => {
    const { seriesIndex, dataIndex } = event as { seriesIndex?: number; dataIndex?: number };
    const point = plot.points.find(({ series, index }) => series === seriesIndex && index === dataIndex);
    if (point !== undefined) act(point);
  });
  const clicked = useEffectEvent((event: unknown) => pointed(event, pointing.onClick));
  const doubleClicked = useEffectEvent((event: unknown) => pointed(event, pointing.onDoubleClick));

  useEffect(() => {
    if (element.current === null) return;
    const made = init(element.current, null, { renderer: 'svg' });
    made.on('click', (event) => clicked(event));
    made.on('dblclick', (event) => doubleClicked(event));
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
