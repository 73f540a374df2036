import { useWorkspaceData } from '../../session/hooks';
import { Welcome } from '../../session/Welcome';
import { SafetyScreen } from './SafetyScreen';

/** What must be looked at one by one, before any statistics. */
export function Safety() {
  const { workspace, version } = useWorkspaceData();
  if (workspace.facts.complaint.rows === 0) return <Welcome />;
  return <SafetyScreen key={`${workspace.name} ${version}`} />;
}
