import { useState } from 'react';

/** A switch that this browser remembers; `initial` until it has been set once. */
export function useRemembered(key: string, initial: boolean): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => {
    const stored = localStorage.getItem(key);
    return stored === null ? initial : stored === 'true';
  });
  const remember = (next: boolean) => {
    localStorage.setItem(key, String(next));
    setValue(next);
  };
  return [value, remember];
}
