import { useWorkspaceData } from './hooks';

/** Names of imported files by their number in the journal, with the sheet of a workbook. */
export function useFileName(): (id: number) => string {
  const { workspace } = useWorkspaceData();
  return (id) => {
    const plan = workspace.journal.find((entry) => entry.id === id)?.plan;
    return plan?.book === undefined ? (plan?.name ?? '') : `${plan.name} · ${plan.book.sheet}`;
  };
}
