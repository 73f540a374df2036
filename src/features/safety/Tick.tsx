// biome-ignore-all lint/a11y/useSemanticElements: keys of the list work while a button has the focus, but not in a field
import classes from './Safety.module.css';

interface TickProps {
  readonly checked: boolean | 'mixed';
  readonly label: string;
  readonly onToggle: () => void;
}

/** A check box of the list. */
export function Tick({ checked, label, onToggle }: TickProps) {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      title={label}
      className={classes.tick}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <span aria-hidden="true">{checked === true ? '✓' : checked === 'mixed' ? '–' : ''}</span>
    </button>
  );
}
