import { dayOfMinute } from '../calendar';
import { type Chapter, Counter, castsOf, rounded, sumOf } from '../chapter';
import { uniform } from '../distributions';
import { expectationOf } from '../expected';
import { AS_OF, FROM } from '../factory';
import { always, CUSTOMER, type Problem, returned, service } from '../problem';
import type { World } from './world';

/** (j) Of the returns for which no reason is needed, some name a real fault all the same. */
const HIDDEN_FAULT = {
  /** Returns without a fault, per 1000. */
  changedMind: 0.84,
  share: 0.12,
  /** Failure modes that are named, with the weight of each. */
  modes: [
    { id: 'hiddenLid', mode: '壶盖关不严', weight: 0.26 },
    { id: 'hiddenLeak', mode: '底部漏水', weight: 0.28 },
    { id: 'hiddenSmell', mode: '异味', weight: 0.26 },
    { id: 'hiddenNoise', mode: '噪音大', weight: 0.2 },
  ],
} as const;

export function returnProblems({ told }: World): readonly Problem[] {
  const { changedMind, share, modes } = HIDDEN_FAULT;
  const hidden = (changedMind * share) / (1 - share);
  const back = (id: string, perThousand: number): Problem => ({
    ...service(id, 'no_reason_return', perThousand, CUSTOMER, returned),
    onset: uniform(0, 7),
    story: 'j',
  });
  return [
    back('changedMind', changedMind),
    ...(told.has('j') ? modes.map(({ id, weight }) => ({ ...back(id, 0), perThousand: always(hidden * weight) })) : []),
  ];
}

/** The failure mode that a return of this problem names; undefined when it names none. */
export function hiddenModeOf(problemId: string): string | undefined {
  return HIDDEN_FAULT.modes.find(({ id }) => id === problemId)?.mode;
}

/** (j) by the fault that is named. */
export function hiddenFaultChapter(): Chapter {
  const seen = new Counter();
  return {
    add(_, { cast }) {
      if (cast.problem.story === 'j') seen.add(cast.problem.id);
    },
    told(run) {
      const expected = (id: string) => {
        const cast = castsOf(run, 'j').find(({ problem }) => problem.id === id);
        return cast === undefined ? 0 : expectationOf(run, cast)(run.shipments, FROM, dayOfMinute(AS_OF) + 1);
      };
      const modes = HIDDEN_FAULT.modes.map(({ id, mode }) => ({
        mode,
        expected: rounded(expected(id), 1),
        observed: seen.of(id),
      }));
      const named = sumOf(modes, ({ observed }) => observed);
      return {
        title: 'no-reason returns: one in eight names a real fault in its text',
        category: 'no_reason_return',
        share: HIDDEN_FAULT.share,
        returns: named + seen.of('changedMind'),
        naming: named,
        modes,
      };
    },
  };
}
