import { useWorkspaceData } from '../../session/hooks';
import { Welcome } from '../../session/Welcome';
import { CodingScreen } from './CodingScreen';

/** How failures are named, where exports name them badly or not at all. */
export function Coding() {
  const { workspace } = useWorkspaceData();
  return workspace.facts.complaint.rows === 0 ? <Welcome /> : <CodingScreen />;
}
