import { useCallback, useEffect, useRef, useState } from 'react';
import { type QueryProblem, queryProblem } from '../../analysis/query-problem';
import { type TypedAnswer, type TypedSource, typedAnswer } from '../../analysis/typed-query';
import type { PastQuery } from './query-memory';

export type RunState =
  | { readonly kind: 'idle' }
  /** `stopping`: cancelled, the engine has not let go yet. */
  | { readonly kind: 'running'; readonly sql: string; readonly since: number; readonly stopping: boolean }
  | {
      readonly kind: 'done';
      readonly sql: string;
      readonly seconds: number;
      readonly answer: TypedAnswer;
      /** Tells one run from another. */
      readonly id: string;
    }
  | { readonly kind: 'failed'; readonly sql: string; readonly seconds: number; readonly problem: QueryProblem }
  | { readonly kind: 'cancelled'; readonly seconds: number };

/** Runs one statement at a time and tells how it goes; ends with the screen. */
export function useQueryRun(source: TypedSource, onEnd: (query: PastQuery) => void) {
  const [state, setState] = useState<RunState>({ kind: 'idle' });
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  const run = async (sql: string) => {
    if (work.current !== undefined) return;
    const controller = new AbortController();
    work.current = controller;
    const since = performance.now();
    setState({ kind: 'running', sql, since, stopping: false });
    const end = (outcome: PastQuery['outcome'], rows?: number) => {
      work.current = undefined;
      onEnd({ sql, at: Date.now(), outcome, ...(rows === undefined ? {} : { rows }) });
      return (performance.now() - since) / 1000;
    };
    try {
      const answer = await typedAnswer(source, sql, controller.signal);
      setState({ kind: 'done', sql, answer, seconds: end('done', answer.rows.length), id: String(since) });
    } catch (error) {
      if (controller.signal.aborted) setState({ kind: 'cancelled', seconds: end('cancelled') });
      else setState({ kind: 'failed', sql, problem: queryProblem(error, sql), seconds: end('failed') });
    }
  };
  const cancel = useCallback(() => {
    work.current?.abort();
    setState((before) => (before.kind === 'running' ? { ...before, stopping: true } : before));
  }, []);
  return { state, run, cancel };
}
