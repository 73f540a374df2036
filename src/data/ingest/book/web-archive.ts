/** One page of a web archive. */
export interface ArchivedPage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As the archive says; undefined when it does not. */
  readonly charset: string | undefined;
}

const BOUNDARY = /boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/i;
const HEAD = 64 * 1024;

/**
 * The pages of a web archive (MHTML, Excel's "single file web page"), in their order. An archive of one page without parts is that page.
 * What is damaged is left out; no page at all means that it is none.
 */
export function archivedPages(bytes: Uint8Array): ArchivedPage[] {
  const text = binaryText(bytes);
  const boundary = BOUNDARY.exec(text.slice(0, HEAD));
  const mark = boundary?.[1] ?? boundary?.[2];
  const parts = mark === undefined ? [text] : text.split(`--${mark}`).slice(1);
  return parts.flatMap((part) => pageOf(part.replace(/^\r?\n/, '')) ?? []);
}

/** A part with its headers, if it is a page. */
function pageOf(part: string): ArchivedPage | undefined {
  const end = /\r?\n\r?\n/.exec(part);
  if (end === null) return undefined;
  const headers = part.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  const type = /^content-type:\s*(.*)$/im.exec(headers)?.[1] ?? '';
  if (!/^(?:text\/html|application\/xhtml)/i.test(type)) return undefined;
  const coding = /^content-transfer-encoding:\s*(\S+)/im.exec(headers)?.[1]?.toLowerCase() ?? '';
  const body = part.slice(end.index + end[0].length);
  return { bytes: decoded(body, coding), charset: /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1] };
}

function decoded(body: string, coding: string): Uint8Array<ArrayBuffer> {
  if (coding === 'quoted-printable')
    return bytesOf(
      body
        .replace(/[ \t]*=[ \t]*\r?\n/g, '')
        .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
  if (coding !== 'base64') return bytesOf(body);
  try {
    return bytesOf(atob(body.replace(/[^a-z0-9+/]/gi, '')));
  } catch {
    return new Uint8Array();
  }
}

/** Bytes as a text of as many characters. */
function binaryText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += HEAD) pieces.push(String.fromCharCode(...bytes.subarray(at, at + HEAD)));
  return pieces.join('');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
