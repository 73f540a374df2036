import type { EChartsType } from 'echarts/core';

/** Redraws a chart at once when its place has another size than it was drawn for. */
export function followSize(chart: EChartsType): void {
  const { clientWidth, clientHeight } = chart.getDom();
  if (chart.getWidth() === clientWidth && chart.getHeight() === clientHeight) return;
  chart.resize({ width: clientWidth, height: clientHeight });
  chart.getZr().flush();
  shrinkOnPaper(chart);
}

/** Lets an SVG chart shrink with its place, for browsers that lay out pages without telling the document how wide they are. */
export function shrinkOnPaper(chart: EChartsType): void {
  const drawing = chart.getDom().querySelector('svg');
  if (drawing === null) return;
  drawing.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
  drawing.style.maxWidth = '100%';
  if (drawing.parentElement !== null) drawing.parentElement.style.maxWidth = '100%';
}
