import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Figure, type FigureState } from '../../src/ui/Figure';
import { render } from '../support/render';

const SQL = ['select model, count(*) from complaint group by all'];

const figure = (state: FigureState, actions = {}) => (
  <Figure
    title="Clip fracture rose"
    state={state}
    height={300}
    footnote="Per 1000 shipped"
    actions={{ fileName: 'clip', ...actions }}
  >
    <p>content</p>
  </Figure>
);

const body = () => page.getByRole('figure').element() as HTMLElement;

it('keeps its height from loading to content', async () => {
  const draw = await render(figure({ kind: 'loading' }));
  await expect.element(page.getByRole('status', { name: 'Loading…' })).toBeVisible();
  expect(body().getAttribute('aria-busy')).toBe('true');
  const before = body().getBoundingClientRect().height;
  draw(figure({ kind: 'empty', title: 'No complaints' }));
  await expect.element(page.getByText('No complaints')).toBeVisible();
  expect(body().getBoundingClientRect().height).toBe(before);
});

it('keeps the old content, dimmed, while it refreshes', async () => {
  await render(figure({ kind: 'refreshing' }));
  await expect.element(page.getByText('content')).toBeVisible();
  await expect.element(page.getByText('Refreshing…')).toBeInTheDocument();
  const frame = page.getByText('content').element().parentElement as HTMLElement;
  expect(Number(getComputedStyle(frame).opacity)).toBeLessThan(1);
});

it('says what happened, why, and what to do', async () => {
  const onRetry = vi.fn();
  await render(figure({ kind: 'error', what: 'Not read', why: 'clip.csv, line 7', todo: 'Close the quote.', onRetry }));
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent('Not read');
  await expect.element(alert).toHaveTextContent('clip.csv, line 7');
  await expect.element(alert).toHaveTextContent('Close the quote.');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(onRetry).toHaveBeenCalledOnce();
  await expect.element(page.getByText('content')).not.toBeInTheDocument();
});

it('says why something cannot be computed, in Chinese too', async () => {
  await render(figure({ kind: 'cannot', because: '没有出货数据' }), 'zh-CN');
  await expect.element(page.getByText('无法计算：没有出货数据')).toBeVisible();
});

it('offers only what can be done', async () => {
  await render(figure({ kind: 'ready' }, { sql: SQL }));
  await page.getByRole('button', { name: 'Actions for this figure' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Show SQL' })).toBeVisible();
  expect(page.getByRole('menuitem').elements()).toHaveLength(1);
});

it('shows the SQL beside the page; Esc closes it', async () => {
  await render(figure({ kind: 'ready' }, { sql: SQL }));
  await page.getByRole('button', { name: 'Actions for this figure' }).click();
  await page.getByRole('menuitem', { name: 'Show SQL' }).click();
  const drawer = page.getByRole('complementary', { name: 'SQL of this figure' });
  await expect.element(drawer).toHaveTextContent(SQL[0] as string);
  await userEvent.keyboard('{Escape}');
  await expect.element(drawer).not.toBeInTheDocument();
});

it('copies its table', async () => {
  const written = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  const table = () => ({ header: ['型号', '件数'], rows: [['A', 3]] });
  await render(figure({ kind: 'ready' }, { table }));
  await page.getByRole('button', { name: 'Actions for this figure' }).click();
  await page.getByRole('menuitem', { name: 'Copy table' }).click();
  await expect.element(page.getByText('Copied')).toBeVisible();
  const blob = await written.mock.calls[0]?.[0][0]?.getType('text/plain');
  expect(await blob?.text()).toBe('型号\t件数\r\nA\t3');
  written.mockRestore();
});
