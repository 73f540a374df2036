import { useEffect, useEffectEvent } from 'react';

/**
 * Runs on a single key pressed anywhere but in a field. Before the page's own keys: while complaints are decided one by one, the numbers
 * choose a failure mode and not a screen.
 * @param onKey true means that the key was used
 */
export function useQueueKeys(onKey: (key: string) => boolean): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    const typing = target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (typing || event.repeat || event.ctrlKey || event.altKey || event.metaKey || !onKey(event.key.toLowerCase()))
      return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener('keydown', listener, { capture: true });
    return () => document.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
