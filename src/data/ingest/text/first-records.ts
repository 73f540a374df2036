import type { Dialect } from '../plan';
import { Head, isBlankRow } from './rows';

/** The first records of a file as cells, damaged ones left out. @param truncated the file goes on after this text */
export function firstRecords(headText: string, truncated: boolean, dialect: Dialect, most: number): string[][] {
  const head = new Head(headText, truncated, dialect.sheetRows === true);
  return head
    .cut(dialect, most + dialect.firstLine)
    .rows.filter((row) => row.line >= dialect.firstLine && !isBlankRow(row))
    .slice(0, most)
    .map(({ cells }) => [...cells]);
}
