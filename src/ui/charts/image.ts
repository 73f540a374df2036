import type { EChartsType } from 'echarts/core';

/** What a chart on screen shows as a PNG at twice its size, for documents and chats. */
export function pngOf(chart: EChartsType, ground: string): Promise<Blob> {
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: ground });
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture is empty')) : resolve(blob)), 'image/png'),
  );
}
