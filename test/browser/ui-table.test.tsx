import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DataTable } from '../../src/ui/table/DataTable';
import type { DataColumn, RowSource, Sort } from '../../src/ui/table/row-source';
import { render } from '../support/render';

interface FakeRow {
  readonly n: number;
}

const MILLIONS = 10_000_000;

const COLUMNS: readonly DataColumn<FakeRow>[] = [
  { id: 'no', header: 'No.', text: ({ n }) => `C${n}`, sortable: true },
  { id: 'mode', header: 'Mode', text: ({ n }) => `mode ${n % 7}`, sortable: true },
  { id: 'cost', header: 'Cost', text: ({ n }) => String(n), number: ({ n }) => n, format: (value) => value.toFixed(1) },
  ...Array.from({ length: 30 }, (_, at) => ({
    id: `more${at}`,
    header: `More ${at}`,
    text: ({ n }: FakeRow) => `${at}/${n}`,
  })),
];

function fake(rowCount: number, id = 'fake') {
  const getRows = vi.fn(async (start: number, end: number) =>
    Array.from({ length: end - start }, (_, step) => ({ n: start + step })),
  );
  return { id, rowCount, getRows } satisfies RowSource<FakeRow>;
}

const grid = () => page.getByRole('grid', { name: 'Fakes' });
const scroller = () => grid().element() as HTMLElement;
const cursorText = () => document.getElementById(scroller().getAttribute('aria-activedescendant') ?? '')?.textContent;
const drawnRows = () => scroller().querySelectorAll('[role="rowgroup"] > [role="row"]').length;

async function focusGrid() {
  await expect.element(page.getByText('C0', { exact: true }).first()).toBeVisible();
  scroller().focus();
}

describe('with ten million rows', () => {
  it('draws a screenful, and reads no more than that', async () => {
    const source = fake(MILLIONS);
    await render(<DataTable label="Fakes" columns={COLUMNS} source={source} height={400} />);
    await focusGrid();
    expect(drawnRows()).toBeLessThan(30);
    expect(scroller().querySelectorAll('[role="gridcell"]').length).toBeLessThan(30 * 20);
    expect(source.getRows).toHaveBeenCalledTimes(1);
    expect(scroller().getAttribute('aria-rowcount')).toBe(String(MILLIONS + 1));
  });

  it('reaches the last row by key and by scroll bar, and the first one again', async () => {
    await render(<DataTable label="Fakes" columns={COLUMNS} source={fake(MILLIONS)} height={400} />);
    await focusGrid();
    await userEvent.keyboard('{Control>}{ArrowDown}{/Control}');
    await expect.poll(cursorText).toBe('C9999999');
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(cursorText).toBe('C9999998');
    scroller().scrollTop = 0;
    await expect.element(page.getByText('C0', { exact: true }).first()).toBeVisible();
    scroller().scrollTop = scroller().scrollHeight;
    await expect.element(page.getByText('C9999999', { exact: true }).first()).toBeVisible();
  });

  it('skips no row between two turns of the wheel', async () => {
    await render(<DataTable label="Fakes" columns={COLUMNS} source={fake(MILLIONS)} height={400} />);
    await focusGrid();
    const wheel = () =>
      scroller().dispatchEvent(new WheelEvent('wheel', { deltaY: 280, cancelable: true, bubbles: true }));
    wheel();
    await expect.element(page.getByText('C10', { exact: true }).first()).toBeVisible();
    await expect.poll(() => firstVisible()).toBe('C10');
    wheel();
    await expect.poll(() => firstVisible()).toBe('C20');
  });

  it('gives up pages that nobody waits for any more', async () => {
    const signals: AbortSignal[] = [];
    const source: RowSource<FakeRow> = {
      id: 'slow',
      rowCount: MILLIONS,
      getRows: (start, end, signal) => {
        signals.push(signal);
        if (start > 0) return new Promise(() => undefined);
        return Promise.resolve(Array.from({ length: end - start }, (_, step) => ({ n: start + step })));
      },
    };
    await render(<DataTable label="Fakes" columns={COLUMNS} source={source} height={400} />);
    await focusGrid();
    scroller().scrollTop = 1_000_000;
    await expect.poll(() => signals.length).toBeGreaterThan(1);
    scroller().scrollTop = 3_000_000;
    await expect.poll(() => signals[1]?.aborted).toBe(true);
  });
});

describe('the keyboard', () => {
  it('moves by cell, by screen and to the edges', async () => {
    await render(<DataTable label="Fakes" columns={COLUMNS} source={fake(1000)} height={400} />);
    await focusGrid();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect.poll(cursorText).toBe('mode 1');
    await userEvent.keyboard('{End}');
    await expect.poll(cursorText).toBe('29/1');
    await userEvent.keyboard('{Home}{PageDown}{PageUp}');
    await expect.poll(cursorText).toBe('C1');
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect.poll(cursorText).toBe('29/999');
  });

  it('opens the row under the cursor with Enter', async () => {
    const onOpenRow = vi.fn();
    await render(<DataTable label="Fakes" columns={COLUMNS} source={fake(10)} height={400} onOpenRow={onOpenRow} />);
    await focusGrid();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onOpenRow).toHaveBeenCalledWith({ n: 2 }, 2);
  });

  it('adds up what is selected, and says so without numbers too', async () => {
    await render(<DataTable label="Fakes" columns={COLUMNS} source={fake(1000)} height={400} />);
    await focusGrid();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await expect.element(page.getByText('3 rows selected')).toBeVisible();
    await expect.element(page.getByText('Cost Sum 6.0 Mean 2.0')).toBeVisible();
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.element(page.getByText('1,000 rows selected')).toBeVisible();
  });

  it('copies the selection as tab-separated text', async () => {
    const written = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
    await render(<DataTable label="Fakes" columns={COLUMNS} source={fake(1000)} height={400} />);
    await focusGrid();
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowRight}{ArrowDown}{/Shift}{Control>}c{/Control}');
    await expect.element(page.getByText('Copied')).toBeVisible();
    const blob = await written.mock.calls[0]?.[0][0]?.getType('text/plain');
    expect(await blob?.text()).toBe('Mode\tCost\r\nmode 0\t0\r\nmode 1\t1');
    written.mockRestore();
  });
});

