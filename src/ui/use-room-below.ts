import { type RefObject, useLayoutEffect, useState } from 'react';

/** Left free under the element, in pixels. */
const MARGIN = 16;

/**
 * Pixels from the top of an element to the bottom of the window, for something that fills it while the page is not scrolled; scrolling
 * does not change it. Follows what stands above: chips, a longer title, a sentence that comes or goes.
 * @param least below this it is no longer of use, and the page scrolls instead
 */
export function useRoomBelow(element: RefObject<HTMLElement | null>, least: number): number {
  const [height, setHeight] = useState(least);
  useLayoutEffect(() => {
    const measure = () => {
      const top = (element.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      setHeight(Math.max(least, Math.floor(window.innerHeight - top - MARGIN)));
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(document.body);
    // In a row beside something higher, what stands above may grow and the page stay as long as it was.
    for (const sibling of element.current?.parentElement?.children ?? [])
      if (sibling !== element.current) resized.observe(sibling);
    window.addEventListener('resize', measure);
    return () => {
      resized.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [element, least]);
  return height;
}
