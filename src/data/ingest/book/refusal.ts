import type { BookSource, Problem } from '../plan';

/** Why a workbook or an archive cannot be read: the code of a problem and its details. */
export class BookRefusal extends Error {
  constructor(
    readonly code: string,
    readonly details: Problem['details'],
    /** Of a workbook whose sheets are known: another of them may do. */
    readonly book?: BookSource,
  ) {
    super(code);
    this.name = 'BookRefusal';
  }
}

/** Ends the reading; the file's name is added where the refusal is caught. */
export function refuse(code: string, details: Problem['details'] = {}, book?: BookSource): never {
  throw new BookRefusal(code, details, book);
}
