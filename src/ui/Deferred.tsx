import { type ReactNode, useDeferredValue, useEffect, useRef, useState } from 'react';

/** How far below the fold a place counts as in view, so that it is ready before it is scrolled to. */
const AHEAD = '100px';

interface DeferredProps<Content> {
  readonly content: Content;
  /** Height of the place before anything is in it, in pixels, so that nothing moves. */
  readonly height: number;
  readonly children: (content: Content) => ReactNode;
}

/** A place that is drawn at once while it is in view; below the fold it is drawn after what is in view has been painted. */
export function Deferred<Content>({ content, height, children }: DeferredProps<Content>) {
  const place = useRef<HTMLDivElement>(null);
  const [inView, setInView] = useState(false);
  const later = useDeferredValue<Content | undefined>(content, undefined);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new IntersectionObserver((entries) => setInView(entries.at(-1)?.isIntersecting === true), {
      rootMargin: AHEAD,
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const shown = inView ? content : later;
  return (
    <div ref={place} style={{ display: 'grid', minHeight: height }}>
      {shown !== undefined && children(shown)}
    </div>
  );
}
