/**
 * What a workbook may unpack to. The reader holds a part's XML as one string (Chromium's longest has 512 MiB) and an object for every cell:
 * measured, 72 MB of a sheet's XML (101,000 rows of 17 columns) took 540 MB at the peak, 7.5 times as much; a tab has about 4 GiB.
 */
export const LARGEST_PART = 256 * 1024 * 1024;
export const LARGEST_BOOK = 384 * 1024 * 1024;
/** Files that are not packed: old workbooks are denser than XML, so less of them is taken. */
export const LARGEST_PLAIN = 128 * 1024 * 1024;
/** A part that shrinks to less than this is made to fill the memory: rows of nothing but formats still give 1:150. */
export const TIGHTEST = 1 / 400;
/** Small parts may be packed however tightly. */
export const TIGHT_FROM = 16 * 1024 * 1024;
/** Wider sheets are not registers but something else, and a comma for every cell of Excel's 16,384 columns would fill the memory. */
export const WIDEST = 1000;