describe('columns', () => {
  it('keep the first at the left while the rest scrolls', async () => {
    await render(<DataTable label="Fakes" columns={COLUMNS} source={fake(100)} height={400} />);
    await focusGrid();
    scroller().scrollLeft = 2000;
    await expect.element(page.getByText('More 14', { exact: true }).first()).toBeVisible();
    const left = page.getByText('C0', { exact: true }).first().element().getBoundingClientRect().left;
    expect(left - scroller().getBoundingClientRect().left).toBeLessThan(2);
  });

  it('are hidden, moved and pinned by choice', async () => {
    await render(<DataTable label="Fakes" columns={COLUMNS} source={fake(100)} height={400} />);
    await focusGrid();
    const headers = () => [...scroller().querySelectorAll('[role="columnheader"]')].map((head) => head.textContent);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Show Mode' }).click();
    await expect.poll(() => headers().slice(0, 2)).toEqual(['No.', 'Cost']);
    await page.getByRole('button', { name: 'Move More 0 forward' }).click();
    await expect.poll(() => headers().slice(0, 3)).toEqual(['No.', 'More 0', 'Cost']);
    await page.getByRole('button', { name: 'Pin More 1', exact: true }).click();
    await expect.poll(() => headers().slice(0, 2)).toEqual(['No.', 'More 1']);
    const [first, second] = [...scroller().querySelectorAll('[role="columnheader"]')].map((head) =>
      head.getBoundingClientRect(),
    );
    expect(second?.left).toBeCloseTo(first?.right ?? 0, 0);
  });

  it('sort by their headers: up, down, as it was', async () => {
    function Sorted() {
      const [sort, setSort] = useState<Sort | undefined>(undefined);
      return <DataTable label="Fakes" columns={COLUMNS} source={fake(9)} height={400} sort={sort} onSort={setSort} />;
    }
    await render(<Sorted />);
    await focusGrid();
    const mode = page.getByRole('columnheader', { name: 'Mode' });
    const seen: (string | null)[] = [];
    for (let turn = 0; turn < 3; turn++) {
      await mode.getByRole('button').click();
      seen.push(mode.element().getAttribute('aria-sort'));
    }
    expect(seen).toEqual(['ascending', 'descending', null]);
  });
});

it('says when rows cannot be read, and tries again', async () => {
  let broken = true;
  const source: RowSource<FakeRow> = {
    id: 'broken',
    rowCount: 5,
    getRows: async (start, end) => {
      if (broken) throw new Error('the engine is gone');
      return Array.from({ length: end - start }, (_, step) => ({ n: start + step }));
    },
  };
  await render(<DataTable label="Fakes" columns={COLUMNS} source={source} height={400} />);
  await expect.element(page.getByRole('alert')).toHaveTextContent('the engine is gone');
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('C4', { exact: true })).toBeVisible();
});

it('forgets rows and selection when the source is another', async () => {
  const table = (source: RowSource<FakeRow>) => (
    <DataTable label="Fakes" columns={COLUMNS} source={source} height={400} />
  );
  const draw = await render(table(fake(MILLIONS, 'one')));
  await focusGrid();
  await userEvent.keyboard('{Control>}{ArrowDown}{/Control}');
  await expect.poll(cursorText).toBe('C9999999');
  draw(table(fake(3, 'two')));
  await expect.element(page.getByText('C2', { exact: true })).toBeVisible();
  expect(scroller().hasAttribute('aria-activedescendant')).toBe(false);
});

it('has on paper the rows that have been read, and says which they are and where the others are', async () => {
  await render(<DataTable label="Fakes" columns={COLUMNS} source={fake(250)} height={400} exportName="Export CSV" />);
  await focusGrid();
  window.dispatchEvent(new Event('beforeprint'));
  const onPaper = () => [...document.querySelectorAll('tbody tr')].map((row) => row.firstElementChild?.textContent);
  await expect.poll(() => onPaper().length).toBe(100);
  expect([onPaper()[0], onPaper().at(-1)]).toEqual(['C0', 'C99']);
  expect(document.querySelectorAll('thead th')).toHaveLength(COLUMNS.length);
  expect(document.body.textContent).toContain('On paper: rows 1 to 100 of 250. “Export CSV” on the screen writes all');
  window.dispatchEvent(new Event('afterprint'));
  await expect.poll(onPaper).toEqual([]);
});

it('says nothing of other rows on paper where all are there', async () => {
  await render(<DataTable label="Fakes" columns={COLUMNS} source={fake(3)} height={400} exportName="Export CSV" />);
  await focusGrid();
  window.dispatchEvent(new Event('beforeprint'));
  await expect.poll(() => document.querySelectorAll('tbody tr').length).toBe(3);
  expect(document.body.textContent).not.toContain('On paper');
  window.dispatchEvent(new Event('afterprint'));
});

/** The first row that shows completely below the header. */
function firstVisible(): string | undefined {
  const top = scroller().getBoundingClientRect().top + 31;
  return [...scroller().querySelectorAll<HTMLElement>('[role="gridcell"][data-column="0"]')]
    .filter((cell) => cell.getBoundingClientRect().top >= top - 1)
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0]?.textContent;
}
