import * as XLSX from '@e965/xlsx';
import type { Area } from './area';
import { columnLetters } from './column-letters';
import { numberText } from './number-text';
import { dateFormat, serialText } from './serial-date';

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};
const UNNAMED_ERROR = '#ERROR!';
/** Numbers from here on have more digits than a spreadsheet keeps: 16 and more. */
const BEYOND_DIGITS = 1e15;

/** A rectangle of merged cells, rows and columns from 0, both ends within. */
export interface Merge {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

/** A place as people see it: `D17`. */
export function placeOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The cells of a sheet, or of a part of it, as text, row by row; what is formatted but empty is not there. */
export class Grid {
  /** Columns (from 0) that hold something, left to right; cells are asked for by their place among these. */
  readonly columns: readonly number[];
  /** First row that is seen. */
  readonly top: number;
  /** Rows down to the last that holds something. */
  readonly height: number;
  /** Rows that hold something. */
  readonly filled: number;
  /** Between the first and the last of them are rows that hold nothing. */
  readonly broken: boolean;
  readonly merges: readonly Merge[];
  /** Cells that hold an error, and the first of them. */
  errors = 0;
  firstError = '';
  /** Whole numbers with more than 15 digits. */
  overlong = 0;
  firstOverlong = '';

  private readonly data: (XLSX.CellObject[] | undefined)[];
  private readonly formats = new Map<unknown, (value: number) => string>();

  /** @param area all that is seen of the sheet; cells keep their places */
  constructor(
    private readonly sheet: XLSX.WorkSheet,
    private readonly from1904: boolean,
    area?: Area,
  ) {
    this.data = (sheet['!data'] ?? []) as (XLSX.CellObject[] | undefined)[];
    this.top = area?.top ?? 0;
    const wanted = area && new Set(area.columns);
    const isIn = (row: number, column: number) => row >= this.top && (wanted?.has(column) ?? true);
    this.merges = (sheet['!merges'] ?? []).filter(({ s }) => isIn(s.r, s.c) && s.r <= (area?.bottom ?? s.r));
    const used: boolean[] = [];
    let height = 0;
    let filled = 0;
    let first: number | undefined;
    for (let row = this.top; row < Math.min(this.data.length, (area?.bottom ?? this.data.length) + 1); row++) {
      let any = false;
      this.data[row]?.forEach((cell, column) => {
        if (!holdsSomething(cell) || !isIn(row, column)) return;
        used[column] = true;
        any = true;
      });
      if (any) {
        first ??= row;
        height = row + 1;
        filled++;
      }
    }
    this.height = height;
    this.filled = filled;
    this.broken = filled < height - (first ?? 0);
    this.columns = Object.keys(used).map(Number);
  }

  /** A part of the sheet by itself. */
  within(area: Area): Grid {
    return new Grid(this.sheet, this.from1904, area);
  }

  /** Whether a cell holds text, not a number, a date or nothing. */
  isText(row: number, column: number): boolean {
    return this.cell(row, column)?.t === 's';
  }

  /** One cell by its place in the sheet. */
  text(row: number, column: number): string {
    const cell = this.cell(row, column);
    if (cell === undefined) return '';
    switch (cell.t) {
      case 's':
        return String(cell.v ?? '');
      case 'n':
        return this.number(cell, row, column);
      case 'b':
        return cell.v ? 'TRUE' : 'FALSE';
      case 'e':
        if (this.errors++ === 0) this.firstError = placeOf(row, column);
        return ERRORS[Number(cell.v)] ?? cell.w ?? UNNAMED_ERROR;
      case 'd':
        return cell.v instanceof Date ? cell.v.toISOString().slice(0, 19).replace('T', ' ') : String(cell.v ?? '');
      default:
        return '';
    }
  }

  /** The used columns of a row; empty for a row that holds nothing. */
  row(row: number): string[] {
    const cells = row < this.top ? undefined : this.data[row];
    return cells === undefined || !this.columns.some((column) => holdsSomething(cells[column]))
      ? []
      : this.columns.map((column) => this.text(row, column));
  }

  /** Begins to count errors and overlong numbers anew: a look at the sheet before it is written counts too. */
  recount(): void {
    this.errors = this.overlong = 0;
    this.firstError = this.firstOverlong = '';
  }

  private cell(row: number, column: number): XLSX.CellObject | undefined {
    return row < this.top ? undefined : this.data[row]?.[column];
  }

  private number({ v, z }: XLSX.CellObject, row: number, column: number): string {
    const value = Number(v);
    if (Number.isInteger(value) && Math.abs(value) >= BEYOND_DIGITS && this.overlong++ === 0)
      this.firstOverlong = placeOf(row, column);
    let write = this.formats.get(z);
    if (write === undefined) {
      write = this.writer(String(z ?? ''));
      this.formats.set(z, write);
    }
    return write(value);
  }

  private writer(format: string): (value: number) => string {
    if (format === '' || !XLSX.SSF.is_date(format)) return (value) => numberText(value, format);
    const shown = dateFormat(format);
    // Hours beyond a day are a duration, written as the sheet shows it.
    if (shown === undefined) return (value) => XLSX.SSF.format(format, value);
    return (value) => serialText(value, shown, this.from1904) ?? numberText(value);
  }
}

function holdsSomething(cell: XLSX.CellObject | undefined): boolean {
  return cell !== undefined && cell.t !== 'z' && cell.v !== undefined && cell.v !== '';
}
