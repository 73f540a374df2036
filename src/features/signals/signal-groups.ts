import type { Signal } from '../../analysis/signals/types';

/** The signals of a failure mode, strongest first. */
export interface SignalGroup {
  readonly mode: string | null;
  readonly signals: readonly Signal[];
}

/** Signals by failure mode; the mode with the strongest one comes first. @param signals strongest first */
export function signalGroups(signals: readonly Signal[]): SignalGroup[] {
  const groups = new Map<string | null, Signal[]>();
  for (const signal of signals) {
    const group = groups.get(signal.mode);
    if (group === undefined) groups.set(signal.mode, [signal]);
    else group.push(signal);
  }
  return [...groups].map(([mode, own]) => ({ mode, signals: own }));
}
