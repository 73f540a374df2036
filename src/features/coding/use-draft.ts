import { useState } from 'react';
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
  const { data, error, change } = useDecision(CODING);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const edit: Draft['edit'] = (next) =>
    void change((before) => ({ ...before, draft: next(before.draft) })).then(
      () => setFailure(undefined),
      (reason: unknown) => setFailure(reason instanceof Error ? reason.message : String(reason)),
    );
  return { draft: data && { file: data, edit, failure }, error };
}
