import type { Code } from '../../src/domain/vocabulary';
import { among } from './distributions';
import type { Problem } from './problem';
import type { Random } from './random';
import type { Cast } from './run';
import type { Ticket } from './ticket';

const examined = among<Code<'finding'>>(['confirmed', 0.84], ['no_fault_found', 0.09], ['different_fault', 0.07]);

const NO_JUDGEMENT = {
  causeClass: null,
  finding: null,
  responsibleParty: null,
  responsibility: null,
  responsibleDepartment: null,
} as const;

type Judgement = Pick<
  Ticket,
  'causeClass' | 'finding' | 'responsibleParty' | 'responsibility' | 'responsibleDepartment'
>;

/** What was found to be the cause, and whose it is; open tickets are mostly not judged yet, and some never are. */
export function judgementOf({ problem, planned }: Cast, closed: boolean, random: Random): Judgement {
  const cause = problem.cause?.(random) ?? null;
  const judged = problem.judgedAtOnce || random.chance(closed ? 0.9 : 0.15);
  const seen = random.chance(0.55);
  const found = examined(random);
  if (planned.length > 0) return { causeClass: cause, finding: 'confirmed', ...blameOf(problem) };
  if (!judged) return NO_JUDGEMENT;
  if (cause === null) return { ...NO_JUDGEMENT, ...blameOf(problem) };
  if (problem.judgedAtOnce) return { causeClass: cause, finding: null, ...blameOf(problem) };
  if (!seen) return { causeClass: cause, finding: closed ? 'not_examined' : null, ...blameOf(problem, cause) };
  if (found === 'no_fault_found')
    return { ...NO_JUDGEMENT, finding: found, responsibleParty: 'unknown', responsibility: 'unknown' };
  return { causeClass: cause, finding: found, ...blameOf(problem, cause) };
}

function blameOf(problem: Problem, cause?: Code<'cause_class'>) {
  if (cause === 'human_damage')
    return { responsibleParty: 'customer', responsibility: 'misuse', responsibleDepartment: '客服部' } as const;
  const { party, responsibility, department } = problem.blame;
  return { responsibleParty: party, responsibility, responsibleDepartment: department };
}
