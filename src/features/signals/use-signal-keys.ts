import type { Signal } from '../../analysis/signals/types';
import { useKeys } from '../../ui/use-keys';

interface SignalKeys {
  /** In the order in which they stand on the page. */
  readonly listed: readonly Signal[];
  readonly current: Signal | undefined;
  readonly enabled: boolean;
  readonly onMove: (signal: Signal) => void;
  readonly onNarrow: (signal: Signal) => void;
  readonly onRows: (signal: Signal) => void;
  readonly onExpand: (signal: Signal) => void;
}

/** ↑ ↓ J K, Home and End move from signal to signal; Enter narrows to it, O opens its rows, E shows what else is seen in them. */
export function useSignalKeys({ listed, current, enabled, onMove, onNarrow, onRows, onExpand }: SignalKeys): void {
  const at = current === undefined ? -1 : listed.indexOf(current);
  const move = (to: number): boolean => {
    const next = listed[Math.max(0, Math.min(listed.length - 1, to))];
    if (next !== undefined && next !== current) onMove(next);
    return next !== undefined;
  };
  useKeys((key) => {
    if (!enabled) return false;
    switch (key) {
      case 'ArrowDown':
      case 'j':
        return move(at + 1);
      case 'ArrowUp':
      case 'k':
        return move(at - 1);
      case 'Home':
        return move(0);
      case 'End':
        return move(listed.length - 1);
    }
    if (current === undefined) return false;
    // Enter belongs to the button or link that has the focus.
    if (key === 'Enter' && document.activeElement?.closest('button, a, summary') == null) onNarrow(current);
    else if (key === 'o') onRows(current);
    else if (key === 'e') onExpand(current);
    else return false;
    return true;
  });
}
