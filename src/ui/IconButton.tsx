import type { ComponentPropsWithRef } from 'react';
import classes from './IconButton.module.css';
import { Icon, type IconName } from './icons';

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'type' | 'title' | 'className'> {
  readonly icon: IconName;
  /** Read aloud and shown on hover. */
  readonly label: string;
}

/** A button that is only a drawing, with its name for everyone who asks. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button {...rest} type="button" aria-label={label} title={label} className={classes.button}>
      <Icon name={icon} />
    </button>
  );
}
