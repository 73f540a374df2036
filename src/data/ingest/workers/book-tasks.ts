import type { Dataset } from '../../../domain/columns';
import type { BookSource, Problem } from '../plan';
import type { SheetText } from '../survey/convert';

/** What the workbook worker is asked. */
export interface BookRequest {
  readonly file: Blob;
  readonly sheet: string | number | undefined;
  readonly table: number | undefined;
  readonly dataset: Dataset | undefined;
  readonly chosen: readonly (readonly string[])[] | undefined;
}

/** What it answers: how far it is, then one of the others. */
export type BookResponse =
  | { readonly share: number | undefined }
  | { readonly text: Omit<SheetText, 'chunks'> & { readonly blob: Blob } }
  | { readonly refused: Pick<Problem, 'code' | 'details'>; readonly book: BookSource | undefined }
  | { readonly failed: string };
