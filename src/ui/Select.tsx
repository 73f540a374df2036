import controls from './controls.module.css';
import classes from './Select.module.css';

interface SelectProps<Value extends string> {
  /** Read aloud and shown on hover. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  /** Stands out from its neighbours. */
  readonly strong?: boolean;
  /** With an outline, as a field of a form. */
  readonly outlined?: boolean;
  readonly disabled?: boolean;
}

/** One of a few, by the platform's own control: small, keyboard and screen-reader ready. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, options, onChange, strong = false, outlined = false, disabled } = props;
  const names = [controls.press, classes.select, strong && classes.strong, outlined && classes.outlined];
  return (
    <select
      aria-label={label}
      title={label}
      className={names.filter(Boolean).join(' ')}
      disabled={disabled}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
