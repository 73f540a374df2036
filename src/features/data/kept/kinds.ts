/** What tells kept rows apart besides their file, in words: reasons, or columns. */
export interface Kinds {
  readonly header: string;
  readonly all: string;
  readonly nameOf: (kind: string) => string;
}
