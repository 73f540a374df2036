import type { Ranking, ValueAmount } from '../../analysis/trends';

/** The value that all complaints of the scope share: a single full bar would say nothing. Undefined when they have several. */
export function onlyValue({ values }: Ranking): ValueAmount | undefined {
  return values.length === 1 ? values[0] : undefined;
}
