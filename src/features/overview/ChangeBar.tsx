import classes from './ChangeBar.module.css';

interface ChangeBarProps {
  /** −1 to 1: left of the middle or right of it. */
  readonly share: number;
  readonly text: string;
}

/** A change as a bar from the middle, with its figure at the end. */
export function ChangeBar({ share, text }: ChangeBarProps) {
  const bar = (
    <>
      <span className={classes.bar} style={{ flexGrow: Math.abs(share) }} />
      <span>{text}</span>
      <span style={{ flexGrow: 1 - Math.abs(share) }} />
    </>
  );
  return (
    <span className={classes.place}>
      <span className={`${classes.half} ${classes.fewer}`}>{share < 0 && bar}</span>
      <span className={classes.half}>{share > 0 && bar}</span>
    </span>
  );
}
