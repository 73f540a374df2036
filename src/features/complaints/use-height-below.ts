import { type RefObject, useLayoutEffect, useState } from 'react';

/** Below this a table is no longer of use; the page scrolls instead. */
const LEAST = 320;
/** Left free under the element. */
const MARGIN = 16;

/** Pixels from the top of an element to the bottom of the window, for something that fills it. */
export function useHeightBelow(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(LEAST);
  useLayoutEffect(() => {
    const measure = () => {
      const top = element.current?.getBoundingClientRect().top ?? 0;
      setHeight(Math.max(LEAST, Math.floor(window.innerHeight - top - window.scrollY - MARGIN)));
    };
    measure();
    // What stands above it (chips, a longer title) may take another line.
    const resized = new ResizeObserver(measure);
    resized.observe(document.body);
    window.addEventListener('resize', measure);
    return () => {
      resized.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [element]);
  return height;
}
