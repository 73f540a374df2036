import type { ZipEntry } from './zip';

/** Pictures, drawings, macros, caches: nothing that the reading of cells needs. */
const UNNEEDED =
  /\.(png|jpe?g|gif|bmp|emf|wmf|tiff?|svg|vml|mp4)$|^(xl\/)?(media|drawings|charts|embeddings|pivotCache|pivotTables|printerSettings|activeX|ctrlProps|externalLinks|richData|Pictures|Thumbnails|customXml|docProps)\/|vbaProject|calcChain/i;

/** Name of a part of a workbook; parts are named in ASCII, some writers divide folders by backslashes. */
export function partName({ name }: ZipEntry): string {
  return new TextDecoder().decode(name).replaceAll('\\', '/').replace(/^\/+/, '');
}

export function isNeeded(name: string): boolean {
  return !UNNEEDED.test(name);
}
