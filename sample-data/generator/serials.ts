import type { Batch } from './production';

/** Number of a unit, from 1 within its batch: `SN24051N01400790`. */
export function serialOf({ batchNo }: Pick<Batch, 'batchNo'>, unit: number): string {
  return `SN${batchNo.slice(1).replaceAll('-', '')}${String(unit).padStart(5, '0')}`;
}
