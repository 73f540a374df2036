import { type RefObject, useLayoutEffect, useState } from 'react';

const LEAST = 260;
const MARGIN = 16;

/** Pixels from the top of an element to the bottom of the window; follows what stands above it. */
export function useRoomBelow(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(LEAST);
  useLayoutEffect(() => {
    const measure = () => {
      const top = (element.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      setHeight(Math.max(LEAST, Math.floor(window.innerHeight - top - MARGIN)));
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(document.body);
    for (const sibling of element.current?.parentElement?.children ?? [])
      if (sibling !== element.current) resized.observe(sibling);
    window.addEventListener('resize', measure);
    return () => {
      resized.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [element]);
  return height;
}
