import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { complaintList, type Listed, type ListRequest } from '../../analysis/complaints';
import { useWorkspaceData } from '../../session/hooks';
import { useAllTickets, useMeasure, useScope, useSort } from '../../ui/view/view-state';

/** A list nobody looks at any more is kept this long (ms): the ids of ten million rows are 40 MB. */
const KEPT = 10_000;

/** The list that the URL asks for. */
export function useListRequest(): ListRequest {
  const { scope } = useScope();
  const [measure] = useMeasure();
  const [all] = useAllTickets();
  const [order] = useSort();
  // Money is summed over the complaints reported, so those are the rows behind it.
  const counted = measure.id === 'cost' ? 'reported' : measure.id;
  const listed: Listed = all ? 'tickets' : counted;
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
