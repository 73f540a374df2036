import type { Rule } from '../../domain/coding';

/** A rule that is not among the others yet. */
export function newRule(rules: readonly Rule[], when = ''): Rule {
  const last = Math.max(0, ...rules.map(({ id }) => Number(/^r(\d+)$/.exec(id)?.[1] ?? 0)));
  return { id: `r${last + 1}`, when, mode: '', part: '', replaces: false, on: true };
}
