import type { Dimension } from '../../data/queries/breakdown';
import type { ChartKind, RuleId } from '../../domain/control';
import type { Measure, NoRate } from '../../domain/measure';
import type { Grain } from '../../domain/period';
import type { Scope } from '../../domain/scope';
import type { ChangeEntry } from '../changes';

/*
 * The control chart of a measure over a scope, as screen, table, report and facade show it. Days are ISO `YYYY-MM-DD`; ranges of days are
 * half-open. Numbers are unrounded, and never NaN or Infinity: what cannot be computed is null, with a code that says why.
 */

/** Time that the periods are made of. By `occurred_at` recent periods still grow, so they stay provisional until 95 % are reported. */
export type SeriesTime = 'received_at' | 'occurred_at';

/**
 * What a share is a share of. `examined`: confirmed complaints among those that were examined, of all that are reported. `complaints`: the
 * complaints of the scope among all of the same measure, that is without what the scope says about the complaint itself (failure mode …).
 */
export type ShareOf = 'examined' | 'complaints';

export interface SeriesQuestion {
  readonly scope: Scope;
  /** Rates per 1000 shipped where `per` is 'shipped' and they are known; else counts. */
  readonly measure: Measure;
  /** A share instead of a rate or count: p or p′ chart. Not for money. */
  readonly share?: ShareOf;
  /** Small multiples: a chart for each of the most frequent values, and one for all others together. */
  readonly by?: Dimension;
  /** Months if not said. */
  readonly grain?: Grain;
  /** Received if not said. */
  readonly time?: SeriesTime;
  /** Chosen by the data if not said, or if the data cannot give it (`Choice.refused` then says why). */
  readonly chart?: ChartKind;
  /** Days that limits are taken from; the first complete periods if not said. It belongs to the phase in which it begins. */
  readonly baseline?: { readonly from: string; readonly until: string };
  /** Days on which a new phase begins: the first whole period from then on has new limits. Never set by themselves. */
  readonly phases?: readonly string[];
  /** The workspace's setting, else 1 and 2, if not said. */
  readonly rules?: readonly RuleId[];
}

export interface SeriesAnswer {
  /** What was asked, with what was not said filled in: an answer may outlive its question on screen. */
  readonly question: SeriesQuestion & Required<Pick<SeriesQuestion, 'grain' | 'time' | 'rules'>>;
  /** One; or with `by` one for each value, most frequent first, then that of the rest. Empty only where there are no complaints with a time. */
  readonly charts: readonly SeriesChart[];
  /** Why there are no rates although they were asked for. */
  readonly noRate?: NoRate;
  /** Time by which completeness was measured; only by `occurred_at`. */
  readonly delay?: Delay;
  readonly asOf?: string;
  readonly sql: readonly string[];
}

/** What one chart is about. */
export type Panel =
  | { readonly kind: 'all' }
  | { readonly kind: 'value'; readonly dimension: Dimension; readonly value: string | null }
  /** All other values together. */
  | { readonly kind: 'rest'; readonly dimension: Dimension };

export interface SeriesChart {
  readonly panel: Panel;
  /** Rows behind the whole chart: the question's scope, narrowed to the panel. A point narrows it to its days (`from`, `until`) of the question's `time`. */
  readonly scope: Scope;
  readonly choice: Choice;
  readonly unit: Unit;
  /** Complaints (or money) of all its periods, and their denominator: units shipped, complaints; null without one. */
  readonly n: number;
  readonly size: number | null;
  /** Quality complaints among them that nobody has judged yet. */
  readonly unjudged: number;
  /** Complaints that no point counts: without that time, occurred before the first receipt, or older than the latest 400 periods. */
  readonly undated: number;
  /** Oldest first. Periods; of g and t charts events, each with the time since the one before. */
  readonly points: readonly SeriesPoint[];
  /** At least one; in order. */
  readonly phases: readonly Phase[];
  /** Oldest first. */
  readonly violations: readonly Violation[];
  /** Of a chart of events: what has passed since the last one, which is no point yet. */
  readonly since?: { readonly from: string; readonly value: number };
  readonly early: EarlyWarning;
  readonly seasonality: Seasonality;
  readonly change: ChangeSearch;
}

/** perThousand: events per 1000 shipped; share: 0…1; unitsBetween, daysBetween: from one event to the next (days with fractions); moneyPerThousand per 1000 shipped. */
export type Unit = 'perThousand' | 'share' | 'count' | 'money' | 'moneyPerThousand' | 'unitsBetween' | 'daysBetween';

/** Which chart, and why. */
export interface Choice {
  readonly chart: ChartKind;
  readonly why: ChoiceReason;
  /** Others that these data can give, for the picker; `chart` is among them. */
  readonly offered: readonly ChartKind[];
  /** The asked chart that these data cannot give; `why` then tells of the one that is shown. */
  readonly refused?: ChartKind;
  /** How much more than by chance the points of the baseline scatter (Laney); of u and p charts. */
  readonly sigmaZ: number | null;
  /** Events of a period of the baseline, on average; null without complete periods, and of money. */
  readonly perPeriod: number | null;
}

