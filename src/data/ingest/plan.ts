import type { Dataset } from '../../domain/columns';

/** Plain data that crosses between the ingest worker and the page: what a file is, what was found in it, what will be done with it. */

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How the text of a file is cut into records and cells. */
export interface Dialect {
  readonly encoding: Encoding;
  /** Cell separator; one character, or a comma or semicolon followed by blanks. */
  readonly delimiter: string;
  /** '' when the file does not quote. */
  readonly quote: '"' | "'" | '';
  /** What makes a quote inside a quoted cell literal: the quote itself doubled, or a backslash. */
  readonly escape: string;
  /** Physical line (from 1) of the header; null when the file has none. */
  readonly headerLine: number | null;
  /** Physical line (from 1) of the first record after titles, header and blank lines. */
  readonly firstLine: number;
  /** Cells of a record. */
  readonly fields: number;
  /** Records with too few cells: filled with blanks where the file does that as a habit, else rejected. */
  readonly shortRecords: 'reject' | 'fill';
  /** Physical line of the last record, where another table follows. */
  readonly lastLine?: number;
  /** Titles and names above the records, each without blank cells at its end: where they stand again below, they are no records. */
  readonly above?: readonly (readonly string[])[];
  /** Lines are the rows of a sheet: each record is one, however many line breaks its cells hold. */
  readonly sheetRows?: true;
}

/** What a workbook is written in; a page and Excel's XML of 2003 mostly go by the name of .xls. */
export type BookFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'xml' | 'html';

/** The workbook that a file is, and which of its sheets is read. */
export interface BookSource {
  readonly format: BookFormat;
  readonly sheet: string;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly empty: boolean }[];
}

/** One of the tables of a file that holds several: where it stands, and the names of its first columns. */
export interface TableChoice {
  readonly place: string;
  readonly names: string;
}

/** The tables of a file that holds several, and which of them is read, from 0. */
export interface TableSource {
  readonly tables: readonly TableChoice[];
  readonly table: number;
}

/** One way in which the cells of a time column are written: digit runs of one or two as `9`, longer ones by their length, words kept. */
export interface TimeShape {
  readonly shape: string;
  readonly count: number;
  readonly sample: string;
  /** Record number (from 1) of the first cell of this shape. */
  readonly record: number;
  /**
   * For each run of digits, over every cell of the column: extremes, and how many cells exceed a month's or a day's limit. Of cells that
   * are six digits and nothing else: how many cannot be yymmdd (`over12`), and how many cannot be yyyymm (`over31`).
   */
  readonly parts: readonly {
    readonly min: number;
    readonly max: number;
    readonly over12: number;
    readonly over31: number;
  }[];
}

/** What the whole file says about one source column. */
export interface ColumnProfile {
  readonly index: number;
  readonly blank: number;
  /** Distinct trimmed values with their counts, most frequent first; undefined when there are more than `DISTINCT_LIMIT`. */
  readonly values?: readonly { readonly value: string; readonly count: number }[];
  /** Shapes of the cells; undefined when there are more than `SHAPE_LIMIT`. */
  readonly shapes?: readonly TimeShape[];
}
export const DISTINCT_LIMIT = 300;
export const SHAPE_LIMIT = 64;

export type RejectReason =
  | 'tooFewCells'
  | 'tooManyCells'
  | 'brokenQuote'
  | 'nulBytes'
  | 'tooLong'
  | 'truncated'
  | 'repeatedHeader'
  | 'totalRow'
  | 'noteRow'
  | 'requiredMissing'
  | 'requiredUnreadable'
  | 'duplicateKey';

/** A record that did not come in, kept with its reason. */
export interface Reject {
  /** Physical line (from 1) where it begins. */
  readonly line: number;
  /** Number of the record (from 1), counting accepted and rejected ones. */
  readonly record: number;
  readonly reason: RejectReason;
  /** The source column concerned, if it is one. */
  readonly column?: string;
  /** Text as read, cut at `RAW_LIMIT` characters. */
  readonly raw: string;
}
export const RAW_LIMIT = 10_000;

