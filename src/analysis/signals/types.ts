import type { MeasureId } from '../../domain/measure';
import type { Scope } from '../../domain/scope';

/**
 * What slices are made of: one attribute, or two at once. Known ones are `model`; `batch_no`, `build_week`, `plant`, `line`, `shift` of the
 * batch register; `lot_no`, `supplier` of what was built in; `carrier`, `warehouse`, `packaging_version` of the shipments; `region` and
 * `channel`; anything else is a column of the complaints.
 */
export type SliceDimension = readonly string[];

export interface SignalsQuestion {
  readonly scope: Scope;
  readonly measure: MeasureId;
  /** Undefined: those of the default list that the data have. */
  readonly dimensions?: readonly SliceDimension[];
}

/** Slices tested so far, of all. */
export interface ScanProgress {
  readonly done: number;
  readonly total: number;
}

export interface ScanOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ScanProgress) => void;
}

/** The column whose values are the failure modes; null where the files name no failure at all and all complaints are one mode. */
export type ModeField = 'failure_mode' | 'failure_group' | 'failure_part' | null;

/**
 * What a slice is measured against.
 * - `ageStandardised`: units of its batches, each weighed by what its model and age let expect; against all other units.
 * - `proportion`: its share in the mode against its share in all complaints about the same models; there is no denominator.
 * - `ownPast`: the latest complete months against all before, at equal age; a model is never compared with other models.
 */
export type SliceBasis = 'ageStandardised' | 'proportion' | 'ownPast';

/** Whose claims by age the expected counts of a mode come from: as narrow as the number of complaints allows. */
export type ExpectedFrom = 'model' | 'family' | 'all';

/** A month of the slice; the sparkline. */
export interface MonthCount {
  /** First day, ISO. */
  readonly month: string;
  /** Complaints of the slice; fractional where only a share of a batch belongs to it. */
  readonly n: number;
  /** What the rest of the mode, at equal model and age, would have brought in the same month. */
  readonly expected: number;
}

/** Why a slice stands out, in one sentence: a code and its numbers. Shares are 0…1. */
export type Why =
  /** It holds `exposureShare` of what could be expected, and `claimShare` of the complaints of the mode. */
  | { readonly code: 'moreThanRest'; readonly exposureShare: number; readonly claimShare: number }
  /** `share` of the mode's complaints have it, and `usualShare` of all complaints about the same models. */
  | { readonly code: 'overRepresented'; readonly share: number; readonly usualShare: number }
  /** From `since` on (ISO day) the rate is higher than it was at equal age in the `months` before. */
  | { readonly code: 'moreThanBefore'; readonly since: string; readonly months: number };

/** The complaints behind a signal, as far as a scope of complaints can say it. */
export interface SignalRows {
  /** Opens on the complaints screen; the period and mode are part of it. */
  readonly scope: Scope;
  /**
   * - `exact`: these are the complaints of the slice.
   * - `batches`: complaints of the batches that have a part in it; not each of them need belong to it.
   */
  readonly kind: 'exact' | 'batches';
  /** Batches with a part in it and at least one complaint of the mode; `named` of them are in the scope, those with the most complaints. */
  readonly batches?: { readonly named: number; readonly all: number };
}

/** Another slice of the same mode whose complaints are mostly those of the leading one, or that only stands out because of it. */
export interface AlsoSeenIn {
  readonly id: string;
  readonly dimension: SliceDimension;
  readonly values: readonly string[];
  readonly n: number;
  readonly expected: number;
  readonly ratio: number | null;
  readonly q: number;
  /** Share of its complaints that are the leading slice's too, 0…1; most of the others are those of other leading slices. */
  readonly overlap: number;
  readonly rows: SignalRows;
}

/** A slice with more complaints of a mode than the rest lets expect. */
export interface Signal {
  /** The same slice has the same id after every import. */
  readonly id: string;
  readonly modeField: ModeField;
  /** Null: all complaints, where no failure is named. */
  readonly mode: string | null;
  readonly dimension: SliceDimension;
  /** One for each attribute of the dimension. Empty for the time test of a mode as a whole. */
  readonly values: readonly string[];
  readonly basis: SliceBasis;
  readonly n: number;
  /** What the rest's rate lets expect here; that of the whole, where the rest has none. Above 0. */
  readonly expected: number;
  /** Rate of the slice ÷ rate of the rest (`proportion`: complaints of the mode per complaint of any). Null: the rest has none at all. */
  readonly ratio: number | null;
  /** 95 %; the upper bound null where there is none. */
  readonly low: number;
  readonly high: number | null;
  /** One-sided, of as many or more by chance alone. */
  readonly p: number;
  /** p corrected over everything that was scanned (Benjamini & Hochberg); of what passes, views of the same complaints count once. */
  readonly q: number;
  /** Lower 95 % bound of log₂((n + ½) ÷ (expected + ½)). */
  readonly ic025: number;
  /** Scatter between batches of this mode over that of chance; above 1.5 the test is widened by it. 1 where it cannot be told. */
  readonly dispersion: number;
  readonly widened: boolean;
  /** Log-likelihood gained by giving the slice its own rate. */
  readonly evidence: number;
  /** Share of its complaints that are major, critical or about safety, 0…1. */
  readonly severeShare: number;
  /** Complaints about safety among them. */
  readonly safety: number;
  /**
   * What the list is sorted by: √(evidence × complaints above what is expected), so that neither certainty nor size leads alone, times 1 + the
   * share of the mode's complaints that are severe.
   */
  readonly rank: number;
  /** First complete month (ISO, its first day) at whose end the slice would have been seen; null where only later months tell. */
  readonly firstAlarm: string | null;
  readonly months: readonly MonthCount[];
  readonly why: Why;
  readonly rows: SignalRows;
  readonly also: readonly AlsoSeenIn[];
}

