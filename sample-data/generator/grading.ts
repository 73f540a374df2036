import type { Code } from '../../src/domain/vocabulary';
import type { Problem } from './problem';
import type { Random } from './random';
import type { Ticket } from './ticket';

/** How grave, how important, how fast: three scales, graded at receipt. */
export function gradingOf(
  problem: Problem,
  safetyRelated: boolean,
  random: Random,
): Pick<Ticket, 'severity' | 'priority' | 'responseLevel'> {
  const severity = safetyRelated && problem.safety < 0.5 ? 'major' : problem.severity(random);
  return {
    severity,
    priority: priorityOf(safetyRelated, severity, random),
    responseLevel: responseLevelOf(problem, safetyRelated, severity),
  };
}

function priorityOf(safetyRelated: boolean, severity: Code<'severity'>, random: Random): Code<'priority'> {
  if (safetyRelated || severity === 'critical') return 'urgent';
  return severity === 'major' || random.chance(0.1) ? 'important' : 'normal';
}

function responseLevelOf(problem: Problem, safetyRelated: boolean, severity: Code<'severity'>): Code<'response_level'> {
  if (safetyRelated || severity === 'critical') return 'urgent';
  return problem.failure === undefined ? 'low' : 'normal';
}
