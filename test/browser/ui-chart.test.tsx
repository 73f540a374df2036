import { createRef } from 'react';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Chart, type ChartHandle } from '../../src/ui/charts/Chart';
import { chartStyle } from '../../src/ui/charts/plot';
import { timeBars } from '../../src/ui/charts/time-bars';
import { render } from '../support/render';

const plot = timeBars({
  steps: [
    { key: '2026-09-01', label: 'Sep 2026' },
    { key: '2026-10-01', label: 'Oct <b>2026</b>' },
    { key: '2026-11-01', label: 'Nov 2026', provisional: true },
  ],
  series: [{ key: null, name: 'Quality complaints', values: [30, 50, 20] }],
  unit: 'complaints',
  format: (value) => String(value),
  style: chartStyle('light', 'sans-serif'),
});

/** Long enough for two clicks not to be a double click. */
const BETWEEN_CLICKS = 700;

const chart = () => page.getByRole('application', { name: 'By month. 3 points.' });
const canvas = () => chart().element().querySelector('canvas');
const svg = () => chart().element().querySelector('svg');

const placed = (width: number) => (
  <div style={{ width }}>
    <Chart plot={plot} title="By month" height={240} />
  </div>
);

/** The pixels of a picture, each as one number of red, green, blue and opacity from the lowest byte up. */
function pixelsOf(picture: HTMLCanvasElement | ImageBitmap): Uint32Array {
  const { width, height } = picture;
  const copy = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
  copy.drawImage(picture, 0, 0);
  return new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer);
}

/** A drawing with bars and text has many; an empty one has one. */
const coloursIn = (picture: HTMLCanvasElement | ImageBitmap) => new Set(pixelsOf(picture)).size;

it('draws on canvas at once, sharp on this screen', async () => {
  await render(<Chart plot={plot} title="By month" height={240} />);
  await expect.element(chart()).toBeVisible();
  expect(canvas()?.height).toBe(240 * devicePixelRatio);
  expect(coloursIn(canvas() as HTMLCanvasElement)).toBeGreaterThan(2);
});

it('stays sharp when the page is zoomed', async () => {
  await render(placed(600));
  vi.stubGlobal('devicePixelRatio', 2);
  window.dispatchEvent(new Event('resize'));
  await expect.poll(() => canvas()?.width).toBe(1200);
  vi.unstubAllGlobals();
});

it('never takes text for HTML, in the tooltip neither', async () => {
  await render(<Chart plot={plot} title="By month" height={240} />);
  expect(plot.option.tooltip).toMatchObject({ renderMode: 'richText' });
  (chart().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(page.getByText('Oct <b>2026</b>')).toBeInTheDocument();
  expect(document.querySelector('b')).toBeNull();
  expect(chart().element().querySelector('[aria-hidden]')?.textContent).toBe('');
});

it('is SVG on paper, of the size that paper gives it, and canvas again on screen', async () => {
  const draw = await render(placed(600));
  await expect.poll(() => canvas()?.clientWidth).toBe(600);
  window.dispatchEvent(new Event('beforeprint'));
  await expect.poll(() => svg()?.textContent).toContain('Oct <b>2026</b>');
  expect(svg()?.querySelector('b')).toBeNull();
  expect(svg()?.querySelectorAll('pattern').length).toBeGreaterThan(0);
  expect(canvas()).toBeNull();
  draw(placed(320));
  expect(svg()?.getBoundingClientRect().width).toBe(320);
  window.dispatchEvent(new Event('afterprint'));
  await expect.poll(() => canvas()?.clientWidth).toBe(320);
  expect(svg()).toBeNull();
});

it('forgets its mark with the plot: Enter does not select what came to stand in its place', async () => {
  const onSelect = vi.fn();
  const drawn = (shown: typeof plot) => <Chart plot={shown} title="By month" height={240} onSelect={onSelect} />;
  const draw = await render(drawn(plot));
  (chart().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  draw(drawn({ ...plot, points: plot.points.toReversed() }));
  await userEvent.keyboard('{Enter}');
  expect(onSelect).not.toHaveBeenCalled();
  expect(page.getByText('Nov 2026').elements()).toHaveLength(0);
});

it('is walked by arrow keys, read out, and narrows with Enter', async () => {
  const onSelect = vi.fn();
  const onOpen = vi.fn();
  await render(<Chart plot={plot} title="By month" height={240} onSelect={onSelect} onOpen={onOpen} />);
  (chart().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(page.getByText('Oct <b>2026</b> · Quality complaints · 50')).toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  expect(onSelect).toHaveBeenCalledExactlyOnceWith(plot.points[1]);
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(plot.points[1]);
});

it('narrows at once on a click; a double click narrows once and opens', async () => {
  const onSelect = vi.fn();
  const onOpen = vi.fn();
  await render(<Chart plot={plot} title="By month" height={240} onSelect={onSelect} onOpen={onOpen} />);
  await expect.element(chart()).toBeVisible();
  const box = chart().element().getBoundingClientRect();
  const middle = () => ({ position: { x: box.width / 2, y: 200 } });
  await chart().click(middle());
  expect(onSelect.mock.calls).toEqual([[plot.points[1]]]);
  expect(onOpen).not.toHaveBeenCalled();
  await new Promise((resolve) => setTimeout(resolve, BETWEEN_CLICKS));
  await chart().dblClick(middle());
  expect(onSelect.mock.calls).toEqual([[plot.points[1]], [plot.points[1]]]);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(plot.points[1]);
});

it('becomes a picture', async () => {
  const ref = createRef<ChartHandle>();
  await render(<Chart plot={plot} title="By month" height={240} ref={ref} />);
  await expect.element(chart()).toBeVisible();
  const picture = await ref.current?.image();
  const bitmap = await createImageBitmap(picture as Blob);
  expect(bitmap.height).toBe(480);
  expect(coloursIn(bitmap)).toBeGreaterThan(2);
  expect(pixelsOf(bitmap)[0]).toBe(0xffffffff);
});

it('follows the size of its place', async () => {
  const draw = await render(placed(600));
  await expect.poll(() => canvas()?.clientWidth).toBe(600);
  draw(placed(320));
  await expect.poll(() => canvas()?.clientWidth).toBe(320);
});
