import type { ReactNode } from 'react';
import type { Problem } from '../../data/ingest/plan';
import classes from './ProblemList.module.css';
import { useProblemText } from './use-problem-text';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** What can be done about one right there. */
  readonly actionFor?: (problem: Problem) => ReactNode;
}

const MARKS = { error: '▲', ask: '?', note: '○' } as const;
const WEIGHT = { error: 0, ask: 1, note: 2 } as const;

/** Problems in words, the gravest first. */
export function ProblemList({ problems, actionFor }: ProblemListProps) {
  const textOf = useProblemText();
  const sorted = [...problems].sort((a, b) => WEIGHT[a.level] - WEIGHT[b.level]);
  return (
    <ul className={classes.list}>
      {sorted.map((problem) => (
        <li key={`${problem.code} ${JSON.stringify(problem.details)}`} className={classes[problem.level]}>
          <span aria-hidden="true" className={classes.mark}>
            {MARKS[problem.level]}
          </span>
          <div>
            {textOf(problem)}
            {actionFor?.(problem)}
          </div>
        </li>
      ))}
    </ul>
  );
}
