import { useEffect, useEffectEvent } from 'react';

interface KeyOptions {
  /** Before all others, which do not see what was used. A key that is held counts once, and a dialog keeps its keys. */
  readonly first?: boolean;
}

/** Runs on a single key pressed anywhere but in a field, and without Ctrl, Alt or Meta. True means it was used. */
export function useKeys(onKey: (key: string) => boolean, { first = false }: KeyOptions = {}): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (first && document.querySelector('dialog[open]') !== null) return;
    const isUsed = !(first && event.repeat) && onKey(event.key);
    if (isUsed) event.preventDefault();
    if (first && (isUsed || event.repeat)) event.stopPropagation();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener('keydown', listener, { capture: first });
    return () => document.removeEventListener('keydown', listener, { capture: first });
  }, [first]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
