import { trends } from '../../analysis/trends';
import { useAnswer, useWorkspaceData } from '../../session/hooks';
import { Welcome } from '../../session/Welcome';
import { useGrain, useMeasure, useScope, useStackBy } from '../../ui/view/view-state';
import { TrendsAnswer } from './TrendsAnswer';

/** How complaints develop, and what they are made of. */
export function Trends() {
  const { workspace } = useWorkspaceData();
  return workspace.facts.complaint.rows === 0 ? <Welcome /> : <TrendsQuestion />;
}

function TrendsQuestion() {
  const { scope } = useScope();
  const [measure] = useMeasure();
  const [grain] = useGrain();
  const [stackBy] = useStackBy();
  const question = { scope, measure, grain, stackBy };
  const asked = useAnswer('trends', { ...question, part: 'charts' as const }, trends);
  // What stands below waits for what is in view: the engine has one thread for both.
  const enabled = asked.data !== undefined && !asked.isPlaceholderData;
  const below = useAnswer('trends', { scope, measure, grain, part: 'panels' as const }, trends, { enabled });
  return <TrendsAnswer asked={asked} below={below} />;
}
