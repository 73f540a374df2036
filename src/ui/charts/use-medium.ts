import { useSyncExternalStore } from 'react';

/** What charts are drawn for: paper, or a screen with so many device pixels to a CSS pixel. */
export type Medium = 'paper' | number;

let printing = false;

/** The medium now; it changes before the browser lays out pages, and with zoom or another screen. */
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
  const scaling = followScale(changed);
  window.addEventListener('beforeprint', printed);
  window.addEventListener('afterprint', printed);
  return () => {
    scaling.abort();
    window.removeEventListener('beforeprint', printed);
    window.removeEventListener('afterprint', printed);
  };
}

/** A media query knows one ratio only: a new one is asked for each. */
function followScale(changed: () => void): AbortController {
  const ended = new AbortController();
  const ask = () =>
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        changed();
        ask();
      },
      { once: true, signal: ended.signal },
    );
  ask();
  return ended;
}