export type ChoiceReason =
  | { readonly code: 'asked' }
  /** Money: single amounts. */
  | { readonly code: 'money' }
  | { readonly code: 'exposureKnown' }
  /** σz of the baseline is above `limit`: limits are widened by it. */
  | { readonly code: 'overdispersed'; readonly sigmaZ: number; readonly limit: number }
  | { readonly code: 'share' }
  /** Counts were asked for; rates are possible or not. */
  | { readonly code: 'countsAsked'; readonly ratesPossible: boolean }
  | { readonly code: 'exposureUnknown'; readonly noRate: NoRate }
  /** Most complaints fall into periods in which nothing was shipped (one giant batch …): rates would be empty. */
  | { readonly code: 'exposureSparse'; readonly periods: number; readonly withExposure: number }
  /** Events are too rare for limits by period: fewer than `limit` a period. */
  | { readonly code: 'rare'; readonly perPeriod: number; readonly limit: number };

export interface SeriesPoint {
  /** First day of the period; of charts of events the day of the event. */
  readonly from: string;
  /** Day after the last one. */
  readonly until: string;
  /** Complaints, or money; 1 of charts of events. */
  readonly n: number;
  /** Units shipped, or complaints that a share is of; null where there is no denominator. */
  readonly size: number | null;
  /** In the chart's unit; null where it cannot be given: see `flag`. */
  readonly value: number | null;
  /** 95 % interval of the value (Garwood for rates and counts, Wilson for shares); null where there is none. */
  readonly interval: Bounds | null;
  /** Two-sided probability of a value so far from the centre, by the same method as the interval: below 0.05 exactly when that excludes the centre. Null of a centre of 0. */
  readonly p: number | null;
  /** Of its phase; null without limits. Of g and t charts what half of the gaps lie below, and the centre of the transformed times. */
  readonly center: number | null;
  /** Limits at this point's denominator; the lower is null where it would be 0 or less, the upper of a share where it would be 1 or more. */
  readonly upper: number | null;
  readonly lower: number | null;
  /** The other limits: of u′ and p′ without σz, of u and p with it where σz is above 1.2, of g by three sigma. */
  readonly other?: { readonly upper: number | null; readonly lower: number | null };
  /** Distance from the centre in sigmas, that rules run on; null where they don't. */
  readonly z: number | null;
  /** Place in `phases`. */
  readonly phase: number;
  /** Limits were taken from it. */
  readonly inBaseline: boolean;
  /** Why it takes no part in limits and rules, or is otherwise not what it seems; absent of an ordinary point. */
  readonly flag?: PointFlag;
  /** Share of its complaints that are reported by now; only by `occurred_at`. */
  readonly completeness?: number;
  /** What the table says of it. */
  readonly verdict: PointVerdict;
  /** Places in `violations` that cover it. */
  readonly violations: readonly number[];
}

export type Bounds = readonly [low: number, high: number];

/**
 * provisional: the data do not reach its end, or less than 95 % is reported; partial: the scope or the data begin or end within it;
 * noExposure: nothing shipped (no complaints that a share could be of) and no claims; claimsWithoutExposure: claims, but nothing shipped.
 */
export type PointFlag = 'provisional' | 'partial' | 'noExposure' | 'claimsWithoutExposure';

/** 'violation': one of its patterns ends or runs through here; 'noLimits': nothing to judge it by. */
export type PointVerdict = 'inControl' | 'violation' | 'noLimits' | PointFlag;

/** A stretch with one centre. */
export interface Phase {
  /** Day from which it holds; that of the first point for the first one. */
  readonly from: string;
  /** Places of its first and its last point; null where it has none. */
  readonly points: readonly [first: number, last: number] | null;
  readonly baseline: Baseline;
  readonly limits: Limits;
}

export interface Baseline {
  /** picked: by a person; first: the first complete points; carriedOn: too few (`complete`) of its own, so the phase goes on with the limits before it. */
  readonly how: 'picked' | 'first' | 'carriedOn';
  /** Days that it spans; null without points. */
  readonly from: string | null;
  readonly until: string | null;
  /** Points that the limits come from, events (money) and denominator in them. */
  readonly points: number;
  readonly n: number;
  readonly size: number | null;
  /** Complete points of this phase. */
  readonly complete: number;
  /** Fewer than 12: limits may be wide or narrow by luck. */
  readonly short: boolean;
}

export type Limits =
  | {
      readonly known: true;
      /** In the chart's unit. */
      readonly center: number;
      /** u′ and p′: the factor that the limits were widened by, else null. */
      readonly sigmaZ: number | null;
      /**
       * shewhart: three sigma. noEventsBefore: the baseline has no event at all, so the upper limit is the count that chance would pass in
       * 0.135 % of periods, given both exposures. probability: 0.135 % on each side of the geometric distribution (g).
       */
      readonly method: 'shewhart' | 'noEventsBefore' | 'probability';
    }
  | { readonly known: false; readonly why: NoLimits };

