import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import type { Source } from '../analysis/view';
import type { DecisionKind } from '../data/decisions';
import type { Workspace } from '../data/workspace';
import type { ImportJob, JobState } from './import-job';
import type { Session, SessionState } from './session';

/** The session and its import, made once in `app`. */
export const SessionContext = createContext<{ readonly session: Session; readonly job: ImportJob } | null>(null);

function useSessionContext() {
  const context = useContext(SessionContext);
  if (context === null) throw new Error('No session around this component');
  return context;
}

export function useSession(): [Session, SessionState] {
  const { session } = useSessionContext();
  return [session, useSyncExternalStore(session.subscribe, session.getState)];
}

export function useImportJob(): [ImportJob, JobState] {
  const { job } = useSessionContext();
  return [job, useSyncExternalStore(job.subscribe, job.getState)];
}

/** The open workspace and the version of its data; screens are shown only while there is one. */
export function useWorkspaceData(): { readonly workspace: Workspace; readonly version: string } {
  const [, state] = useSession();
  if (state.kind !== 'ready') throw new Error('No workspace is open');
  const { workspace } = state;
  const version = useSyncExternalStore(workspace.subscribe, () => workspace.version);
  return { workspace, version };
}

/**
 * The answer to a question about the data. Asked again when the question or the data change, cancelled when nobody waits any more;
 * until the new answer is there the old one stays (`isPlaceholderData`).
 * @param enabled false puts the question off
 * @param name names the kind of question; `question` must be plain data, it is the key of the cache
 */
export function useAnswer<Question, Answer>(
  name: string,
  question: Question,
  ask: (source: Source, question: Question, signal: AbortSignal) => Promise<Answer>,
  { enabled = true }: { readonly enabled?: boolean } = {},
) {
  const { workspace, version } = useWorkspaceData();
  return useQuery({
    queryKey: [workspace.name, version, name, question],
    queryFn: ({ signal }) => ask(workspace, question, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/**
 * What people have decided of one kind, and how to change it; `data` is undefined until it is read. `change` is for those who wait for it;
 * `keep` is for everybody else: why the last one could not be kept is `failure` until another one is.
 */
export function useDecision<T>(kind: DecisionKind<T>) {
  const { workspace } = useWorkspaceData();
  const { decisions } = workspace;
  const held = useSyncExternalStore(decisions.subscribe, () => decisions.held(kind));
  const { error } = useQuery({
    queryKey: [workspace.name, 'decision', kind.name],
    queryFn: () => decisions.read(kind),
    enabled: held === undefined,
    staleTime: 0,
    // Its data are not used here, so without this nobody would be told that they have come.
    notifyOnChangeProps: ['error', 'dataUpdatedAt'],
  });
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const change = (next: (before: T) => T) => decisions.change(kind, next);
  const keep = (next: (before: T) => T) =>
    change(next).then(
      () => setFailure(undefined),
      (reason: unknown) => setFailure(reason instanceof Error ? reason.message : String(reason)),
    );
  return { data: held, error, change, keep, failure };
}
