import type { Columns } from './use-columns';

/** Scrolls sideways just as far as a column needs to be seen beside the pinned ones. */
export function revealColumn<Row>(scroller: HTMLElement | null, columns: Columns<Row>, index: number): void {
  const column = columns.shown[index];
  if (scroller === null || column === undefined || column.pinned) return;
  const leftmost = column.left - columns.pinnedWidth;
  const rightmost = column.left + column.width - scroller.clientWidth;
  if (scroller.scrollLeft > leftmost) scroller.scrollLeft = leftmost;
  else if (scroller.scrollLeft < rightmost) scroller.scrollLeft = rightmost;
}
