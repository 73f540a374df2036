import type { ComplaintRow } from '../../../analysis/complaints';
import { Delta } from '../../../ui/Delta';
import { cellText, type Wording } from '../cell-text';
import classes from './ComplaintDrawer.module.css';

/** What it is about, in one line. */
export function ComplaintHead({ row, wording }: { readonly row: ComplaintRow; readonly wording: Wording }) {
  const said = ['model', 'failure_mode', 'severity', 'received_at']
    .map((column) => cellText(column, row, wording))
    .filter((text) => text !== '');
  return (
    <p className={classes.head}>
      {said.join(' · ')} {row.is_safety === true && <Delta state="safety" />}
    </p>
  );
}
