import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import type { Columns, ShownColumn } from './use-columns';

/** A shown column with its index among them. */
export interface DrawnColumn<Row> extends ShownColumn<Row> {
  readonly index: number;
}

/** The columns to draw: pinned ones always, of the others those in view. */
export function useColumnWindow<Row>(
  scroller: RefObject<HTMLElement | null>,
  { shown }: Columns<Row>,
): readonly DrawnColumn<Row>[] {
  const indexed = shown.map((column, index) => ({ ...column, index }));
  const loose = indexed.filter(({ pinned }) => !pinned);
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: loose.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => loose[at]?.width ?? 0,
    getItemKey: (at) => loose[at]?.column.id ?? at,
    overscan: 2,
  });
  const widths = loose.map(({ column, width }) => `${column.id}:${width}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are remembered by place, and the places have changed
  useEffect(() => virtualizer.measure(), [virtualizer, widths]);
  const inView = virtualizer.getVirtualItems().flatMap(({ index }) => loose[index] ?? []);
  return [...indexed.filter(({ pinned }) => pinned), ...inView];
}
