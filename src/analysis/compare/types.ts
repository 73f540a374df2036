import type { Dataset } from '../../domain/columns';
import type { MeasureId } from '../../domain/measure';
import type { Predicate, Scope } from '../../domain/scope';
import type { MissingDimension } from '../signals/types';

export interface CompareQuestion {
  /** The complaints that are asked about. */
  readonly scope: Scope;
  /** What they are compared with; undefined: all other complaints of the measure. Complaints of both scopes count in the first alone. */
  readonly rest?: Scope;
  readonly measure: MeasureId;
}

/**
 * What complaints are compared by.
 * - `column`: values of a column of the complaints
 * - `month`: months of a time of the complaints
 * - `batch`: what their batch is or holds: register, lots and suppliers in it, ways of its shipments; one attribute or two at once
 */
export interface Attribute {
  readonly by: 'column' | 'month' | 'batch';
  /** Columns, or attributes of `SliceDimension`. */
  readonly names: readonly string[];
}

/** How often something occurs on one side. */
export interface SideShare {
  /** Complaints with it; fractional where only a share of a batch has it. */
  readonly n: number;
  /** Complaints of which the attribute is known. Above 0. */
  readonly of: number;
  /** n ÷ of. */
  readonly share: number;
}

/** A value that one side has more often than the other, beyond chance. */
export interface Difference {
  readonly attribute: Attribute;
  /** One for each name of the attribute; of a month its first day, ISO. */
  readonly values: readonly string[];
  /** Where the unit is from, or what was said and decided of the complaint, which is rarely a cause. */
  readonly about: 'origin' | 'complaint';
  readonly a: SideShare;
  readonly b: SideShare;
  /** The complaints asked about have it more often. */
  readonly more: boolean;
  /** Share among a ÷ share among b; null: b has none. 95 % interval, its upper end null where there is none. */
  readonly ratio: number | null;
  readonly low: number;
  readonly high: number | null;
  /** Two-sided; Fisher's exact test, or the score test where batches have it by shares. */
  readonly p: number;
  /** p corrected over all tests (Benjamini & Hochberg). */
  readonly q: number;
  /** Log-likelihood gained by two shares instead of one; what the list is sorted by. */
  readonly evidence: number;
  /** Narrows complaints to it. Of `batch` attributes: those of the batches that have a part in it. */
  readonly predicate: Predicate;
  /** Of `batch` attributes: how many of the batches with it and complaints of a the predicate names. */
  readonly batches?: { readonly named: number; readonly all: number };
  /** Complaints of a per unit with it ÷ per unit without it, at equal model and age; where units are known. */
  readonly rate?: { readonly ratio: number | null; readonly low: number; readonly high: number | null };
}

/** An attribute that was looked at. */
export interface ComparedAttribute {
  readonly attribute: Attribute;
  /** Tests, and differences among them. */
  readonly values: number;
  readonly different: number;
  /** Share of complaints of which it is known, 0…1. */
  readonly filledA: number;
  readonly filledB: number;
}

/** An attribute that was not looked at. */
export interface LeftOut {
  readonly attribute: Attribute;
  readonly reason: /** The sides differ in it because they were chosen by it. */
    | 'defines'
    /** It follows from what the sides were chosen by. */
    | 'goesWith'
    | 'person'
    | 'identifier'
    | 'prose'
    | 'number'
    /** Empty on one side. */
    | 'blank'
    | MissingDimension['reason'];
  readonly dataset?: Dataset;
  readonly field?: string;
}

export interface Comparison {
  readonly question: CompareQuestion;
  /** Complaints of each side, and those in both scopes. */
  readonly a: number;
  readonly b: number;
  readonly shared: number;
  /** Fewer than can be compared. */
  readonly tooFew?: 'a' | 'b';
  /** Most evidence first. */
  readonly differences: readonly Difference[];
  readonly attributes: readonly ComparedAttribute[];
  readonly left: readonly LeftOut[];
  /** Tests that q corrects for. */
  readonly tests: number;
  /** Where the units of `rate` come from. */
  readonly units: 'shipped' | 'built' | 'none';
  readonly sql: readonly string[];
}