/** A failure mode as the scan saw it. */
export interface ScannedMode {
  readonly mode: string | null;
  /** Complaints in scope and window. */
  readonly n: number;
  /** Those whose batch is known and has units. */
  readonly traced: number;
  readonly dispersion: number;
  readonly expectedFrom: ExpectedFrom;
}

/** A failure mode with too few complaints to scan: the Safety watch shows each one that matters. */
export interface TooFew {
  readonly mode: string;
  readonly n: number;
  readonly safety: number;
  readonly scope: Scope;
}

/** A dimension that was looked through. */
export interface ScannedDimension {
  readonly dimension: SliceDimension;
  readonly basis: SliceBasis;
  /** Values, and values × modes: the number of tests. */
  readonly values: number;
  readonly slices: number;
}

/** Why a dimension was not looked through, as a code; `dataset` and `field` say what would unlock it. */
export interface MissingDimension {
  readonly dimension: SliceDimension;
  readonly reason: /** No file of this dataset is here. */
    | 'noDataset'
    /** The column is empty or absent in it. */
    | 'noColumn'
    /** No complaint could be traced to a batch that has units. */
    | 'notTraced'
    /** Shipments carry the region or channel of a warehouse or dealer, not of the user. */
    | 'notEndCustomer'
    /** One value only: there is no rest to compare with. */
    | 'oneValue'
    /** More values than can be looked through. */
    | 'tooManyValues'
    /** Fewer than the complete months that a comparison with the past takes. */
    | 'tooFewPeriods';
  readonly dataset?: 'batch' | 'shipment' | 'consumption' | 'material_lot' | 'complaint';
  readonly field?: string;
}

/** No-reason returns whose stated reason or text names a fault. */
export interface HiddenFault {
  readonly mode: string;
  readonly n: number;
  /** Of all no-reason returns in scope. */
  readonly share: number;
  readonly months: readonly { readonly month: string; readonly n: number }[];
  /** The complaints themselves, by number; cut at 300. */
  readonly scope: Scope;
}

export interface HiddenFaults {
  /** No-reason returns in scope and window, and those of them that name a fault. */
  readonly returns: number;
  readonly naming: number;
  /** Most frequent first. */
  readonly modes: readonly HiddenFault[];
}

/** Where the denominators come from. */
export interface ScanExposure {
  /** Units: `shipped`, else `built` (quantity of the batch register), else `none`: only proportions are compared. */
  readonly units: 'shipped' | 'built' | 'none';
  /** Why there are none. */
  readonly why?: 'noBatches' | 'noQuantities' | 'scopeWithoutExposure';
  readonly batches: number;
  /** Complaints of all scanned modes, those traced to a batch with units, and those of them traced by serial number. */
  readonly complaints: number;
  readonly traced: number;
  readonly bySerial: number;
}

/** The time looked at: half-open ISO days. Months that are not over take no part. */
export interface ScanWindow {
  readonly from: string;
  readonly until: string;
  /** There is no complete month yet: everything up to the as-of date was taken. */
  readonly provisional: boolean;
}

export interface Signals {
  readonly question: SignalsQuestion;
  /** Highest rank first; each leads what else is seen of it. */
  readonly signals: readonly Signal[];
  readonly modeField: ModeField;
  readonly modes: readonly ScannedMode[];
  /** Most frequent first, at most 500 of `tooFewTotal`. */
  readonly tooFew: readonly TooFew[];
  readonly tooFewTotal: number;
  readonly hidden: HiddenFaults;
  readonly scanned: readonly ScannedDimension[];
  readonly missing: readonly MissingDimension[];
  /** Tests that q corrects for. */
  readonly tests: number;
  readonly exposure: ScanExposure;
  /** Undefined: no complaint in scope has a time. */
  readonly window?: ScanWindow;
  readonly sql: readonly string[];
}

export interface FunnelQuestion {
  readonly scope: Scope;
  readonly measure: MeasureId;
  readonly mode: string | null;
  readonly dimension: SliceDimension;
}

/** One value of a dimension: what it had against what all of the mode lets expect of it. */
export interface FunnelPoint {
  readonly values: readonly string[];
  /** Units that belong to it, shares of batches added up; by `proportion`, complaints of any mode. */
  readonly units: number;
  /** Exposure: expected complaints at the rate of the whole, at equal model and age. Above 0. */
  readonly expected: number;
  readonly n: number;
  /** n ÷ expected. */
  readonly ratio: number;
  readonly rows: SignalRows;
}

/** Limits of ratio at an expected count, exact Poisson around 1 (Spiegelhalter 2005). */
export interface FunnelLimit {
  readonly expected: number;
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
}

export interface Funnel {
  readonly question: FunnelQuestion;
  /** Largest ratio first; empty where the answer is `missing`. */
  readonly points: readonly FunnelPoint[];
  /** Rising `expected`, from the smallest point to the largest; what the limit lines are drawn through. */
  readonly limits: readonly FunnelLimit[];
  readonly missing?: MissingDimension;
  readonly basis: SliceBasis;
  /** Scatter between batches over that of chance, where the limits are widened by it: above 1.5. */
  readonly dispersion?: number;
  readonly window?: ScanWindow;
  readonly sql: readonly string[];
}
