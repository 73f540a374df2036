import type { ReactNode } from 'react';
import classes from './notes.module.css';

interface EmptyStateProps {
  /** What is not there. */
  readonly title: string;
  /** What would bring it about. */
  readonly children?: ReactNode;
  /** Buttons or links that do so. */
  readonly action?: ReactNode;
}

/** Stands where nothing is to be shown, and teaches what would be. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.note}>
      <p className={classes.title}>{title}</p>
      {children !== undefined && <p className={classes.prose}>{children}</p>}
      {action !== undefined && <div className={classes.actions}>{action}</div>}
    </div>
  );
}
