import { useQueries } from '@tanstack/react-query';
import { type SafetyItem, type SafetyTexts, safetyTexts } from '../../analysis/safety';
import { useWorkspaceData } from '../../session/hooks';

/** Items whose texts are read at once. */
const PAGE = 50;

interface ItemTexts {
  /** By row id, as they come. */
  readonly texts: ReadonlyMap<number, SafetyTexts>;
  /** Why some of them do not come. */
  readonly error: Error | null;
}

/** The texts of the items from `first` to `last`. */
export function useItemTexts(items: readonly SafetyItem[], first: number, last: number): ItemTexts {
  const { workspace, version } = useWorkspaceData();
  const pages = Array.from(
    { length: Math.max(0, Math.floor(last / PAGE) - Math.floor(first / PAGE) + 1) },
    (_, step) => Math.floor(first / PAGE) + step,
  );
  return useQueries({
    queries: pages.map((page) => {
      const wanted = items.slice(page * PAGE, (page + 1) * PAGE);
      return {
        queryKey: [workspace.name, version, 'safety texts', wanted.map(({ rowId }) => rowId)],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) => safetyTexts(workspace, wanted, signal),
      };
    }),
    combine: (answers) => ({
      texts: new Map(answers.flatMap(({ data }) => (data === undefined ? [] : [...data]))),
      error: answers.find(({ error }) => error !== null)?.error ?? null,
    }),
  });
}
