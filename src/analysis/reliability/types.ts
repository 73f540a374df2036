import type { MeasureId } from '../../domain/measure';
import type { Scope } from '../../domain/scope';
import type { Interval } from '../../stats/poisson-interval';
import type { WeibullRefusal } from '../../stats/weibull';

/** Rows of the Nevada table: units by the month they were built, or left. */
export const COHORTS = ['ship', 'build'] as const;
export type CohortKind = (typeof COHORTS)[number];

/** Where the units come from: single serial numbers with their days; batches by day and quantity shipped; batches by quantity built. */
export const POPULATIONS = ['serial', 'shipment', 'batch'] as const;
export type PopulationKind = (typeof POPULATIONS)[number];

/** What age is counted from: `service` purchase or activation, `shipment` or `build`. The axis is named by it. */
export type AgeAxis = 'service' | 'shipment' | 'build';

/** When a claim happened: when it was received (complete as of any day), or when the fault occurred (reported late). */
export const CLOCKS = ['received', 'occurred'] as const;
export type Clock = (typeof CLOCKS)[number];

export interface ReliabilityQuestion {
  /** `cost` counts what is reported: claims are counted here, not money. */
  readonly measure: MeasureId;
  readonly scope: Scope;
  readonly cohort: CohortKind;
  /** Only claims of this failure mode; all of the scope if not given. */
  readonly mode?: string;
  /** Two populations within the scope, at equal age: first "before", then "after". */
  readonly compare?: readonly [Scope, Scope];
  /** Whole calendar months to forecast, 1 to 6; 3 unless given. */
  readonly months?: number;
  /** No claim is forecast beyond this age. */
  readonly warrantyMonths?: number;
  readonly clock?: Clock;
  /** Instead of the best that there is; the best is taken when the data do not have it. */
  readonly population?: PopulationKind;
}

/** Why nothing can be said of ages at all. */
export type NoAges =
  | { readonly reason: 'noComplaints' }
  /** Neither serial numbers with days, nor shipments, nor batches with quantity and day. */
  | { readonly reason: 'noUnits' }
  /** No complaint names a serial number, batch or day by which its units could be found. */
  | { readonly reason: 'untraceable' }
  /** Cohorts by build month need the day of production of batches. */
  | { readonly reason: 'noBuildDates' }
  /** The units are not known by this field of the scope (or of a compared one). */
  | { readonly reason: 'notInUnits'; readonly field: string }
  /** The scope holds no unit that has left until the data end. */
  | { readonly reason: 'emptyScope' };

/** Which units and claims the figures are of, and what was left out. */
export interface PopulationFacts {
  readonly kind: PopulationKind;
  readonly axis: AgeAxis;
  readonly units: number;
  /** Units of each kind of source in this scope (0 where it has none), so that the choice can be explained and changed. */
  readonly offered: Readonly<Record<PopulationKind, number>>;
  /** First and last day on which units left (were built), ISO. */
  readonly first: string;
  readonly last: string;
  /** Day up to which claims are known, included, ISO. */
  readonly asOf: string;
  /** Units that are in no figure, nor are their claims (`claims.outside`). */
  readonly leftOut: LeftOutUnits;
  readonly claims: ClaimFacts;
}

export interface LeftOutUnits {
  /** Of batches built before the shipments are listed: a part of each left unseen. */
  readonly cutOff: number;
  /** Shipped without a batch number, so that no claim can be known to be theirs. */
  readonly withoutBatch: number;
  /** Cohorts by build month: of batches without a day of production. */
  readonly withoutBuildDay: number;
}

/** How the claims of the question found their units; the counts of `by…` add up to `traced`. */
export interface ClaimFacts {
  /** Claims of the question, traced or not. */
  readonly all: number;
  /** Counted in the table and everything below it. */
  readonly traced: number;
  readonly bySerial: number;
  readonly byRange: number;
  readonly byBatch: number;
  /** By a day of the complaint itself, where it has no number. */
  readonly byDay: number;
  /** The column of that day; purchase stands for shipment where nothing better leads to a unit. Null when no claim needed it. */
  readonly dayColumn: 'shipped_at' | 'activated_at' | 'purchased_at' | 'produced_at' | null;
  /** No number and no day that leads to a unit. */
  readonly untraced: number;
  /** Their batch has no units here: it left before the shipments are listed, or is in no list. */
  readonly outside: number;
  /** Before their unit left (was built): ages below 0. A problem of the data, counted nowhere else. */
  readonly negative: number;
  /** traced ÷ (all − outside), null when that is 0. Rates here count traced claims only, so they are this much of the whole. */
  readonly tracedShare: number | null;
}

