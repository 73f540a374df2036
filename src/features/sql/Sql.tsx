import { DATASETS } from '../../domain/columns';
import { useWorkspaceData } from '../../session/hooks';
import { Welcome } from '../../session/Welcome';
import { SqlScreen } from './SqlScreen';

/** The tables themselves, for questions that no screen asks. */
export function Sql() {
  const { workspace } = useWorkspaceData();
  if (DATASETS.every((dataset) => workspace.facts[dataset].rows === 0)) return <Welcome />;
  return <SqlScreen key={workspace.name} />;
}
