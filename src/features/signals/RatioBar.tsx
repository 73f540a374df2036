import type { Signal } from '../../analysis/signals/types';
import classes from './Signals.module.css';
import { useSignalWords } from './words';

/** Ends of the scale that all bars of a list share, in times. */
export interface RatioScale {
  readonly from: number;
  readonly until: number;
}

/** A scale for the intervals of some signals; on it 1 is always seen. */
export function ratioScale(signals: readonly Pick<Signal, 'low' | 'high' | 'ratio'>[]): RatioScale {
  const ends = signals.flatMap(({ low, high, ratio }) => [low, high ?? (ratio ?? low) * 2]);
  return {
    from: ends.reduce((least, end) => (end > 0 ? Math.min(least, end) : least), 0.8),
    until: ends.reduce((most, end) => Math.max(most, end), 2),
  };
}

interface RatioBarProps {
  readonly signal: Signal;
  readonly scale: RatioScale;
}

/** The interval of a ratio on a logarithmic scale: a line with its estimate, and where 1 is. An open end runs to the edge. */
export function RatioBar({ signal: { ratio, low, high }, scale }: RatioBarProps) {
  const { t, ratio: written } = useSignalWords();
  const place = (times: number) => {
    const share = Math.log(times / scale.from) / Math.log(scale.until / scale.from);
    return `${4 + 92 * Math.min(1, Math.max(0, share))}%`;
  };
  const numbers = { ratio: written(ratio), low: written(low), high: written(high) };
  const label = high === null ? t('signals.intervalOpen', numbers) : t('signals.interval', numbers);
  return (
    <svg role="img" aria-label={label} className={classes.ratioBar} height="18">
      <title>{label}</title>
      <line x1={place(1)} x2={place(1)} y1="1" y2="17" className={classes.one} />
      <line x1={place(Math.max(low, scale.from))} x2={high === null ? '100%' : place(high)} y1="9" y2="9" />
      {ratio !== null && <circle cx={place(ratio)} cy="9" r="3.5" />}
    </svg>
  );
}
