import type { ComponentPropsWithRef } from 'react';
import classes from './TextButton.module.css';

interface TextButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'type' | 'className'> {
  /** Without an outline, for what stands beside something more important. */
  readonly quiet?: boolean;
}

/** A plain button; light enough for the shell, which does without Mantine's. */
export function TextButton({ quiet = false, ...rest }: TextButtonProps) {
  return <button {...rest} type="button" className={`${classes.button} ${quiet ? classes.quiet : ''}`} />;
}
