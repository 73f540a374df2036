import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './notes.module.css';
import { TextButton } from './TextButton';

export interface ErrorText {
  /** What happened. */
  readonly what: string;
  /** Why and where, as exactly as known (file, line, column). */
  readonly why?: string;
  /** What the reader can do. */
  readonly todo?: string;
}

interface ErrorNoteProps extends ErrorText {
  readonly onRetry?: () => void;
  /** Other ways out, beside trying again. */
  readonly action?: ReactNode;
}

/** An error in words: what, why, what to do. */
export function ErrorNote({ what, why, todo, onRetry, action }: ErrorNoteProps) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={`${classes.note} ${classes.error}`}>
      <p className={classes.title}>▲ {what}</p>
      {why !== undefined && <p className={classes.why}>{why}</p>}
      {todo !== undefined && <p className={classes.prose}>{todo}</p>}
      {(onRetry !== undefined || action !== undefined) && (
        <div className={classes.actions}>
          {onRetry !== undefined && <TextButton onClick={onRetry}>{t('common.retry')}</TextButton>}
          {action}
        </div>
      )}
    </div>
  );
}
