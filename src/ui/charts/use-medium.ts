import { useSyncExternalStore } from 'react';

/** What charts are drawn for: paper, or a screen with so many device pixels to a CSS pixel. */
export type Medium = 'paper' | number;

let printing = false;

/** The medium now; it changes when the browser is about to print, and with zoom or another screen. */
export function useMedium(): Medium {
  return useSyncExternalStore(subscribe, medium);
}

function medium(): Medium {
  return printing ? 'paper' : devicePixelRatio;
}

function subscribe(changed: () => void): () => void {
  const printed = ({ type }: Event) => {
    printing = type === 'beforeprint';
    changed();
  };
  const ended = new AbortController();
  const { signal } = ended;
  window.addEventListener('beforeprint', printed, { signal });
  window.addEventListener('afterprint', printed, { signal });
  window.addEventListener('resize', changed, { signal });
  followScale(changed, signal);
  return () => ended.abort();
}

/** Another screen need not resize the window. A media query knows one ratio only, so that each change asks a new one. */
function followScale(changed: () => void, signal: AbortSignal): void {
  const scaled = () => {
    changed();
    followScale(changed, signal);
  };
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', scaled, { once: true, signal });
}
