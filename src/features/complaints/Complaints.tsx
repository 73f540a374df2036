import { useWorkspaceData } from '../../session/hooks';
import { Welcome } from '../../session/Welcome';
import { ComplaintsScreen } from './ComplaintsScreen';

/** Every complaint behind the figures: a list of any length, and one of them in full. */
export function Complaints() {
  const { workspace, version } = useWorkspaceData();
  if (workspace.facts.complaint.rows === 0) return <Welcome />;
  // Another import may bring other columns, which the table arranges anew.
  return <ComplaintsScreen key={`${workspace.name} ${version}`} />;
}
