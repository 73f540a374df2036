import type { CodingProblem } from '../../domain/coding-check';
import classes from './Coding.module.css';
import { useProblemWords } from './use-problem-words';

/** What stands in the way (▲) or should be looked at (○), a line each. */
export function ProblemLines({ problems }: { readonly problems: readonly CodingProblem[] }) {
  const words = useProblemWords();
  return problems.map((problem) => (
    <p key={JSON.stringify(problem)} className={problem.level === 'error' ? classes.lack : classes.ask}>
      {problem.level === 'error' ? '▲' : '○'} {words.problem(problem)}
    </p>
  ));
}
