import classes from './Reliability.module.css';

/** Sentences one under the other; what does not hold is left out. */
export function FactLines({ lines }: { readonly lines: readonly (string | false | undefined)[] }) {
  const said = lines.filter((line): line is string => typeof line === 'string' && line !== '');
  if (said.length === 0) return null;
  return (
    <ul className={classes.facts}>
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
