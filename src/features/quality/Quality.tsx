import { useWorkspaceData } from '../../session/hooks';
import { Welcome } from '../../session/Welcome';
import { QualityScreen } from './QualityScreen';

/** How good the data are that everything else stands on. */
export function Quality() {
  const { workspace } = useWorkspaceData();
  const any = Object.values(workspace.facts).some(({ rows }) => rows > 0);
  return any ? <QualityScreen /> : <Welcome />;
}
