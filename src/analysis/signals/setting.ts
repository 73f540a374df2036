import { type SliceComplaints, sliceModes } from '../../data/queries/slices';
import type { Source } from '../view';
import { type BatchDimension, batchDimension } from './batch-slices';
import { ComplaintCounts, complaintDimension } from './complaint-slices';
import { Reacher } from './dimensions';
import { type Factory, readFactory } from './factory';
import { type Months, monthsOf } from './lived';
import { type GraveCells, type Ground, ModeScan } from './mode-scan';
import type { Pause } from './pause';
import { complaintsOf, modeFieldOf, readCells, windowOf } from './scan-setting';
import { FEWEST_MONTHS, type Product } from './time-slices';
import type {
  MissingDimension,
  ModeField,
  ScannedDimension,
  ScanWindow,
  SignalsQuestion,
  SliceDimension,
  TooFew,
} from './types';

/** Modes with fewer complaints are not scanned. */
const FEWEST_OF_MODE = 10;
/** Modes scanned, and modes listed without a scan. */
const MOST_MODES = 500;
const MOST_FEW = 500;

/** Everything that a scan looks through, for one mode after the other. */
export interface Setting {
  readonly window: ScanWindow;
  readonly months: Months;
  readonly modeField: ModeField;
  readonly complaints: SliceComplaints;
  readonly factory: Factory;
  readonly modes: readonly ScanMode[];
  readonly few: readonly Omit<TooFew, 'scope'>[];
  readonly fewTotal: number;
  readonly batches: readonly BatchDimension[];
  readonly counts: readonly ComplaintCounts[];
  readonly products: readonly Product[];
  readonly missing: readonly MissingDimension[];
  readonly bySerial: number;
  readonly sql: readonly string[];
}

/** A failure mode with its complaints; `scan` is absent where none could be traced to a batch with units. */
export interface ScanMode {
  readonly mode: string | null;
  readonly n: number;
  readonly scan?: ModeScan;
}

interface ModeRow {
  readonly mode: string;
  readonly n: number;
  readonly safety: number;
  readonly modes: number;
}

/**
 * Reads what a scan needs; undefined while no complaint in scope has a time.
 * @param only the mode to look at, whatever its number; otherwise all with enough complaints
 */
export async function readSetting(
  source: Source,
  question: SignalsQuestion,
  dimensions: readonly SliceDimension[],
  pause: Pause,
  { only, signal }: { readonly only?: { readonly mode: string | null }; readonly signal?: AbortSignal },
): Promise<Setting | undefined> {
  const window = windowOf(source, question);
  if (window === undefined) return undefined;
  const modeField = modeFieldOf(source);
  const complaints = complaintsOf(source, question, window);
  const months = monthsOf(window.from, window.until);
  const modesSql = sliceModes(complaints, MOST_MODES + MOST_FEW);
  const [counted, factory] = await Promise.all([
    only === undefined
      ? source.run<ModeRow>(modesSql, { signal })
      : [{ mode: only.mode ?? '', n: FEWEST_OF_MODE, safety: 0, modes: 1 }],
    readFactory(source, question.scope, window.until, signal),
  ]);
  const isScanned = ({ n }: ModeRow, at: number) => n >= FEWEST_OF_MODE && at < MOST_MODES;
  const modes = counted.filter(isScanned).map(({ mode, n }) => ({ mode: modeField === null ? null : mode, n }));
  const few = modeField === null ? [] : counted.filter((one, at) => !isScanned(one, at)).slice(0, MOST_FEW);
  const cells = await readCells(source, complaints, factory, modes, months, signal);
  const reached = await reach(source, dimensions, { complaints, factory, months, modes, cells }, pause, signal);
  const scans: ScanMode[] = [];
  for (const [at, mode] of modes.entries()) {
    await pause();
    const own = cells.byMode[at];
    const isTraced = cells.ground !== undefined && own !== undefined && own.n.length > 0;
    scans.push(isTraced ? { ...mode, scan: new ModeScan(own, cells.ground) } : mode);
  }
  return {
    window,
    months,
    modeField,
    complaints,
    factory,
    modes: scans,
    few: few.map(({ mode, n, safety }) => ({ mode, n, safety })),
    fewTotal: modeField === null ? 0 : (counted[0]?.modes ?? 0) - modes.length,
    ...reached,
    bySerial: cells.bySerial,
    sql: [...(only === undefined ? [modesSql] : []), ...factory.sql, ...cells.sql, ...reached.sql],
  };
}

