/**
 * What a workbook may unpack to. The reader holds a part's XML as one string (Chromium's longest has 512 MiB) and some objects for every
 * cell: measured, 1 byte of a sheet's XML costs 6–8 bytes of memory at the peak, and a tab has about 4 GiB.
 */
export const LARGEST_PART = 384 * 1024 * 1024;
export const LARGEST_BOOK = 768 * 1024 * 1024;
/** Files that are not packed: BIFF costs about 12 bytes a byte, pages and Excel's XML of 2003 about as much as packed XML. */
export const LARGEST_PLAIN = 256 * 1024 * 1024;
/** A part that shrinks to less than this is made to fill the memory: rows of nothing but formats still give 1:150. */
export const TIGHTEST = 1 / 400;
/** Small parts may be packed however tightly. */
export const TIGHT_FROM = 16 * 1024 * 1024;
/** Wider sheets are not registers but something else, and a comma for every cell of Excel's 16,384 columns would fill the memory. */
export const WIDEST = 1000;
