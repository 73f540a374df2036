import { useId } from 'react';
import classes from './Sparkbars.module.css';

export interface Sparkbar {
  readonly value: number | null;
  /** Shown on hover. */
  readonly label: string;
  readonly provisional?: boolean;
  /** The one that the text beside is about. */
  readonly strong?: boolean;
}

interface SparkbarsProps {
  readonly bars: readonly Sparkbar[];
  /** What they show, for those who do not see them. */
  readonly label: string;
}

const STEP = 8;
const BAR = 6;
const HEIGHT = 32;

/** A series in the height of a line of text: bars from zero, provisional ones hatched. */
export function Sparkbars({ bars, label }: SparkbarsProps) {
  const hatch = useId();
  const most = Math.max(...bars.map(({ value }) => value ?? 0)) || 1;
  return (
    <svg role="img" aria-label={label} className={classes.spark} width={bars.length * STEP} height={HEIGHT}>
      <pattern id={hatch} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.5" height="3" className={classes.bar} />
      </pattern>
      {bars.map((bar, at) => {
        const height = ((bar.value ?? 0) / most) * (HEIGHT - 1);
        return (
          <g key={bar.label}>
            <title>{bar.label}</title>
            <rect x={at * STEP} width={STEP} height={HEIGHT} className={classes.area} />
            <rect
              x={at * STEP + 1}
              y={HEIGHT - 1 - height}
              width={BAR}
              height={height}
              className={bar.strong ? classes.strong : classes.bar}
              style={bar.provisional ? { fill: `url(#${hatch})` } : undefined}
            />
          </g>
        );
      })}
      <rect y={HEIGHT - 1} width={bars.length * STEP} height={1} className={classes.base} />
    </svg>
  );
}