interface Ready {
  readonly complaints: SliceComplaints;
  readonly factory: Factory;
  readonly months: Months;
  readonly modes: readonly ScanMode[];
  readonly cells: { readonly byMode: readonly GraveCells[]; readonly ground: Ground | undefined };
}

/** How each dimension can be looked through, or why not. */
async function reach(
  source: Source,
  dimensions: readonly SliceDimension[],
  { complaints, factory, months, modes, cells }: Ready,
  pause: Pause,
  signal?: AbortSignal,
) {
  const reacher = new Reacher(source, factory, complaints.until, signal);
  const isTraced = cells.ground !== undefined && cells.byMode.some(({ n }) => n.length > 0);
  const batches: BatchDimension[] = [];
  const counts: ComplaintCounts[] = [];
  const products: Product[] = [];
  const missing: MissingDimension[] = [];
  const sql: string[] = [];
  const names = modes.map(({ mode }) => mode);
  for (const dimension of dimensions) {
    await pause();
    const way = await reacher.reach(dimension);
    const lacks = (reason: MissingDimension['reason']) => missing.push({ dimension, reason });
    if (way.by === 'missing') missing.push({ dimension, ...way.why });
    else if (way.by === 'complaints') {
      const found = await complaintDimension(source, complaints, way, names, factory.models, signal);
      if (found === undefined) lacks('tooManyValues');
      else if (found.values.length < 2) lacks('oneValue');
      else {
        const own = new ComplaintCounts(found, months, modes.length, factory.models.length);
        own.settle();
        counts.push(own);
      }
      sql.push(...(found?.sql ?? []));
    } else if (!isTraced) lacks('notTraced');
    else if (way.by === 'batches') batches.push(batchDimension(dimension, way.membership));
    else if (months.count < FEWEST_MONTHS) lacks('tooFewPeriods');
    else products.push(...productsOf(dimension, factory));
  }
  return { batches, counts, products, missing, sql: [...reacher.sql, ...sql] };
}

function productsOf(dimension: SliceDimension, { models, kin, batches }: Factory): Product[] {
  if (dimension.length === 0) return [{ dimension, values: [], has: () => true }];
  if (dimension[0] === 'model')
    return models.map((name, place) => ({ dimension, values: [name], has: (b) => kin.modelOf[b] === place }));
  const families = [...new Set(batches.flatMap(({ family }) => family ?? []))];
  return families.map((name) => ({ dimension, values: [name], has: (b) => batches[b]?.family === name }));
}

/** Values of every dimension that is looked through: one test for each mode. */
export function scannedIn({ batches, counts, products, modes, factory }: Setting): ScannedDimension[] {
  const ofBatches = factory.units === 'none' ? 'proportion' : 'ageStandardised';
  const all: Omit<ScannedDimension, 'slices'>[] = [
    ...batches.map(
      ({ dimension, membership }) => ({ dimension, basis: ofBatches, values: membership.values.length }) as const,
    ),
    ...counts.map(({ of: { dimension, basis, values } }) => ({ dimension, basis, values: values.length })),
  ];
  const byProduct = new Map<string, Omit<ScannedDimension, 'slices'>>();
  for (const { dimension } of products) {
    const key = dimension.join();
    byProduct.set(key, { dimension, basis: 'ownPast', values: (byProduct.get(key)?.values ?? 0) + 1 });
  }
  return [...all, ...byProduct.values()].map((one) => ({ ...one, slices: one.values * modes.length }));
}
