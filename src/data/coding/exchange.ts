import { z } from 'zod';
import type { Coding } from '../../domain/coding';
import { withRules } from '../../domain/coding-rules';
import { CODING_SCHEMA } from './kinds';

const FORMAT = 'truecause coding';

const file = z.object({ format: z.literal(FORMAT), version: z.literal(1), coding: CODING_SCHEMA });

/** A coding as a file, to be taken to another workspace. */
export function codingText(coding: Coding): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, coding }, null, 2)}\n`;
}

/** The coding of such a file; undefined when it is none. */
export function codingFrom(text: string): Coding | undefined {
  try {
    return file.parse(JSON.parse(text)).coding;
  } catch {
    return undefined;
  }
}

/** A coding with everything of another one that it lacks; its own rules come first. */
export function mergedCoding(coding: Coding, more: Coding): Coding {
  const rules = more.rules.map(({ id, ...rule }) => rule);
  return {
    terms: union(coding.terms, more.terms),
    renames: union(coding.renames, more.renames),
    rules: withRules(coding.rules, rules),
    vague: union(coding.vague, more.vague),
    columns: union(coding.columns, more.columns),
  };
}

function union<T>(some: readonly T[], more: readonly T[]): T[] {
  const key = (one: T) =>
    JSON.stringify(
      typeof one === 'object' && one !== null ? Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)) : one,
    );
  return [...new Map([...some, ...more].map((one) => [key(one), one] as const)).values()];
}