/** Where records begin in the file, so that one can be read again without reading the whole: about one entry a MiB. */
export interface SourceIndex {
  readonly entries: readonly { readonly record: number; readonly line: number; readonly byte: number }[];
}

/** Bytes of a file that hold no usable record. */
export interface Gap {
  readonly from: number;
  /** Byte after the last. */
  readonly to: number;
  /** It is a rejected record, which has a number; blank ones have none. */
  readonly record: boolean;
}

/** What one pass over every byte found. */
export interface Scan {
  readonly bytes: number;
  readonly lines: number;
  /** Records of the table, counted independently of the engine: accepted + rejected here. Blank ones are not among them. */
  readonly records: number;
  readonly blankRecords: number;
  /** Records rejected; `rejects` describes the first 100,000 of them. */
  readonly rejected: number;
  readonly rejects: readonly Reject[];
  /** Records that a later record with the same key replaces; undefined when no key was watched or it repeats too often to be one. */
  readonly superseded?: readonly number[];
  /** How many records repeat the key of an earlier one. */
  readonly repeatedKeys?: number;
  /** How many different keys there are. */
  readonly keys?: number;
  readonly profiles: readonly ColumnProfile[];
  /** Of the columns whose values only were wanted. */
  readonly counted: readonly Pick<ColumnProfile, 'index' | 'values'>[];
  /** Source columns with a cell that has blanks around it or a mark for nothing ("-", "N/A"): only these need cleaning. */
  readonly untidy: readonly number[];
  /** The records are known to be in order of the column that was watched as their time. */
  readonly ordered: boolean;
  readonly index: SourceIndex;
  /** Cells whose bytes are not text in this encoding; they hold U+FFFD where they were unreadable. */
  readonly undecodable: number;
  /** Longest physical line in bytes. */
  readonly longestLine: number;
  /** The engine can read the original file as it stands, less its gaps: UTF-8, one kind of line end, plain quoting. */
  readonly direct: boolean;
  /** What the engine must not read of a file that is `direct`. */
  readonly gaps: readonly Gap[];
  /** The line end of a file that is `direct`. */
  readonly lineEnd: '\n' | '\r\n';
}

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

/** How a time column will be read. */
export interface TimePlan {
  readonly shapes: readonly {
    readonly shape: string;
    readonly count: number;
    readonly sample: string;
    readonly format: string | null;
  }[];
  /** Order used where the cells alone allow several; undefined when every shape is unmistakable. */
  readonly order?: DateOrder;
  /** What decided the order: the column's own rows, other date columns of the file, the user, or nothing (then it must be confirmed). */
  readonly decidedBy?: 'rows' | 'witnesses' | 'user' | 'assumed';
  /** Cells that both orders fit. */
  readonly ambiguous: number;
}

/** One source column and what becomes of it. */
export interface ColumnPlan {
  readonly index: number;
  /** Header as written; `column_<n>` when the file has none. Unique within the file. */
  readonly source: string;
  /** Canonical name, `x_<source>` for an extra column, or null to leave it out. */
  readonly target: string | null;
  /** 0…1; 1 when the user said so. */
  readonly confidence: number;
  readonly time?: TimePlan;
  /** Vocabulary columns: code of every distinct value; null = not known, listed for the user and kept as written. */
  readonly values?: Readonly<Record<string, string | null>>;
  /** Of `values`, those that somebody explained in an earlier import. */
  readonly learned?: readonly string[];
  /** List columns: what separates the parts of a cell; undefined when cells hold one value. */
  readonly separator?: string;
  /** The expression that makes its cells of others; its index lies beyond the file's own columns. Undefined of those. */
  readonly computed?: string;
  readonly samples: readonly string[];
}

/**
 * An event log: each record is something that happened to a complaint, and what it says last is the complaint. Source columns by index;
 * undefined where the log has none.
 */
