import { useWorkspaceData } from '../../../session/hooks';

/** Names of imported files by their number in the journal. */
export function useFileName(): (id: number) => string {
  const { workspace } = useWorkspaceData();
  return (id) => workspace.journal.find((entry) => entry.id === id)?.plan.name ?? '';
}
