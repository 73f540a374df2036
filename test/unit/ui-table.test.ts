import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fill } from '../../src/ui/table/fill';
import { RowPages } from '../../src/ui/table/row-pages';
import { nextSort, type RowSource } from '../../src/ui/table/row-source';
import { ROW_HEIGHT, scrollScale } from '../../src/ui/table/scroll-scale';
import { at, boundsOf, isWithin, press } from '../../src/ui/table/selection';

describe('scrollScale', () => {
  const sizes = fc.tuple(fc.integer({ min: 0, max: 50_000_000 }), fc.integer({ min: 0, max: 4000 }));

  it('is one to one while browsers can do it', () => {
    const scale = scrollScale(100_000, 500);
    expect(scale.exact).toBe(true);
    expect(scale.height).toBe(100_000 * ROW_HEIGHT);
    expect(scale.toTop(1234)).toBe(1234);
  });

  it('never asks for more than browsers can do, and both ends meet', () => {
    fc.assert(
      fc.property(sizes, ([rows, viewport]) => {
        const scale = scrollScale(rows, viewport);
        expect(scale.height).toBeLessThanOrEqual(8_000_000);
        expect(scale.toTop(0)).toBe(0);
        expect(scale.toTop(Math.max(0, scale.height - viewport))).toBeCloseTo(scale.maxTop, 3);
      }),
    );
  });

  it('leads back to where it came from', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), ([rows, viewport], share) => {
        const scale = scrollScale(rows, viewport);
        const top = scale.maxTop * share;
        expect(scale.toTop(scale.toScrollTop(top))).toBeCloseTo(top, 3);
      }),
    );
  });
});

describe('press', () => {
  const extent = { rows: 100, columns: 5, page: 10 };
  const start = at({ row: 50, column: 2 });
  const go = (key: string, how: { shift?: boolean; ctrl?: boolean } = {}) =>
    press(start, { key, shift: false, ctrl: false, ...how }, extent);

  it.each([
    ['ArrowUp', false, [49, 2]],
    ['ArrowDown', false, [51, 2]],
    ['ArrowLeft', false, [50, 1]],
    ['ArrowRight', true, [50, 4]],
    ['ArrowDown', true, [99, 2]],
    ['PageUp', false, [40, 2]],
    ['PageDown', false, [60, 2]],
    ['Home', false, [50, 0]],
    ['Home', true, [0, 0]],
    ['End', true, [99, 4]],
  ] as const)('%s (Ctrl %s) leads to %s', (key, ctrl, [row, column]) => {
    expect(go(key, { ctrl })).toEqual(at({ row, column }));
  });

  it('extends with Shift from where it began', () => {
    const extended = go('PageDown', { shift: true });
    expect(extended && boundsOf(extended)).toEqual({ rows: [50, 60], columns: [2, 2] });
  });

  it('selects rows and everything', () => {
    const row = go(' ', { shift: true });
    expect(row && boundsOf(row)).toEqual({ rows: [50, 50], columns: [0, 4] });
    const all = go('a', { ctrl: true });
    expect(all && boundsOf(all)).toEqual({ rows: [0, 99], columns: [0, 4] });
  });

  it('leaves other keys alone', () => {
    expect(go('x')).toBeUndefined();
    expect(go('a')).toBeUndefined();
  });

  it('never leaves the table', () => {
    const keys = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'PageUp',
      'PageDown',
      'Home',
      'End',
    );
    const presses = fc.array(fc.record({ key: keys, shift: fc.boolean(), ctrl: fc.boolean() }));
    fc.assert(
      fc.property(presses, (made) => {
        const end = made.reduce((selection, key) => press(selection, key, extent) ?? selection, start);
        expect(isWithin({ rows: [0, 99], columns: [0, 4] }, end.cursor.row, end.cursor.column)).toBe(true);
        expect(isWithin(boundsOf(end), end.cursor.row, end.cursor.column)).toBe(true);
      }),
    );
  });
});

describe('RowPages', () => {
  const numbers = (rowCount: number) => {
    const getRows = vi.fn(async (start: number, end: number) =>
      Array.from({ length: end - start }, (_, n) => start + n),
    );
    return { id: 'numbers', rowCount, getRows } satisfies RowSource<number>;
  };

  it('reads each page once, the last one short', async () => {
    const source = numbers(250);
    const pages = new RowPages(source);
    pages.want(0, 249);
    pages.want(190, 240);
    await vi.waitFor(() => expect(pages.rowAt(249)).toBe(249));
    expect(source.getRows.mock.calls.map(([start, end]) => [start, end])).toEqual([
      [0, 100],
      [100, 200],
      [200, 250],
    ]);
    expect(pages.rowAt(250)).toBeUndefined();
  });

  it('forgets what was not used for long', async () => {
    const source = numbers(100_000);
    const pages = new RowPages(source);
    for (let row = 0; row < 6_000; row += 100) {
      pages.want(row, row);
      await vi.waitFor(() => expect(pages.rowAt(row)).toBe(row));
    }
    expect(pages.rowAt(0)).toBeUndefined();
    expect(pages.rowAt(5_900)).toBe(5_900);
  });

  it('asks nothing of a source without rows', () => {
    const source = numbers(0);
    new RowPages(source).want(0, -1);
    expect(source.getRows).not.toHaveBeenCalled();
  });

  it('tells of a failure once, and tries again when told to', async () => {
    const getRows = vi
      .fn<RowSource<number>['getRows']>()
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue([7]);
    const pages = new RowPages({ id: 'x', rowCount: 1, getRows });
    const told = vi.fn();
    pages.subscribe(told);
    pages.want(0, 0);
    await vi.waitFor(() => expect(pages.failure?.message).toBe('gone'));
    expect(told).toHaveBeenCalledOnce();
    pages.want(0, 0);
    expect(getRows).toHaveBeenCalledOnce();
    pages.retry();
    pages.want(0, 0);
    await vi.waitFor(() => expect(pages.rowAt(0)).toBe(7));
  });

  it('drops an answer that comes after it was given up', async () => {
    let answer: (rows: number[]) => void = () => undefined;
    const getRows = vi.fn<RowSource<number>['getRows']>().mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    getRows.mockResolvedValue([]);
    const pages = new RowPages({ id: 'x', rowCount: 10_000, getRows });
    pages.want(0, 10);
    pages.want(5_000, 5_010);
    expect(getRows.mock.calls[0]?.[2].aborted).toBe(true);
    answer([1, 2, 3]);
    await Promise.resolve();
    expect(pages.rowAt(0)).toBeUndefined();
  });
});

it('sorts up, down, and as it was', () => {
  const up = nextSort({ column: 'other', descending: true }, 'model');
  const down = nextSort(up, 'model');
  expect([up, down, nextSort(down, 'model')]).toEqual([
    { column: 'model', descending: false },
    { column: 'model', descending: true },
    undefined,
  ]);
});

describe('fill', () => {
  const columns = [
    { width: 100, grows: false },
    { width: 100, grows: true },
    { width: 300, grows: true },
  ];

  it('shares what is left over among the columns that grow, by their widths', () => {
    expect(fill(columns, 700)).toEqual([100, 150, 450]);
  });

  it('leaves them alone where there is nothing left over, and stops where text would drift apart', () => {
    expect(fill(columns, 300)).toEqual([100, 100, 300]);
    expect(fill(columns, 9000)).toEqual([100, 300, 900]);
    expect(fill(columns.slice(0, 1), 900)).toEqual([100]);
  });
});
