import type { MeasureId } from '../domain/measure';
import { VOCABULARIES, type Vocabulary } from '../domain/vocabulary';
import type { ComplaintRow } from './complaints';

/** Why a complaint is outside a measure. */
export type Reason =
  /** What a column says rules it out. */
  | { readonly kind: 'is'; readonly field: string; readonly value: string }
  /** Wear that is not a hardware fault within warranty. */
  | { readonly kind: 'ageing' }
  /** Nobody has judged its category, and no failure is named. */
  | { readonly kind: 'noFailure' }
  /** It would have to be a quality complaint first. */
  | { readonly kind: 'notQuality' }
  /** Nothing was found out yet. */
  | { readonly kind: 'noFinding' }
  | { readonly kind: 'notSafety' };

export interface Standing {
  readonly measure: MeasureId;
  readonly counts: boolean;
  readonly reasons: readonly Reason[];
}

/** Measures that count complaints; cost adds up what is reported. */
const COUNTED = ['reported', 'quality', 'confirmed', 'safety'] as const satisfies MeasureId[];

/**
 * In which measures a complaint counts, and why not in the others. The flags stored with the row decide; the reasons
 * retell the rules of `data/schema/derived` for one row.
 * @param stored columns that the workspace's complaints have
 */
export function standings(row: ComplaintRow, stored: ReadonlySet<string>): Standing[] {
  return COUNTED.map((measure) => {
    const counts = row[`is_${measure}`] === true;
    return { measure, counts, reasons: counts ? [] : REASONS[measure](row, stored) };
  });
}

type Reasons = (row: ComplaintRow, stored: ReadonlySet<string>) => Reason[];

const REASONS: Readonly<Record<(typeof COUNTED)[number], Reasons>> = {
  reported: (row) => ruledOut(row, 'category', (code) => NOT_COMPLAINTS.has(code)),
  quality: (row, stored) => [...outsideCategory(row, stored), ...outsideCause(row), ...notFound(row)],
  confirmed: (row) => {
    if (row.is_quality !== true) return [{ kind: 'notQuality' }];
    const found = ruledOut(row, 'finding', (code) => code !== 'confirmed');
    return found.length === 0 ? [{ kind: 'noFinding' }] : found;
  },
  safety: () => [{ kind: 'notSafety' }],
};

const NOT_COMPLAINTS: ReadonlySet<string> = new Set(['consultation', 'no_reason_return']);
const OF_PRODUCT: ReadonlySet<string> = new Set(['production_quality', 'quality_hazard', 'ageing']);
const FAILURE_COLUMNS = ['failure_mode', 'failure_group', 'failure_part'];

function outsideCategory(row: ComplaintRow, stored: ReadonlySet<string>): Reason[] {
  if (!stored.has('category')) return [];
  if (codeOf(row, 'category') !== undefined) return ruledOut(row, 'category', (code) => code !== 'product_quality');
  const named = FAILURE_COLUMNS.some((column) => typeof row[column] === 'string');
  return named ? [] : [{ kind: 'noFailure' }];
}

function outsideCause(row: ComplaintRow): Reason[] {
  if (codeOf(row, 'cause_class') === 'ageing') {
    const countsAnyway = row.in_warranty === true && row.fault_type === 'hardware';
    return countsAnyway ? [] : [{ kind: 'ageing' }];
  }
  return ruledOut(row, 'cause_class', (code) => !OF_PRODUCT.has(code));
}

function notFound(row: ComplaintRow): Reason[] {
  return ruledOut(row, 'finding', (code) => code === 'no_fault_found');
}

function ruledOut(row: ComplaintRow, field: Vocabulary, excludes: (code: string) => boolean): Reason[] {
  const code = codeOf(row, field);
  return code !== undefined && excludes(code) ? [{ kind: 'is', field, value: code }] : [];
}

/** The code in a column; undefined for blanks and words outside the vocabulary, which count as not judged. */
function codeOf(row: ComplaintRow, field: Vocabulary): string | undefined {
  const value = row[field];
  const codes: readonly string[] = VOCABULARIES[field];
  return typeof value === 'string' && codes.includes(value) ? value : undefined;
}
