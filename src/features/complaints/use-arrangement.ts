import { useState } from 'react';
import { useWorkspaceData } from '../../session/hooks';
import type { ColumnLayout } from '../../ui/table/use-columns';
import { listColumns, shownAtFirst } from './complaint-columns';
import { rememberedLayout, rememberLayout } from './remembered-layout';

/** How the columns are arranged in this workspace, remembered from visit to visit. */
export function useArrangement() {
  const { workspace } = useWorkspaceData();
  const { name, facts } = workspace;
  const [arrangement, setArrangement] = useState<ColumnLayout>(() => {
    const order = listColumns(facts.complaint);
    const fresh = { order, shown: shownAtFirst(order), pinned: order.slice(0, 1) };
    return rememberedLayout(name, order) ?? fresh;
  });
  const arrange = (next: ColumnLayout) => {
    if (JSON.stringify(next) === JSON.stringify(arrangement)) return;
    setArrangement(next);
    rememberLayout(name, next);
  };
  return { arrangement, arrange };
}
