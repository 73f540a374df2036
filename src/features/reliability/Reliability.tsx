import { reliability } from '../../analysis/reliability/reliability';
import type { CohortKind } from '../../analysis/reliability/types';
import { decodeScope } from '../../domain/scope-codec';
import { useAnswer, useWorkspaceData } from '../../session/hooks';
import { Welcome } from '../../session/Welcome';
import { useAgeChoice, useMeasure, useScope } from '../../ui/view/view-state';
import { ReliabilityScreen } from './ReliabilityScreen';

/** How units fail as they grow older, and what is still to come. */
export function Reliability() {
  const { workspace } = useWorkspaceData();
  return workspace.facts.complaint.rows === 0 ? <Welcome /> : <ReliabilityAsked />;
}

function ReliabilityAsked() {
  const { workspace } = useWorkspaceData();
  const { scope } = useScope();
  const [measure] = useMeasure();
  const [{ cohort, mode, before, after }] = useAgeChoice();
  const built = (workspace.facts.batch.filled.produced_at ?? 0) > 0;
  const usual: CohortKind = built ? 'build' : 'ship';
  const compared =
    before === undefined || after === undefined ? undefined : ([decodeScope(before), decodeScope(after)] as const);
  const question = { measure: measure.id, scope, cohort: cohort ?? usual, mode, compare: compared };
  return <ReliabilityScreen asked={useAnswer('reliability', question, reliability)} />;
}
