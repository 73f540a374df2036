import { CODING, type CodingFile } from '../../data/coding/kinds';
import type { Coding } from '../../domain/coding';
import { useDecision } from '../../session/hooks';

export interface Draft {
  readonly file: CodingFile;
  /** Keeps another draft; it is lost by nothing from then on. */
  readonly edit: (change: (before: Coding) => Coding) => void;
  /** Why the last edit could not be kept. */
  readonly failure: string | undefined;
}

/** The coding that is being worked on; undefined until it is read, an error when it cannot be. */
export function useDraft(): { readonly draft: Draft | undefined; readonly error: Error | null } {
  const { data, error, keep, failure } = useDecision(CODING);
  const edit: Draft['edit'] = (next) => void keep((before) => ({ ...before, draft: next(before.draft) }));
  return { draft: data && { file: data, edit, failure }, error };
}
