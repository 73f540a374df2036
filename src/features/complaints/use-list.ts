import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { complaintList, type Listed, type ListRequest } from '../../analysis/complaints';
import type { Measure } from '../../domain/measure';
import { useWorkspaceData } from '../../session/hooks';
import { useAllTickets, useMeasure, useScope, useSort } from '../../ui/view/view-state';

/** A list nobody looks at any more is kept this long (ms): the ids of ten million rows are 40 MB. */
const KEPT = 10_000;

/** The measure whose complaints are the rows behind another: money is summed over those reported. */
export function countedBy({ id }: Measure): Measure['id'] {
  return id === 'cost' ? 'reported' : id;
}

/** The list that the URL asks for. */
export function useListRequest(): ListRequest {
  const { scope } = useScope();
  const [measure] = useMeasure();
  const [all] = useAllTickets();
  const [order] = useSort();
  const listed: Listed = all ? 'tickets' : countedBy(measure);
  return useMemo(() => ({ scope, listed, order }), [scope, listed, order]);
}

/** The list of a request; until it is there, the one before it stays, with the request that it answers. */
export function useList(request: ListRequest) {
  const { workspace, version } = useWorkspaceData();
  return useQuery({
    queryKey: [workspace.name, version, 'complaint list', request],
    queryFn: async ({ signal }) => ({ ...(await complaintList(workspace, request, signal)), request }),
    placeholderData: keepPreviousData,
    gcTime: KEPT,
  });
}
