import { useState } from 'react';
import type { SafetyItem } from '../../analysis/safety';
import { useKeys } from '../../ui/use-keys';

interface ListKeys {
  readonly items: readonly SafetyItem[];
  /** False while something else has the keyboard. */
  readonly enabled: boolean;
  /** An item is open beside the list, and follows the cursor. */
  readonly opened: boolean;
  readonly onOpen: (item: SafetyItem) => void;
  readonly onToggle: (item: SafetyItem) => void;
  readonly onClose: (item: SafetyItem) => void;
}

/** Where the reader is in the list, by the keys ↑ ↓ J K, Home, End; Enter opens, X selects, C closes. */
export function useListKeys({ items, enabled, opened, onOpen, onToggle, onClose }: ListKeys) {
  const [wanted, setCursor] = useState<number | undefined>(undefined);
  // Closing takes items out of the list: the next one stands where the last one was.
  const cursor = wanted === undefined || items.length === 0 ? undefined : Math.min(wanted, items.length - 1);
  const current = cursor === undefined ? undefined : items[cursor];

  const move = (to: number): boolean => {
    const next = items[Math.max(0, Math.min(items.length - 1, to))];
    if (next === undefined) return false;
    setCursor(items.indexOf(next));
    if (opened) onOpen(next);
    return true;
  };
  useKeys((key) => {
    if (!enabled || items.length === 0) return false;
    switch (key) {
      case 'ArrowDown':
      case 'j':
        return move(cursor === undefined ? 0 : cursor + 1);
      case 'ArrowUp':
      case 'k':
        return move(cursor === undefined ? 0 : cursor - 1);
      case 'Home':
        return move(0);
      case 'End':
        return move(items.length - 1);
    }
    if (current === undefined) return false;
    if (key === 'Enter' && !isPressable(document.activeElement)) onOpen(current);
    else if (key === 'x') onToggle(current);
    else if (key === 'c') onClose(current);
    else return false;
    return true;
  });
  return { cursor, setCursor };
}

/** Enter belongs to the button or link that has the focus. */
function isPressable(element: Element | null): boolean {
  return element?.closest('button, a') != null;
}
