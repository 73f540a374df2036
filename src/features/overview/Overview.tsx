import { overview } from '../../analysis/overview';
import { useAnswer, useWorkspaceData } from '../../session/hooks';
import { Welcome } from '../../session/Welcome';
import { useMeasure, useScope } from '../../ui/view/view-state';
import { OverviewAnswer } from './OverviewAnswer';

/** The last complete month at a glance. */
export function Overview() {
  const { workspace } = useWorkspaceData();
  return workspace.facts.complaint.rows === 0 ? <Welcome /> : <OverviewQuestion />;
}

function OverviewQuestion() {
  const { scope } = useScope();
  const [{ id, per }] = useMeasure();
  const asked = useAnswer('overview', { scope, measure: id, per }, overview);
  return <OverviewAnswer asked={asked} />;
}
