import { readFileSync } from 'node:fs';
import { METHODS } from './stats-methods';

/** One case: what a trusted program computes for an input. */
export interface ReferenceCase {
  readonly id: string;
  readonly method: string;
  readonly input: unknown;
  readonly expected: unknown;
  readonly tolerance?: { readonly rel?: number; readonly abs?: number; readonly exact?: boolean };
}

export function readCases(file: string): ReferenceCase[] {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(content) ? content : content.cases;
}

/** Where a case is not met, as sentences; empty when it passes. Undefined methods are told apart by `isSupported`. */
export function failuresOf({ method, input, expected, tolerance = {} }: ReferenceCase): string[] {
  let got: unknown;
  try {
    got = METHODS[method]?.(input, expected);
  } catch (error) {
    return [`threw ${error instanceof Error ? error.stack : error}`];
  }
  return differences(got, expected, tolerance, '');
}

export function isSupported({ method }: ReferenceCase): boolean {
  return METHODS[method] !== undefined;
}

/** Words beside the numbers (sources, conventions, what another program prints) are not results. */
const ASIDE = /^(convention|note|notes|minitab_.*|source)$/;

function differences(
  got: unknown,
  expected: unknown,
  tolerance: NonNullable<ReferenceCase['tolerance']>,
  path: string,
): string[] {
  const fail = () => [`${path || 'result'}: got ${JSON.stringify(plain(got))}, expected ${JSON.stringify(expected)}`];
  if (expected === null) return got === null || got === undefined || Number.isNaN(got) ? [] : fail();
  if (expected === 'Infinity') return got === Number.POSITIVE_INFINITY ? [] : fail();
  if (expected === '-Infinity') return got === Number.NEGATIVE_INFINITY ? [] : fail();
  if (typeof expected === 'number') {
    if (typeof got !== 'number') return fail();
    const allowed =
      tolerance.exact === true ? 0 : Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(expected));
    return Math.abs(got - expected) <= allowed ? [] : fail();
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return fail();
    return expected.flatMap((one, at) => differences(got[at], one, tolerance, `${path}[${at + 1}]`));
  }
  if (typeof expected === 'object') {
    if (typeof got !== 'object' || got === null) return fail();
    return Object.entries(expected as object)
      .filter(([key]) => !ASIDE.test(key))
      .flatMap(([key, one]) =>
        differences((got as Record<string, unknown>)[key], one, tolerance, path ? `${path}.${key}` : key),
      );
  }
  return got === expected ? [] : fail();
}

function plain(value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : (value ?? null);
}
