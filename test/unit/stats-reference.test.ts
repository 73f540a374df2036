import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/root';
import { failuresOf, isSupported, readCases } from '../support/stats-cases';

/** Cases that r-cases.R had computed by R; further ones of other programs and textbooks where they lie beside the project. */
const files = [`${ROOT}/test/support/r-cases.json`, `${ROOT}/../shared/data/stats-reference.json`];

describe.each(files.filter((file) => existsSync(file)))('%s', (file) => {
  const cases = readCases(file);
  test('has cases, each of a method that there is', () => {
    expect(cases.length).toBeGreaterThan(30);
    expect(cases.filter((one) => !isSupported(one)).map(({ method }) => method)).toEqual([]);
  });
  test.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => expect(failuresOf(one)).toEqual([]));
});

test('a result that is off is told with its place', () => {
  const wrong = { id: 'wrong', method: 'rule_of_three', input: { n: 60 }, expected: { rule_of_three: 0.06 } };
  expect(failuresOf(wrong)).toEqual(['rule_of_three: got 0.05, expected 0.06']);
});
