import { day, dayOfMinute, isoDay } from '../calendar';
import { type Chapter, Counter, castOf, modeOf, rounded, sumOf } from '../chapter';
import { expectationOf } from '../expected';
import { FAMILIES, type FamilyId } from '../factory';
import { fault, PROCESS, type Problem } from '../problem';
import type { Run } from '../run';
import type { World } from './world';

/** (c) Leakage: every family keeps its rate, but more is sold, and more of the family that leaks most. */
const LEAKAGE = {
  perThousand: { steel: 0.92, glass: 0.92, smart: 0.92, travel: 0.92, milk: 4.9 } satisfies Record<FamilyId, number>,
  usual: 1.4,
  /** Months received that are compared: the same half-year, one year apart. */
  before: { from: day('2024-06-01'), until: day('2024-12-01') },
  after: { from: day('2025-06-01'), until: day('2025-12-01') },
};

export function leakageProblem({ told }: World): Problem {
  const rate: Problem['perThousand'] = told.has('c')
    ? ({ batch }) => LEAKAGE.perThousand[batch.model.family.id]
    : () => LEAKAGE.usual;
  return { ...fault('leakage', 'structural', '底部漏水', '壶底密封圈', rate, PROCESS), story: 'c' };
}

type Half = 'before' | 'after';
const HALVES: readonly Half[] = ['before', 'after'];

/** (c) in the two half-years that are compared, by family. */
export function leakageChapter(): Chapter {
  const seen = new Counter();
  return {
    add(ticket, { cast, shipment }) {
      if (cast.problem.story !== 'c') return;
      const receivedOn = dayOfMinute(ticket.receivedAt);
      for (const half of HALVES)
        if (receivedOn >= LEAKAGE[half].from && receivedOn < LEAKAGE[half].until)
          seen.add(`${half}/${shipment.batch.model.family.id}`);
    },
    told(run) {
      const before = halfOf(run, 'before', seen);
      const after = halfOf(run, 'after', seen);
      return {
        title:
          '底部漏水: more complaints because more is sold, and more of the family that leaks most; no rate changed',
        failureMode: modeOf(castOf(run, 'c')),
        perThousandByFamily: LEAKAGE.perThousand,
        before,
        after,
        expectedRatio: rounded(after.expected / before.expected, 3),
        observedRatio: rounded(after.observed / before.observed, 3),
      };
    },
  };
}

function halfOf(run: Run, half: Half, seen: Counter) {
  const { from, until } = LEAKAGE[half];
  const expect = expectationOf(run, castOf(run, 'c'));
  const families = FAMILIES.map(({ id }) => {
    const own = run.shipments.filter(({ batch }) => batch.model.family.id === id);
    return {
      id,
      shipped: sumOf(own, ({ shippedOn, qty }) => (shippedOn >= from && shippedOn < until ? qty : 0)),
      expected: rounded(expect(own, from, until), 1),
      observed: seen.of(`${half}/${id}`),
    };
  });
  return {
    receivedFrom: isoDay(from),
    receivedUntil: isoDay(until),
    shipped: sumOf(families, ({ shipped }) => shipped),
    expected: rounded(
      sumOf(families, ({ expected }) => expected),
      1,
    ),
    observed: sumOf(families, ({ observed }) => observed),
    families: Object.fromEntries(families.map(({ id, ...counts }) => [id, counts])),
  };
}
