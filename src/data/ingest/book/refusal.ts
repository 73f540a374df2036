import type { Problem } from '../plan';

/** Why a workbook or an archive cannot be read: the code of a problem and its details. */
export class BookRefusal extends Error {
  constructor(
    readonly code: string,
    readonly details: Problem['details'],
  ) {
    super(code);
    this.name = 'BookRefusal';
  }
}

/** Ends the reading; the file's name is added where the refusal is caught. */
export function refuse(code: string, details: Problem['details'] = {}): never {
  throw new BookRefusal(code, details);
}