export interface EventPlan {
  /** When it happened; without it the records stand in their order. */
  readonly time?: { readonly index: number; readonly plan: TimePlan };
  /** What happened, or the state that it led to. */
  readonly activity?: number;
  /** Who did it. */
  readonly actor?: number;
  /** Of events of the same time the one further up in the file is the later one. */
  readonly newestFirst: boolean;
  /** Activities, as written, after which nothing is left to do. */
  readonly closing: readonly string[];
}

export type ProblemLevel = 'error' | 'ask' | 'note';
/** Something the user should know: an `error` stops the import, `ask` wants a decision, `note` is for reading. `code` is a key under `problem.` in the locales. */
export interface Problem {
  readonly level: ProblemLevel;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Between several column names in a problem's details. */
export const LIST_SEPARATOR = '\u001f';

/** Everything the app understood of a file, and what it will do. */
export interface FilePlan {
  readonly name: string;
  readonly size: number;
  readonly dataset: Dataset;
  /** 0…1: how sure the dataset is. */
  readonly datasetConfidence: number;
  readonly dialect: Dialect;
  /** The workbook it comes from; undefined of a text file. Lines are then rows of the sheet. */
  readonly book?: BookSource;
  /** Which of several tables it is; undefined where the file, or sheet, is one. */
  readonly part?: TableSource;
  readonly columns: readonly ColumnPlan[];
  /** Records are events of complaints; undefined where each is a row of its own. */
  readonly events?: EventPlan;
  readonly scan: Scan;
  /** First records as cells. */
  readonly preview: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
  /** Earlier rows within the days of the file leave, also those that it does not name. */
  readonly replaces?: 'period';
  /** Where a copy in clean UTF-8 may lie, if the scan wrote one; workspace-relative. */
  readonly clean?: string;
  /** The profile of an earlier import that was applied, and what it said of this file. */
  readonly profile?: { readonly id: string; readonly name: string; readonly told: ImportOptions };
}

/** A column that a file does not have, made of those it has (`domain/expression.ts`). */
export interface ComputedColumn {
  readonly name: string;
  readonly expression: string;
}

/** What `importFiles` may be told; whatever is left out is found out. */
export interface ImportOptions {
  readonly dataset?: Dataset;
  /** Of a workbook: name of the sheet, or its place from 0. */
  readonly sheet?: string | number;
  /** Which of the tables that stand beside or below each other, from 0; the one that is understood best otherwise. */
  readonly table?: number;
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  /** Physical line of the header, from 1; 0 = the file has none. */
  readonly headerRow?: number;
  /** Source name or zero-based index → canonical name, or null to leave out. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly dateOrder?: DateOrder;
  /** `period`: the file takes the place of every earlier row within its days, also of those that it does not name. */
  readonly replace?: 'period';
  /** Of complaints: the records are events, and the last one of each number is the complaint; or they are not. Found out otherwise. */
  readonly events?: boolean;
  /** Source name → value as written → code. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Columns to be made of others; `mapping` and `values` name them like any source column. */
  readonly computed?: readonly ComputedColumn[];
  /** Id or name of the profile to apply; false = none. Found by the header otherwise. */
  readonly profile?: string | false;
}

/** What an import did, as the screen, the journal and `window.truecause.importFiles` show it. */
export interface ImportReport {
  readonly file: string;
  readonly dataset: Dataset | null;
  /** The sheet of a workbook; null of a text file, or when nothing was read. */
  readonly sheet: string | null;
  /** Null of a workbook, which has none. */
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  /** Physical line of the header, from 1; 0 = none. */
  readonly headerRow: number;
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  /** Of an event log: the complaints that the accepted records are events of; else null, and each is a row. */
  readonly cases: number | null;
  /** Optional cells that did not parse: blank in the table, kept in `cell_issue`. */
  readonly cellIssues: number;
  /** Source name → canonical or extra name; null = left out. */
  readonly mapping: Readonly<Record<string, string | null>>;
  /** Time columns (canonical name) → formats in use. */
  readonly dateFormats: Readonly<Record<string, readonly string[]>>;
  /** Name of the profile that was applied, if one was. */
  readonly profile?: string;
  readonly problems: readonly Problem[];
}
