import { useState } from 'react';
import classes from './Coding.module.css';

export interface CellInputProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly list?: string;
  /** What is kept of a text; undefined when it cannot be used. */
  readonly read?: (text: string) => string | undefined;
  readonly onValue: (value: string) => void;
}

/** A cell that is written into; kept when it is left or with Enter, as it was with Esc. */
export function CellInput({ label, value, placeholder, list, read = (text) => text.trim(), onValue }: CellInputProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const text = typed ?? value;
  const wrong = read(text) === undefined;
  const keep = () => {
    const next = read(text);
    if (next === undefined) return;
    setTyped(undefined);
    if (next !== value) onValue(next);
  };
  return (
    <input
      className={classes.input}
      aria-label={label}
      aria-invalid={wrong}
      value={text}
      placeholder={placeholder}
      list={list}
      maxLength={200}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setTyped(undefined);
      }}
    />
  );
}
