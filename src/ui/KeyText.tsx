import classes from './KeyText.module.css';

/** Characters at the end that tell one key from the next. */
const TAIL = 4;

/** An identifier: where there is no room it is cut in the middle (SN…0123), because both ends tell it. The full text is for the place around it to say. */
export function KeyText({ text }: { readonly text: string }) {
  const characters = [...text];
  if (characters.length <= 2 * TAIL) return <span className={classes.key}>{text}</span>;
  return (
    <span className={classes.key}>
      <span className={classes.head}>{characters.slice(0, -TAIL).join('')}</span>
      <span className={classes.tail}>{characters.slice(-TAIL).join('')}</span>
    </span>
  );
}
