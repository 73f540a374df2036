import type { ComponentPropsWithRef } from 'react';
import classes from './TextButton.module.css';

interface TextButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'type' | 'className'> {
  /** Without an outline, for what stands beside something more important. */
  readonly quiet?: boolean;
  /** The one thing to do here. */
  readonly strong?: boolean;
  /** Sends the form it stands in. */
  readonly submit?: boolean;
}

/** A plain button; light enough for the shell, which does without Mantine's. */
export function TextButton({ quiet = false, strong = false, submit = false, ...rest }: TextButtonProps) {
  const names = [classes.button, quiet && classes.quiet, strong && classes.strong];
  return <button {...rest} type={submit ? 'submit' : 'button'} className={names.filter(Boolean).join(' ')} />;
}
