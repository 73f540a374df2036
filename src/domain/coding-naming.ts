import { Coder, type Coding, type CodingSource, type Rename, type Review, type Rule } from './coding';

/** A complaint as it was coded, beside what its file says. */
export interface CodedComplaint {
  readonly mode: string | null;
  readonly group: string | null;
  readonly part: string | null;
  readonly original: { readonly mode: string | null; readonly group: string | null; readonly part: string | null };
  readonly source: CodingSource | null;
  /** Ids of the rules that hold for it, the deciding one first. */
  readonly rules: readonly string[];
  /** Day of receipt, ISO; empty when it is not known. */
  readonly day: string;
}

/** Who or what gave a complaint the name of its failure, its group and its part. */
export interface Naming {
  readonly by: 'file' | 'rule' | 'review' | 'nobody';
  /** The file names the failure with a word that says nothing. */
  readonly vague: boolean;
  /** Rules that hold, the deciding one first, each with its number in the list (from 1). */
  readonly rules: readonly { readonly rule: Rule; readonly number: number }[];
  readonly disagree: boolean;
  /** Renames that lead from the name that was given to the one it has. */
  readonly renames: readonly Rename[];
  /** Where group and part come from if not from the file. */
  readonly group: 'file' | 'dictionary';
  readonly part: 'file' | 'rule' | 'review' | 'dictionary';
}

/**
 * Explains a code by the coding that gave it.
 * @param review what somebody had decided about the complaint when the coding was applied
 */
export function namingOf(coding: Coding, complaint: CodedComplaint, review: Review | undefined): Naming {
  const { original, source, day } = complaint;
  const coder = new Coder(coding);
  const rules = complaint.rules.flatMap((id) => {
    const at = coding.rules.findIndex((rule) => rule.id === id);
    const rule = coding.rules[at];
    return rule === undefined ? [] : [{ rule, number: at + 1 }];
  });
  const first = rules[0]?.rule;
  const by = byOf(source);
  const given = by === 'review' ? review?.mode : by === 'rule' ? first?.mode : original.mode;
  const givenPart = by === 'review' ? review?.part : by === 'rule' ? first?.part : '';
  const isGiven = (by === 'review' || by === 'rule') && givenPart !== '' && givenPart === complaint.part;
  return {
    by,
    vague: original.mode !== null && coder.named([original.mode]).length === 0,
    rules,
    disagree: source === 'rules_disagree',
    renames: given ? coder.renamesOf(given, day) : [],
    group: complaint.group === original.group ? 'file' : 'dictionary',
    part: isGiven ? by : complaint.part === original.part ? 'file' : 'dictionary',
  };
}

function byOf(source: CodingSource | null): Naming['by'] {
  if (source === 'review') return 'review';
  if (source === 'rule' || source === 'rules_disagree') return 'rule';
  return source === null ? 'nobody' : 'file';
}
