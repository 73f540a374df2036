import type { MeasureId } from '../../domain/measure';

/** Condition that a complaint counts for a measure. Cost is summed over what is reported. */
export function measureCondition(measure: MeasureId): string {
  return measure === 'cost' ? 'is_reported' : `is_${measure}`;
}

/** What a measure adds up over the rows of its condition: complaints, or money. */
export function measureSum(measure: MeasureId): string {
  return measure === 'cost' ? 'sum(coalesce("cost", 0))' : 'count(*)';
}
