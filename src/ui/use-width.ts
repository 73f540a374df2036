import { type RefObject, useLayoutEffect, useState } from 'react';

/** Pixels that are visible of an element from left to right, scroll bar not counted; 0 before it is there. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const place = element.current;
    if (place === null) return;
    const measure = () => setWidth(place.clientWidth);
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(place);
    return () => resized.disconnect();
  }, [element]);
  return width;
}
