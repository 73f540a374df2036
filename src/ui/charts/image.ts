import type { EChartsType } from 'echarts/core';
import { init } from './echarts';
import type { Plot } from './plot';

/** What a chart on screen shows as a PNG at twice its size, for documents and chats. */
export function pngOf(chart: EChartsType, ground: string): Promise<Blob> {
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: ground });
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture is empty')) : resolve(blob)), 'image/png'),
  );
}

/** The same as an SVG, which stays sharp at any size. */
export function svgOf(chart: EChartsType, { option }: Plot, ground: string): Blob {
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width: chart.getWidth(), height: chart.getHeight() });
  try {
    drawn.setOption({ ...option, backgroundColor: ground });
    return new Blob([drawn.renderToSVGString()], { type: 'image/svg+xml' });
  } finally {
    drawn.dispose();
  }
}
