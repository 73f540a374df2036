import type { Ranking } from '../../analysis/trends';
import { type Scope, valuesOf } from '../../domain/scope';

/** The one value that the scope leaves of a dimension: a single full bar would say nothing. */
export function fixedValue(
  scope: Scope,
  { dimension, values }: Ranking,
): { readonly value: string | null } | undefined {
  const wanted = valuesOf(scope, dimension);
  const [only] = values;
  return wanted?.length === 1 && values.length === 1 && only !== undefined ? { value: only.value } : undefined;
}
