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
  const asked = useAnswer('trends', { scope, measure, grain, stackBy }, trends);
  return <TrendsAnswer asked={asked} />;
}
