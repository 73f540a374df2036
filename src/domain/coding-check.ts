import type { Coding } from './coding';
import { parseExpression, type SyntaxProblem } from './coding-syntax';

/** What stands in the way of a coding, or should be looked at. */
export type CodingProblem =
  | { readonly level: 'error'; readonly code: 'syntax'; readonly rule: number; readonly problem: SyntaxProblem }
  | { readonly level: 'error'; readonly code: 'noMode'; readonly rule: number }
  | { readonly level: 'error'; readonly code: 'termNoMode' | 'termDays'; readonly term: number }
  | { readonly level: 'error'; readonly code: 'renameBlank' | 'renameCircle'; readonly rename: number }
  | { readonly level: 'ask'; readonly code: 'unknownMode'; readonly rule: number; readonly mode: string }
  | { readonly level: 'ask'; readonly code: 'sameWords'; readonly rule: number; readonly other: number };

/** Everything that is wrong or odd; indices are places in the coding's lists, from 0. Rules that are off are not looked at. */
export function problemsOf({ terms, renames, rules }: Coding): CodingProblem[] {
  const modes = new Set([...terms.map(({ mode }) => mode), ...renames.flatMap(({ before, after }) => [before, after])]);
  const isKept = terms.some(({ mode }) => mode !== '');
  const seen = new Map<string, number>();
  return [
    ...rules.flatMap(({ when, mode, on }, rule): CodingProblem[] => {
      if (!on) return [];
      const parsed = parseExpression(when);
      const words = when.trim().replace(/\s+/gu, ' ');
      const other = seen.get(words);
      seen.set(words, other ?? rule);
      return [
        ...(parsed.ok ? [] : [{ level: 'error', code: 'syntax', rule, problem: parsed.problem } as const]),
        ...(mode === '' ? [{ level: 'error', code: 'noMode', rule } as const] : []),
        ...(mode !== '' && isKept && !modes.has(mode)
          ? [{ level: 'ask', code: 'unknownMode', rule, mode } as const]
          : []),
        ...(other === undefined || !parsed.ok ? [] : [{ level: 'ask', code: 'sameWords', rule, other } as const]),
      ];
    }),
    ...terms.flatMap(({ mode, from, until }, term): CodingProblem[] => [
      ...(mode === '' ? [{ level: 'error', code: 'termNoMode', term } as const] : []),
      ...(from !== '' && until !== '' && from >= until ? [{ level: 'error', code: 'termDays', term } as const] : []),
    ]),
    ...renames.flatMap(({ before, after }, rename): CodingProblem[] => {
      if (before === '' || after === '') return [{ level: 'error', code: 'renameBlank', rename }];
      return leadsBack(renames, before) ? [{ level: 'error', code: 'renameCircle', rename }] : [];
    }),
  ];
}

/** Whether the renames lead from a name back to itself. */
function leadsBack(renames: Coding['renames'], start: string): boolean {
  const seen = new Set<string>();
  const ahead = [start];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    for (const { after } of renames.filter(({ before }) => before === name)) {
      if (after === start) return true;
      if (!seen.has(after)) ahead.push(after);
      seen.add(after);
    }
  }
  return false;
}
