import controls from './controls.module.css';

interface FindFieldProps {
  /** What is found in what; stands in the field until something is typed. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field whose text narrows the list below it as it is typed. */
export function FindField({ label, value, onChange }: FindFieldProps) {
  return (
    <input
      type="search"
      className={controls.input}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
