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

it('draws into SVG at once, without animation, text as text', async () => {
  await render(<Chart plot={plot} title="By month" height={240} />);
  await expect.element(chart()).toBeVisible();
  const svg = chart().element().querySelector('svg');
  expect(svg?.textContent).toContain('Oct <b>2026</b>');
  expect(svg?.querySelector('b')).toBeNull();
  expect(svg?.querySelectorAll('pattern').length).toBeGreaterThan(0);
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
});

it('follows the size of its place', async () => {
  const placed = (width: number) => (
    <div style={{ width }}>
      <Chart plot={plot} title="By month" height={240} />
    </div>
  );
  const draw = await render(placed(600));
  const drawnWidth = () => Number(chart().element().querySelector('svg')?.getAttribute('width'));
  await expect.poll(drawnWidth).toBe(600);
  draw(placed(320));
  await expect.poll(drawnWidth).toBe(320);
});
