import { useId } from 'react';
import classes from './Sparkbars.module.css';

export interface Sparkbar {
  readonly value: number | null;
  /** Shown on hover. */
  readonly label: string;
  readonly provisional?: boolean;
  /** The one that the text beside is about. */
  readonly strong?: boolean;
  /** What it is held against: a line across the bar. */
  readonly against?: number;
}

interface SparkbarsProps {
  readonly bars: readonly Sparkbar[];
  /** What they show, for those who do not see them. */
  readonly label: string;
  /** The value of a full bar; the largest of them unless given. */
  readonly full?: number;
}

/** Least and most pixels from one bar to the next. */
const STEP = { least: 6, most: 20 };
/** Share of a step that its bar takes. */
const BAR = 0.75;
const HEIGHT = 32;

/** A series in the height of a line of text, as wide as its place allows: bars from zero, provisional ones hatched. */
export function Sparkbars({ bars, label, full }: SparkbarsProps) {
  const hatch = useId();
  const most = full ?? (Math.max(...bars.map(({ value, against }) => Math.max(value ?? 0, against ?? 0))) || 1);
  const percent = (steps: number) => `${(steps / bars.length) * 100}%`;
  const width = { minWidth: bars.length * STEP.least, maxWidth: bars.length * STEP.most };
  return (
    <svg role="img" aria-label={label} className={classes.spark} style={width} height={HEIGHT}>
      <pattern id={hatch} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.5" height="3" className={classes.bar} />
      </pattern>
      {bars.map((bar, at) => {
        const height = ((bar.value ?? 0) / most) * (HEIGHT - 1);
        return (
          <g key={bar.label}>
            <title>{bar.label}</title>
            <rect x={percent(at)} width={percent(1)} height={HEIGHT} className={classes.area} />
            <rect
              x={percent(at + (1 - BAR) / 2)}
              y={HEIGHT - 1 - height}
              width={percent(BAR)}
              height={height}
              className={bar.strong ? classes.strong : classes.bar}
              style={bar.provisional ? { fill: `url(#${hatch})` } : undefined}
            />
            {bar.against !== undefined && (
              <rect
                x={percent(at)}
                y={HEIGHT - 2 - (bar.against / most) * (HEIGHT - 2)}
                width={percent(1)}
                height={1.5}
                className={classes.against}
              />
            )}
          </g>
        );
      })}
      <rect y={HEIGHT - 1} width="100%" height={1} className={classes.base} />
    </svg>
  );
}
