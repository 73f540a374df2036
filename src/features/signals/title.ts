import type { Signals } from '../../analysis/signals/types';
import { useSignalWords } from './words';

/** The answer in a sentence: how many failure modes have an address, and which stands out most. */
export function useTitle({ signals, modes, modeField }: Signals): string {
  const { t, mode, dimension, slice } = useSignalWords();
  const [first] = signals;
  if (modes.length === 0) return t('signals.titleNothing');
  if (first === undefined) return t('signals.titleNone');
  const address = { dimension: dimension(first.dimension), slice: slice(first.dimension, first.values) };
  if (first.mode === null) return t('signals.titleWhole', address);
  const count = new Set(signals.map((signal) => signal.mode)).size;
  return t('signals.title', { count, mode: mode(first.mode, modeField), ...address });
}
