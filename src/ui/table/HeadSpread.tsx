// biome-ignore-all lint/suspicious/noArrayIndexKey: a part is known by its place
import classes from './HeadSpread.module.css';
import type { Spread } from './row-source';

/** How a column's values spread, in a line of six pixels under its name; the words for it are the header's title. */
export function HeadSpread({ spread }: { readonly spread: Spread | undefined }) {
  if (spread === undefined) return null;
  const most = Math.max(...spread.parts);
  const total = spread.parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return null;
  return (
    <span className={`${classes.spread} ${spread.kind === 'shares' ? classes.shares : ''}`} aria-hidden="true">
      {spread.parts.map((part, at) =>
        spread.kind === 'shares' ? (
          <span
            key={at}
            className={classes.share}
            style={{ flexGrow: part, opacity: shade(at, spread.parts.length) }}
          />
        ) : (
          <span key={at} className={classes.bar} style={{ height: `${(100 * part) / most}%` }} />
        ),
      )}
    </span>
  );
}

/** From the largest share to the smallest, darker to lighter. */
function shade(at: number, count: number): number {
  return count < 2 ? 1 : 1 - (0.75 * at) / (count - 1);
}
