import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOfMinute, isoMinute, isoMonth } from './calendar';
import type { ComplaintFile, DirtPlace } from './complaint-file';
import type { DirtKind } from './dirt';
import { DIRT_KINDS, damageOf } from './dirt';
import { AS_OF } from './factory';
import type { Options } from './options';
import type { Balance } from './registers/balance';
import type { DatasetName } from './registers/register';
import type { RelationFault } from './registers/relation-faults';
import type { StoryId } from './stories/ids';
import type { Counts, Tallies, Tally } from './tally';

export interface FileTruth {
  readonly name: string;
  readonly dataset: DatasetName;
  /** Null for a workbook, as is the line end. */
  readonly encoding: string | null;
  readonly bom: boolean;
  readonly lineEnd: string | null;
  readonly columns: number;
  /** Names of the columns in the application. */
  readonly canonical: readonly string[];
  readonly bytes: number;
  readonly sha256: string;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly cellIssues: number;
  readonly unknownValues: number;
}

export interface DirtTruth {
  readonly file: string;
  readonly kind: DirtKind;
  readonly outcome: string;
  readonly column?: string;
  readonly reason?: string;
  readonly places: readonly DirtPlace[];
}

/** What is known of a generated sample: `truth.json`. */
export interface Truth {
  readonly about: readonly string[];
  readonly seed: number;
  readonly rows: number;
  readonly asOf: string;
  readonly provisionalMonths: readonly string[];
  readonly told: readonly StoryId[];
  readonly files: readonly FileTruth[];
  readonly totals: Counts & { readonly shippedBeforeRegister: number };
  readonly months: readonly (Counts & { readonly month: string })[];
  readonly models: readonly (Counts & { readonly model: string })[];
  readonly failureModes: readonly (Omit<Counts, 'shipped'> & { readonly mode: string })[];
  /** Tickets about a fault that name no failure mode, by the mode that it was. */
  readonly freeText: Readonly<Record<string, number>>;
  /** Where every unit that was built is; undefined in a lean sample. */
  readonly balance: Balance | undefined;
  readonly stories: Partial<Record<StoryId, object>>;
  readonly dirt: readonly DirtTruth[];
  /** Every contradiction between the registers. */
  readonly relationFaults: readonly RelationFault[];
  /** Numbers of the change log's entries by story; all others changed nothing. */
  readonly relevantChanges: Readonly<Record<string, readonly string[]>>;
}

const ABOUT = [
  'A kettle factory that does not exist: names, numbers and people are invented.',
  'Counts are over accepted records. Of two records with one number the last stands and the first is rejected.',
  'tickets: every ticket. reported: without consultations and no-reason returns. quality: product quality or blank with a failure named; cause production_quality, quality_hazard or blank, or ageing of hardware in warranty; not no_fault_found. confirmed: quality with finding confirmed. safety is part of each of them. notJudged: quality with blank cause.',
  'Months are of receipt, shipped is by month of shipment. The last month is incomplete: the files were exported at asOf.',
  'The field is populated when the registers begin: shippedBeforeRegister counts tickets whose batch left before the first exported shipment.',
  'dirt places: [line, record, key] and, where another record with the same key stands, its line. Lines and records count from 1, line 1 is the header, record 1 the first below it; a record begins on its line.',
];

export function truthOf(
  options: Options,
  tallies: Tallies,
  stories: Truth['stories'],
  files: readonly FileTruth[],
  dirt: readonly DirtTruth[],
  registers: Pick<Truth, 'balance' | 'relationFaults' | 'relevantChanges'>,
): Truth {
  return {
    about: ABOUT,
    seed: options.seed,
    rows: options.rows,
    asOf: isoMinute(AS_OF),
    provisionalMonths: [isoMonth(dayOfMinute(AS_OF))],
    told: [...options.stories],
    files,
    totals: { ...(tallies.total.rows()[0]?.[1] as Counts), shippedBeforeRegister: tallies.shippedBefore },
    months: named(tallies.months).map(({ name, counts }) => ({ month: name, ...counts })),
    models: named(tallies.models).map(({ name, counts }) => ({ model: name, ...counts })),
    failureModes: named(tallies.failureModes).map(({ name, counts: { shipped: _, ...counts } }) => ({
      mode: name,
      ...counts,
    })),
    freeText: Object.fromEntries(tallies.freeText.rows().map(([mode, { tickets }]) => [mode, tickets])),
    stories,
    dirt,
    ...registers,
  };
}

/** The account of one finished export of complaints. */
export function complaintTruth(file: ComplaintFile, written: { bytes: number; sha256: string }): FileTruth {
  const { name, encoding, bom, lineEnd, layout } = file.period;
  const { records, rejected } = file;
  return {
    name,
    dataset: 'complaint',
    encoding,
    bom,
    lineEnd: lineEnd === '\n' ? 'LF' : 'CRLF',
    columns: layout.headers.length,
    canonical: layout.columns,
    ...written,
    records,
    accepted: records - rejected,
    rejected,
    cellIssues: file.damaged('cellIssue'),
    unknownValues: file.damaged('unknownValue'),
  };
}

/** Where the damaged records of one export are, kinds without any left out. */
export function dirtTruth(file: ComplaintFile): DirtTruth[] {
  return DIRT_KINDS.flatMap((kind) => {
    const places = file.dirt.get(kind) ?? [];
    const { outcome, column, reason } = damageOf(kind);
    return places.length === 0 ? [] : [{ file: file.period.name, kind, outcome, column, reason, places }];
  });
}

export async function writeTruth(folder: string, truth: Truth): Promise<void> {
  await writeFile(join(folder, 'truth.json'), `${readable(truth, '')}\n`);
}

function named(tally: Tally): { name: string; counts: Counts }[] {
  return tally.rows().map(([name, counts]) => ({ name, counts }));
}

const LINE_WIDTH = 200;

/** JSON with short values on one line, so that a table reads as a table. */
function readable(value: unknown, indent: string): string {
  const flat = JSON.stringify(value);
  if (flat.length <= LINE_WIDTH || typeof value !== 'object' || value === null) return flat;
  const inner = `${indent} `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((item) => readable(item, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([name, item]) => `${JSON.stringify(name)}: ${readable(item, inner)}`);
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${close}`;
}