/** One cell of the Nevada table. */
export interface NevadaCell {
  readonly claims: number;
  /** Units × the share of the month that they have lived. */
  readonly exposure: number;
  /** Share of the cohort's units × days of this age that has been lived: 1 mature, below 1 not yet, grey. */
  readonly lived: number;
  readonly mature: boolean;
  /** Claims per 1000 units that lived the whole month; null without exposure. */
  readonly perThousand: number | null;
}

export interface NevadaRow {
  /** First day of the month, ISO. */
  readonly cohort: string;
  /** The complaints of the cohort, for the list: by batch number; null where there are too many batches, or none. */
  readonly scope: Scope | null;
  readonly units: number;
  readonly claims: number;
  /** One an age from 0; as many as the cohort's oldest unit has begun. */
  readonly cells: readonly NevadaCell[];
  /** Claims per 1000 units from age 0 to the end of each age; same length as `cells`, cut after the last age that is mature. */
  readonly cumulative: readonly CumulativePoint[];
}

/** Claims per 1000 units up to the end of an age, exact where all have lived it, else by Fay and Feuer's gamma interval. */
export interface CumulativePoint {
  /** Months lived when this age ends: 1 for age 0. */
  readonly months: number;
  readonly perThousand: number;
  readonly interval: Interval;
}

/** λ of one age over all cohorts, each by its exposure. */
export interface AgePoint extends CumulativePoint {
  readonly age: number;
  readonly claims: number;
  readonly exposure: number;
  /** Claims per 1000 units in this month of age, with its exact interval. */
  readonly rate: number;
  readonly rateInterval: Interval;
  /** Share of all units that has lived this age: below 0.05 the point is thin. */
  readonly lived: number;
  readonly thin: boolean;
}

/** One side of a comparison. */
export interface Side {
  readonly scope: Scope;
  readonly units: number;
  readonly claims: number;
  /** Claims ÷ units × 1000, whatever their age: what fools. */
  readonly crude: number | null;
  /** Mean months lived. */
  readonly meanMonths: number | null;
  readonly ages: readonly AgePoint[];
  /** Kaplan–Meier: share of units with a first claim by age. */
  readonly failed: readonly FailedPoint[];
}

export interface FailedPoint {
  /** Months. */
  readonly months: number;
  readonly atRisk: number;
  readonly failed: number;
  /** Share with a first claim until then, with its interval (log−log; null where it has none). */
  readonly share: number;
  readonly interval: Interval | null;
}

export type ComparisonVerdict = 'lower' | 'higher' | 'noDifference' | 'notEnough';

/** Second population ÷ first at equal age. */
export interface Comparison {
  readonly sides: readonly [Side, Side];
  /** Units in both scopes: they are on neither side. */
  readonly overlap: number;
  /** Ages that both have lived; only claims and exposure of these count in the ratio. */
  readonly ages: number;
  readonly claimsCompared: readonly [number, number];
  /** Age-stratified ratio; null when there is nothing to divide. The upper bound may be Infinity: null here. */
  readonly ratio: number | null;
  readonly interval: readonly [number, number | null] | null;
  readonly p: number | null;
  /** Mantel–Haenszel; or, with fewer than five claims on a side, the exact conditional test on expected claims. */
  readonly method: 'mantelHaenszel' | 'exact';
  /** The same by Poisson regression with a term for each age; null where it has no finite solution. */
  readonly regression: { readonly ratio: number; readonly interval: Interval; readonly p: number } | null;
  /** Claims ÷ units of both, divided; null when there is nothing to divide. */
  readonly crudeRatio: number | null;
  /** The crude ratio misleads: it is more than a tenth away from the one at equal age. */
  readonly crudeDiffers: boolean;
  /** Scatter between cohorts at equal age (Pearson X²/df); above 1.5 the interval is widened by its root. */
  readonly dispersion: number | null;
  readonly widened: boolean;
  readonly verdict: ComparisonVerdict;
  readonly logRank: { readonly chiSquare: number; readonly p: number } | null;
}

export type WeibullReason = WeibullRefusal | 'periodNarrowed';

/** Weibull model of the age at a unit's first claim. Times in months. */
export interface WeibullAnswer {
  readonly shape: number;
  readonly shapeInterval: Interval;
  readonly scale: number;
  readonly scaleInterval: Interval;
  readonly failures: number;
  /** Fewer than five failures: intervals are rough. */
  readonly few: boolean;
  /** By the interval of the shape: `early` below 1, `wear` above 1, else `random`. */
  readonly kind: 'early' | 'random' | 'wear';
  /** Age by which a tenth has failed. */
  readonly b10: { readonly months: number; readonly interval: Interval; readonly extrapolated: boolean };
  readonly fit: WeibullGoodness;
  /** Only some units can fail at all, the failing ones by a Weibull of their own; null unless that fits much better. */
  readonly limited: LimitedWeibull | null;
}

