import type { CodingItem } from '../../analysis/coding-rows';
import { useFormat } from '../../ui/use-format';
import classes from './Coding.module.css';
import { safeText } from './safe-text';

/** Some complaints with their texts, people masked. */
export function ItemList({ items }: { readonly items: readonly CodingItem[] }) {
  const format = useFormat();
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <li key={item.key} className={classes.item}>
          <span className={classes.facts}>
            <span>{item.key}</span>
            <span>{format.date(item.received_at)}</span>
            <span>{item.model}</span>
            <span>{item.failure_mode}</span>
          </span>
          <p className={classes.text}>{safeText(item.text, item.people)}</p>
        </li>
      ))}
    </ul>
  );
}
