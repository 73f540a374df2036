// biome-ignore-all lint/suspicious/noArrayIndexKey: what is on paper does not move
import type { TableText } from './csv';
import classes from './PrintedTable.module.css';

interface PrintedTableProps {
  readonly table: TableText;
  /** What is left out, if anything is. */
  readonly note?: string;
}

/** A table on paper, and only there: nothing of it scrolls or is cut, and its header is on every page. The pages lie on their side. */
export function PrintedTable({ table, note }: PrintedTableProps) {
  return (
    <div className={classes.sheet}>
      {note !== undefined && <p className={classes.note}>{note}</p>}
      <table className={classes.table}>
        <thead>
          <tr>
            {table.header.map((name, at) => (
              <th key={at} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) => (
                <td key={at}>{cell ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
