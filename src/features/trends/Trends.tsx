import { useRef } from 'react';
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
  const inView = useRef<Promise<unknown>>(Promise.resolve());
  const asked = useAnswer('trends', { ...question, part: 'charts' as const }, (...asking) => {
    const answer = trends(...asking);
    inView.current = answer;
    return answer;
  });
  // What stands below waits for what is in view, as the engine has one thread for both; but not for it to be drawn.
  const below = useAnswer('trends', { scope, measure, grain, part: 'panels' as const }, async (...asking) => {
    await inView.current.catch(() => undefined);
    return trends(...asking);
  });
  return <TrendsAnswer asked={asked} below={below} />;
}
