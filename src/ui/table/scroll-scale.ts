/** Height of a row in pixels. */
export const ROW_HEIGHT = 28;

/** Browsers give up on elements somewhere above 17 million pixels; beyond this the scroll bar is scaled. */
const TALLEST = 8_000_000;

/** Between the scroll bar, which can be only so long, and the rows, which may be ten million. */
export interface ScrollScale {
  /** Height of the element that is scrolled. */
  readonly height: number;
  /** One pixel of the scroll bar is one pixel of rows. */
  readonly exact: boolean;
  /** The furthest that the rows can be moved. */
  readonly maxTop: number;
  toTop(scrollTop: number): number;
  toScrollTop(top: number): number;
}

/** The scale for so many rows seen through a window of `viewport` pixels. Both ends always meet. */
export function scrollScale(rowCount: number, viewport: number): ScrollScale {
  const total = rowCount * ROW_HEIGHT;
  const height = Math.min(total, TALLEST);
  const maxTop = Math.max(0, total - viewport);
  const maxScroll = Math.max(0, height - viewport);
  const ratio = maxScroll === 0 ? 1 : maxTop / maxScroll;
  const clamp = (top: number) => Math.min(maxTop, Math.max(0, top));
  return {
    height,
    exact: ratio === 1,
    maxTop,
    toTop: (scrollTop) => clamp(scrollTop * ratio),
    toScrollTop: (top) => clamp(top) / ratio,
  };
}
