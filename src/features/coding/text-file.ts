import Papa from 'papaparse';

/** No list that people keep by hand is larger (bytes). */
const LARGEST = 20 * 2 ** 20;

/** The text of a file that people keep by hand, in UTF-8 or, failing that, as Chinese spreadsheets save it; undefined when it is no text. */
export async function textOf(file: File): Promise<string | undefined> {
  if (file.size > LARGEST) return undefined;
  const bytes = await file.arrayBuffer();
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\u0000') ? undefined : text;
    } catch {}
  }
  return undefined;
}

/** The cells of such a file, its header being the first row. */
export async function tableOf(file: File): Promise<readonly (readonly string[])[] | undefined> {
  const text = await textOf(file);
  return text === undefined ? undefined : Papa.parse<string[]>(text).data;
}