/** `needed` and `found` are complete points with a value. */
export type NoLimits =
  | { readonly code: 'tooFewPoints'; readonly found: number; readonly needed: number }
  /** All points of the baseline are equal, so nothing is known of how they scatter. */
  | { readonly code: 'noVariation' };

export interface Violation {
  readonly rule: RuleId;
  /** Where it lies of the centre; of rule 3 whether it rises or falls; null of rules 4, 7 and 8. */
  readonly side: 'above' | 'below' | null;
  /** Whether that is bad news: more complaints, or less time between them. Null without a side. */
  readonly worse: boolean | null;
  /** Places of the first and last point that the pattern covers: one that goes on is one violation. */
  readonly points: readonly [first: number, last: number];
  /** Of them those that make the pattern, e.g. the two of three of rule 5. */
  readonly at: readonly number[];
  /** How many points it lasts. */
  readonly length: number;
  /** Greatest distance among them, in sigmas; null of rules 4, 7 and 8. */
  readonly z: number | null;
  readonly phase: number;
}

/** What finds a small lasting shift sooner than rules do; for experts. */
export interface EarlyWarning {
  /** λ 0.2, limits 3 sigma of the average. */
  readonly ewma: Watch | { readonly known: false; readonly why: NoWatch };
  /** Poisson, with exposure: set to a rate `shift` times the centre, and to at most 5 % false alarms a year. */
  readonly cusum: (Watch & { readonly shift: number }) | { readonly known: false; readonly why: NoWatch };
}

export interface Watch {
  readonly known: true;
  /** Aligned with the chart's points; null where a point takes no part. EWMA in the unit of z; CUSUM in events. */
  readonly values: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  /** CUSUM watches for worse only: all null. */
  readonly lower: readonly (number | null)[];
  /** Places of points that alarm; the first of them, null without. */
  readonly alarms: readonly number[];
  readonly first: number | null;
}

/** noLimits: no centre to watch from; noEvents: the baseline has none; notForThisChart: CUSUM of money, shares and charts of events. */
export type NoWatch = 'noLimits' | 'notForThisChart' | 'noEvents';

export type Seasonality =
  | {
      readonly known: true;
      /** Complete months that have the same one of the year before, oldest first. */
      readonly months: readonly SameMonth[];
      /** What a yearly curve with trend, learnt from the first 24 months, allows of later ones; null where it cannot be fitted. */
      readonly limit: SeasonalLimitLine | null;
    }
  | {
      readonly known: false;
      /** tooFewMonths: `found` complete ones; notByMonth: another grain; notForThisChart: money and charts of events. */
      readonly why:
        | { readonly code: 'tooFewMonths'; readonly found: number; readonly needed: number }
        | { readonly code: 'notByMonth' | 'notForThisChart' };
    };

export interface SameMonth {
  /** Place of the month, and of the same one a year before. */
  readonly point: number;
  readonly before: number;
  /** Rate now ÷ rate then (exact conditional test); null where nothing is known. */
  readonly ratio: number | null;
  /** 95 %; an end is null where it is open. */
  readonly interval: readonly [low: number | null, high: number | null];
}

export interface SeasonalLimitLine {
  /** Aligned with the chart's points, in its unit; null for the months that it was learnt from and those without exposure. */
  readonly expected: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly alarms: readonly number[];
}

/** Where the rate changed, if it did. */
export type ChangeSearch =
  | {
      readonly known: true;
      /** Oldest first; empty when one rate explains all points. */
      readonly changes: readonly RateChange[];
    }
  | { readonly known: false; readonly why: 'tooFewPoints' | 'noEvents' | 'notForThisChart' };

export interface RateChange {
  /** Place of the first point after the change, likeliest. */
  readonly point: number;
  /** First points after it that are nearly as likely (within 2 units of log likelihood). */
  readonly points: readonly [first: number, last: number];
  /** Days that those span: what began in them may be the cause. */
  readonly from: string;
  readonly until: string;
  /** In the chart's unit, from the change before and up to the next. */
  readonly before: number;
  readonly after: number;
  /** after ÷ before; null where there was nothing before. 95 % (exact; widened by σz² where the points scatter more than chance); an end is null where it is open. */
  readonly ratio: number | null;
  readonly interval: readonly [low: number | null, high: number | null];
  /** Entries of the change log within those days that may concern the chart's scope. */
  readonly entries: readonly ChangeEntry[];
}

/** Days from a failure to its report, measured from the data; what is reported after two years is left out. */
export interface Delay {
  /** Complaints with both times, received on or after the day of the failure. */
  readonly n: number;
  /** Days within which half, and 95 %, are reported; corrected for what has not come yet. */
  readonly median: number;
  readonly most: number;
}