export interface WeibullGoodness {
  /** `badly`: chance alone would hardly do this, and the curve is more than a tenth of its height away somewhere. */
  readonly verdict: 'well' | 'badly' | 'unknown';
  /** Seen against fitted first claims by age (Pearson); null with too few ages. */
  readonly p: number | null;
  /** Largest distance between the seen and fitted share failed ÷ the largest share seen. */
  readonly gap: number;
  readonly points: readonly { readonly months: number; readonly seen: number; readonly fitted: number }[];
}

export interface LimitedWeibull {
  /** Share of the units that can fail. */
  readonly share: number;
  readonly shape: number;
  /** Months. */
  readonly scale: number;
  /** Improvement of 2 × log likelihood over the plain model. */
  readonly gain: number;
}

export interface ForecastMonth {
  /** ISO days: from ≤ day < until. */
  readonly from: string;
  readonly until: string;
  /** The rest of a month that has begun. */
  readonly rest: boolean;
  readonly expected: number;
  /** Prediction interval: whole claims. */
  readonly interval: Interval;
}

export interface Forecast {
  /** Null for all claims of the question; '' stands for claims that name no mode. */
  readonly mode: string | null;
  /** Claims behind it. */
  readonly claims: number;
  /** Empty when `why` says so. */
  readonly months: readonly ForecastMonth[];
  readonly total: { readonly expected: number; readonly interval: Interval } | null;
  /** Scatter of past months around the model; the interval is widened by it when above 1. */
  readonly dispersion: number | null;
  readonly why?: 'tooFewClaims' | 'periodNarrowed' | 'warrantyOver';
  /** The same model made three months ago, for the units that had left by then, against what came. */
  readonly backtest: Backtest | null;
}

export interface Backtest {
  /** ISO day: only claims and units until then were used. */
  readonly madeOn: string;
  readonly months: readonly (ForecastMonth & { readonly came: number })[];
  readonly expected: number;
  readonly interval: Interval;
  readonly came: number;
}

export interface ForecastSet {
  readonly all: Forecast;
  /** The most frequent modes, most claims expected first; empty when a mode was asked for or there is none. */
  readonly byMode: readonly Forecast[];
  /** Modes beyond these. */
  readonly modesLeftOut: number;
  /** Oldest age seen, months: from there on the last rate is held. */
  readonly oldestSeen: number;
  /** Share of the forecast that falls on ages not seen yet. */
  readonly beyondSeen: number;
  /** Always left out: units that leave after the as-of day, and claims that cannot be traced (their share). */
  readonly untracedShare: number | null;
  readonly warrantyMonths: number | null;
}

/** Days from the fault to its receipt, measured in the file and corrected for what has not been reported yet. */
export interface ReportingDelay {
  /** Complaints with both times, in order. */
  readonly complaints: number;
  /** Complaints of the months below that were received before they occurred: left out. */
  readonly negative: number;
  /** Share reported within 0, 1, 2 … days: rises to 1. */
  readonly reported: readonly number[];
  /** Days by which half, and 95 %, are reported. */
  readonly median: number;
  readonly most: number;
  /** Last months of occurrence, oldest first. */
  readonly months: readonly DelayMonth[];
}

export interface DelayMonth {
  readonly month: string;
  readonly seen: number;
  /** Share of the month's claims that has been reported; below 0.95 the month is provisional. */
  readonly completeness: number;
  readonly provisional: boolean;
  /** What the days of the month until the as-of day will come to; null where too little is reported to say. */
  readonly expected: number | null;
}

export interface ReliabilityAnswer {
  readonly known: true;
  readonly question: ReliabilityQuestion;
  readonly population: PopulationFacts;
  readonly nevada: readonly NevadaRow[];
  readonly ages: readonly AgePoint[];
  readonly failed: readonly FailedPoint[];
  readonly weibull: WeibullAnswer | { readonly why: WeibullReason; readonly failures: number };
  readonly forecast: ForecastSet;
  readonly comparison: Comparison | null;
  readonly delay: ReportingDelay | null;
  /** Failure modes of the scope, most claims first, to choose from. */
  readonly modes: readonly { readonly mode: string; readonly claims: number }[];
  readonly sql: readonly string[];
}

/** Everything about ages, or why there is nothing. The delay needs no units. */
export type Reliability =
  | ReliabilityAnswer
  | {
      readonly known: false;
      readonly question: ReliabilityQuestion;
      readonly why: NoAges;
      readonly delay: ReportingDelay | null;
      readonly sql: readonly string[];
    };
