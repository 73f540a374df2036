import type { ComponentPropsWithRef } from 'react';
import controls from './controls.module.css';
import classes from './TextButton.module.css';

interface TextButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'type' | 'className'> {
  /** Without an outline, for what stands beside something more important. */
  readonly quiet?: boolean;
  /** Without an outline and in the colour of the text, like the selects beside it. */
  readonly plain?: boolean;
  /** The one thing to do here. */
  readonly strong?: boolean;
  /** Sends the form it stands in. */
  readonly submit?: boolean;
}

/** A plain button; light enough for the shell, which does without Mantine's. */
export function TextButton(props: TextButtonProps) {
  const { quiet = false, plain = false, strong = false, submit = false, ...rest } = props;
  const names = [
    controls.press,
    classes.button,
    quiet && classes.quiet,
    plain && classes.plain,
    strong && classes.strong,
  ];
  return <button {...rest} type={submit ? 'submit' : 'button'} className={names.filter(Boolean).join(' ')} />;
}
