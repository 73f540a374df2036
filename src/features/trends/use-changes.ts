import { useMemo } from 'react';
import { type ChangeEntry, changeLog, changesWithin } from '../../analysis/changes';
import type { PeriodAmount } from '../../analysis/trends';
import type { Grain } from '../../domain/period';
import type { Scope } from '../../domain/scope';
import { useAnswer, useWorkspaceData } from '../../session/hooks';
import { type ChangeGroup, changeGroups } from './change-flags';

/** The change log as an axis of time can show it. */
export type Changes =
  /** Nobody has imported one. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly why: string; readonly onRetry: () => void }
  | {
      readonly kind: 'ready';
      /** What may concern the scope, oldest first, and of that what is on the axis. */
      readonly entries: readonly ChangeEntry[];
      readonly groups: readonly ChangeGroup[];
      /** Entries of the whole log. */
      readonly all: number;
      /** The log has older ones that were not read. */
      readonly more: boolean;
      readonly sql: readonly string[];
    };

interface Axis {
  readonly scope: Scope;
  readonly grain: Grain;
  readonly periods: readonly Pick<PeriodAmount, 'period'>[];
}

/** The changes for an axis. The log is read once for each state of the data, after the figures that it stands under: a filter costs no query. */
export function useChanges({ scope, grain, periods }: Axis): Changes {
  const { workspace } = useWorkspaceData();
  const absent = workspace.facts.change.rows === 0;
  const { data, error, refetch } = useAnswer('changes', {}, changeLog, { enabled: !absent });
  return useMemo(() => {
    if (absent) return { kind: 'absent' };
    if (error !== null) return { kind: 'failed', why: error.message, onRetry: () => void refetch() };
    if (data === undefined) return { kind: 'loading' };
    const entries = changesWithin(data.entries, scope);
    const groups = changeGroups(
      entries,
      periods.map(({ period }) => period),
      grain,
    );
    return { kind: 'ready', entries, groups, all: data.entries.length, more: data.more, sql: data.sql };
  }, [absent, error, data, refetch, scope, periods, grain]);
}
