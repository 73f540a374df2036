import type { TypedAnswer } from '../../analysis/typed-query';
import type { AnswerRow } from '../../data/engine/inspector';
import type { Format } from '../../ui/format';
import type { DataColumn, RowSource } from '../../ui/table/row-source';
import { maskOf } from './people';
import classes from './Sql.module.css';

const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|BIGNUM|DECIMAL\b.*)$/;
const NULL_MARK = 'NULL';
/** What a cell draws at the most; the foot of the table and copies have all of it. */
const DRAWN = 300;
/** So many digits a number holds, wherever its point stands. */
const EXACT_DIGITS = 15;

/** A cell of a numeric column as a number; null where a number cannot hold it exactly. */
export function exactNumber(type: string, cell: string | null): number | null {
  if (cell === null || !NUMERIC.test(type)) return null;
  const value = Number(cell);
  if (!Number.isFinite(value)) return null;
  if (/INT/.test(type)) return Number.isSafeInteger(value) ? value : null;
  const digits = cell.replace(/\D/g, '').replace(/^0+/, '').length;
  return /^(DECIMAL|BIGNUM)/.test(type) && digits > EXACT_DIGITS ? null : value;
}

/** The columns of an answer, by place because names may repeat. */
export function answerColumns(
  { columns, rows }: TypedAnswer,
  revealed: boolean,
  format: Format,
): DataColumn<AnswerRow>[] {
  const mask = revealed ? undefined : maskOf(columns);
  return columns.map(({ name, type }, at) => {
    const cell = (row: AnswerRow) => (mask === undefined ? (row[at] ?? null) : mask(row, at));
    return {
      id: `c${at}`,
      header: name,
      text: (row) => cell(row) ?? '',
      ...(NUMERIC.test(type)
        ? {
            number: (row: AnswerRow) => exactNumber(type, row[at] ?? null),
            format: (value: number) => format.number(value, Number.isInteger(value) ? 0 : 3),
          }
        : {}),
      render: (row) => {
        const text = cell(row);
        if (text === null) return <span className={classes.null}>{NULL_MARK}</span>;
        return text.length > DRAWN ? `${text.slice(0, DRAWN)}…` : text;
      },
      width: widthOf(name, type, rows, at),
    };
  });
}

/** Rows that are looked at for the width of a column. */
const LOOKED_AT = 60;

/** Wide enough for the header with its type and for the first cells, within reason; in pixels. */
function widthOf(name: string, type: string, rows: readonly AnswerRow[], at: number): number {
  const cells = rows.slice(0, LOOKED_AT).map((row) => lettersOf((row[at] ?? NULL_MARK).slice(0, 60), 6.6));
  const header = lettersOf(name, 7.8) + lettersOf(shortType(type), 6.8) + 42;
  return Math.ceil(Math.min(360, Math.max(72, header, ...cells.map((width) => width + 22))));
}

/** Pixels that a text takes when a Latin letter takes `letter`. */
function lettersOf(text: string, letter: number): number {
  return [...text].reduce((sum, each) => sum + (each > '\u2e7f' ? 12.5 : letter), 0);
}

/** A type that fits a header: members of structs and words of enums are left out. */
export function shortType(type: string): string {
  return type.replace(/^(STRUCT|ENUM|UNION|MAP)\(.*\)(\[\d*\])*$/s, (_, kind: string, list = '') => `${kind}${list}`);
}

/** The kept rows of an answer for the table. */
export function answerRows({ rows }: TypedAnswer, id: string): RowSource<AnswerRow> {
  return { id, rowCount: rows.length, getRows: async (start, end) => rows.slice(start, end) };
}
