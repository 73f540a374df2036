import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { RowPages } from './row-pages';
import type { RowSource } from './row-source';

/** The pages of a source with rows `first` to `last` on their way; starts afresh when the source's id changes. */
export function useRowPages<Row>(source: RowSource<Row>, first: number, last: number): RowPages<Row> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the id is the identity of a source; its object may be new at every render
  const pages = useMemo(() => new RowPages(source), [source.id]);
  const version = useSyncExternalStore(pages.subscribe, pages.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a retry the same rows are wanted once more
  useEffect(() => pages.want(first, last), [pages, first, last, version]);
  useEffect(() => () => pages.stop(), [pages]);
  return pages;
}
