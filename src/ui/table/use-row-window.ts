import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { ROW_HEIGHT, scrollScale } from './scroll-scale';

/** Rows drawn beyond the edges, so that a small scroll finds them there. */
const OVERSCAN = 4;

export interface RowWindow {
  /** Rows to draw, both included; `last` < `first` when there are none. */
  readonly first: number;
  readonly last: number;
  /** Height of the scrolled body. */
  readonly height: number;
  /** Rows that fit the window. */
  readonly page: number;
  /** Where a row stands in the body. */
  readonly yOf: (row: number) => number;
  /** Scrolls just as far as a row needs to be seen. */
  readonly reveal: (row: number) => void;
}

/**
 * Which of the rows are in view. Rows have one height, so this is arithmetic; the virtualizer keeps a record for each
 * row, which for ten million is too much. Above some 280,000 rows the scroll bar is scaled, and the wheel, which would
 * skip rows then, is handled here.
 * @param headHeight what sticks to the top of the scrolling element
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, rowCount: number, headHeight: number): RowWindow {
  const [viewport, setViewport] = useState(0);
  const [at, setAt] = useState({ top: 0, scrollTop: 0 });
  /** Where we put the scroll bar ourselves: its event says nothing new. */
  const placed = useRef<number | undefined>(undefined);
  const scale = scrollScale(rowCount, viewport);

  const moveTo = useEffectEvent((wanted: number) => {
    const element = scroller.current;
    if (element === null) return;
    const top = Math.min(scale.maxTop, Math.max(0, wanted));
    element.scrollTop = scale.toScrollTop(top);
    placed.current = element.scrollTop;
    setAt({ top: scale.exact ? element.scrollTop : top, scrollTop: element.scrollTop });
  });
  const scrolled = useEffectEvent((scrollTop: number) => {
    if (placed.current !== undefined && Math.abs(placed.current - scrollTop) < 1) return;
    placed.current = undefined;
    setAt({ top: scale.toTop(scrollTop), scrollTop });
  });
  const wheeled = useEffectEvent((event: WheelEvent) => {
    if (scale.exact || event.deltaY === 0 || event.ctrlKey) return;
    event.preventDefault();
    moveTo(at.top + event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? ROW_HEIGHT : 1));
  });
  const revealed = useEffectEvent((row: number) => {
    const [above, below] = [row * ROW_HEIGHT, (row + 1) * ROW_HEIGHT - viewport];
    if (above < at.top) moveTo(above);
    else if (below > at.top) moveTo(below);
  });

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const onScroll = () => scrolled(element.scrollTop);
    const onWheel = (event: WheelEvent) => wheeled(event);
    const sized = new ResizeObserver(() => setViewport(Math.max(0, element.clientHeight - headHeight)));
    sized.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      sized.disconnect();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [scroller, headHeight]);

  const top = Math.min(at.top, scale.maxTop);
  const wanted = useRef<number | undefined>(undefined);
  const [, ask] = useState(0);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const row = wanted.current;
    wanted.current = undefined;
    revealed(row);
  });
  const reveal = useCallback((row: number) => {
    wanted.current = row;
    ask((count) => count + 1);
  }, []);

  return {
    first: Math.max(0, Math.floor(top / ROW_HEIGHT) - OVERSCAN),
    last: Math.min(rowCount - 1, Math.floor((top + viewport) / ROW_HEIGHT) + OVERSCAN),
    height: scale.height,
    page: Math.max(1, Math.floor(viewport / ROW_HEIGHT)),
    yOf: (row) => row * ROW_HEIGHT - top + at.scrollTop,
    reveal,
  };
}
