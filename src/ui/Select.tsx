import classes from './Select.module.css';

interface SelectProps<Value extends string> {
  /** Read aloud and shown on hover. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  /** Stands out from its neighbours. */
  readonly strong?: boolean;
}

/** One of a few, by the platform's own control: small, keyboard and screen-reader ready. */
export function Select<Value extends string>({ label, value, options, onChange, strong = false }: SelectProps<Value>) {
  return (
    <select
      aria-label={label}
      title={label}
      className={`${classes.select} ${strong ? classes.strong : ''}`}
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
