/** What holds a workbook, told by content and never by name: packed XML, an OLE file, bare BIFF records, Excel's XML of 2003, a page, pages in a web archive. */
export type Container = 'zip' | 'cfb' | 'biff' | 'xml' | 'html' | 'mhtml';

/** What a zip is: a workbook, another program's document, or an archive of files. */
export type ZipKind = 'xlsx' | 'xlsb' | 'ods' | 'document' | 'archive';

/** Bytes that are enough for `containerOf`. */
export const HEAD_BYTES = 4096;

const PAGE =
  /^\s*(<!--(?:(?!-->)[\s\S])*-->\s*|<\?xml[^>]*>\s*)*<(!doctype html|html|head|title|meta|link|script|style|table|body|center|div|font|p|h[1-6])[\s>]/i;
/** Headers of a message, among them that of a web archive. */
const WEB_ARCHIVE = /^(?:[\w-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n){0,5}){0,12}mime-version:/i;
const XML_2003 =
  /^\s*<\?xml[\s\S]*(urn:schemas-microsoft-com:office:spreadsheet|mso-application progid="Excel\.Sheet")/i;
const DOCUMENT =
  /^(word|ppt|visio)\/|^Index\/(Document|Presentation)\.iwa$|^META-INF\/(container\.xml|MANIFEST\.MF)$|^AndroidManifest\.xml$/i;

/** What a file that begins like this may hold a workbook in; undefined when it is plain text or something else. */
export function containerOf(head: Uint8Array): Container | undefined {
  const begins = (...bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'cfb';
  // Length and version of the record with which Excel 2 to 95 begins a file of its own.
  if (head[0] === 9 && [0, 2, 4, 8].includes(head[1] ?? -1) && [4, 6, 8].includes(head[2] ?? -1) && head[3] === 0)
    return 'biff';
  const text = startOf(head);
  if (XML_2003.test(text)) return 'xml';
  if (PAGE.test(text)) return 'html';
  return WEB_ARCHIVE.test(text) ? 'mhtml' : undefined;
}

function startOf(head: Uint8Array): string {
  const wide =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : '';
  return new TextDecoder(wide || 'utf-8').decode(head.subarray(0, HEAD_BYTES));
}

/** @param names files of the zip, folders divided by slashes */
export function zipKind(names: readonly string[]): ZipKind {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\d*\.bin$/i)) return 'xlsb';
  if (has(/^xl\/workbook\d*\.xml$/i)) return 'xlsx';
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'ods';
  return has(DOCUMENT) ? 'document' : 'archive';
}
