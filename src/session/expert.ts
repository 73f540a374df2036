import { useSyncExternalStore } from 'react';

const KEY = 'truecause.expert';

const listeners = new Set<() => void>();
let expert: boolean | undefined;

/** Whether the figures of the methods (p, q, dispersion …) are shown beside the plain words; one switch for all screens, kept by this browser. */
export function useExpert(): [boolean, (shown: boolean) => void] {
  return [useSyncExternalStore(subscribe, isExpert), setExpert];
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function isExpert(): boolean {
  expert ??= kept();
  return expert;
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === 'true';
  } catch {
    return false;
  }
}

function setExpert(shown: boolean): void {
  expert = shown;
  for (const changed of listeners) changed();
  try {
    localStorage.setItem(KEY, String(shown));
  } catch {
    // A browser that keeps nothing shows them until the page is closed.
    return;
  }
}
