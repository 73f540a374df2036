import type { Dataset } from '../../../domain/columns';
import { readComputed } from '../meaning/computed';
import { fold } from '../meaning/fold';
import { type LearnedWords, NO_WORDS } from '../meaning/learned-words';
import type { ImportOptions } from '../plan';

/** What a person said of a file, to be said again of the next one from the same source. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly dataset: Dataset;
  /** Names of the file's own columns as written, in its order. */
  readonly columns: readonly string[];
  /** The file had no header: its columns are known by their number alone. */
  readonly headerless: boolean;
  readonly told: Told;
  /** When it was made and when it was applied last: ISO. */
  readonly madeAt: string;
  readonly usedAt: string;
}

/**
 * What a profile keeps of the options of an import; its dataset stands beside it. That a file replaces earlier rows is said of that one file,
 * never of the next.
 */
export type Told = Omit<ImportOptions, 'dataset' | 'profile' | 'replace'>;

/** What earlier imports have taught. */
export interface Learned {
  readonly profiles: readonly Profile[];
  readonly words: LearnedWords;
  /** What was kept cannot be read; imports go on without it. */
  readonly unreadable?: true;
}

export const NOTHING_LEARNED: Learned = { profiles: [], words: NO_WORDS };

/** From this share of common columns on a profile is offered; it is applied unasked only where all are the same. */
const WORTH_OFFERING = 0.8;
/** A single name says nothing about where a file comes from. */
const FEWEST_COLUMNS = 2;

/** The columns of a file as they are called under some reading; `header` null where it has none. */
export interface FileColumns {
  readonly header: readonly string[] | null;
  readonly sources: readonly string[];
}

interface FoundProfile {
  readonly profile: Profile;
  /** 0…1: share of columns that file and profile have in common. */
  readonly share: number;
  /** All columns are the same, or the caller named it. */
  readonly applies: boolean;
}

/**
 * The profile for a file: of those whose columns are the same (in whatever order) the one used last, else the one with most columns in
 * common, to be offered. A profile that says how the text is cut is held against the file cut that way.
 * @param columnsOf the file's columns under what a profile, or the caller, says of encoding, delimiter and header
 * @returns undefined when none fits; `'unknown'` when the caller named one that does not exist
 */
export function findProfile(
  profiles: readonly Profile[],
  options: ImportOptions,
  columnsOf: (reading: ImportOptions) => FileColumns,
): FoundProfile | 'unknown' | undefined {
  const { profile: wanted, dataset } = options;
  const shareOf = (profile: Profile) =>
    commonShare(profile, columnsOf({ ...readingOf(profile.told), ...defined(options) }));
  if (typeof wanted === 'string') {
    const named = profiles.find(({ id }) => id === wanted) ?? latest(profiles.filter(({ name }) => name === wanted));
    return named === undefined ? 'unknown' : { profile: named, share: shareOf(named), applies: true };
  }
  const shares = profiles
    .filter((profile) => dataset === undefined || profile.dataset === dataset)
    .map((profile) => ({ profile, share: shareOf(profile) }));
  const same = latest(
    shares.filter(({ profile, share }) => share === 1 && !profile.headerless).map(({ profile }) => profile),
  );
  if (same !== undefined) return { profile: same, share: 1, applies: true };
  const best = shares.reduce((most, { share }) => Math.max(most, share), 0);
  const alike = latest(shares.filter(({ share }) => share === best).map(({ profile }) => profile));
  if (alike === undefined || best < WORTH_OFFERING) return undefined;
  return { profile: alike, share: best, applies: false };
}

function latest(profiles: readonly Profile[]): Profile | undefined {
  return profiles.reduce<Profile | undefined>(
    (last, profile) => (last === undefined || profile.usedAt > last.usedAt ? profile : last),
    undefined,
  );
}

function readingOf({ table, encoding, delimiter, headerRow }: Told): ImportOptions {
  return defined({ table, encoding, delimiter, headerRow });
}

function defined<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}

/** Share of columns in common. Without a header only the number of columns is known, so that nothing more than an offer comes of it. */
function commonShare(profile: Profile, { header, sources }: FileColumns): number {
  if (profile.headerless !== (header === null)) return 0;
  if (header === null) return sources.length === profile.columns.length && sources.length >= FEWEST_COLUMNS ? 1 : 0;
  const theirs = new Set(profile.columns.map(keyOf));
  const own = new Set(sources.map(keyOf));
  if (theirs.size < FEWEST_COLUMNS) return 0;
  const common = [...own].filter((name) => theirs.has(name)).length;
  return common / Math.max(own.size, theirs.size);
}

/** The form in which column names are compared; signs that folding leaves nothing of stay themselves. */
function keyOf(name: string): string {
  return fold(name) || name.trim();
}

/** Columns of the sheets that people chose in earlier workbooks: a sheet with the same ones is the one to read. */
export function chosenSheets({ profiles }: Learned, { profile }: ImportOptions): (readonly string[])[] {
  if (profile === false) return [];
  return profiles.flatMap(({ told, columns }) => (told.sheet === undefined ? [] : [columns]));
}

/** Whether two lists name the same columns, in whatever order. */
export function sameColumns(some: readonly string[], others: readonly string[]): boolean {
  const keys = (names: readonly string[]) => [...new Set(names.map(keyOf))].sort().join('\n');
  return keys(some) === keys(others);
}

/** What a profile says in the words of a file: its columns as this file writes them. What the file lacks is left out and named. */
export function toldOf(
  { told, dataset }: Profile,
  sources: readonly string[],
): { told: ImportOptions; lacking: readonly string[] } {
  const lacking: string[] = [];
  const computed = told.computed?.filter((column) => {
    const there = !('code' in readComputed(column, sources, sources.length));
    if (!there) lacking.push(column.name);
    return there;
  });
  const written = new Map(sources.map((source) => [keyOf(source), source]));
  for (const { name } of computed ?? []) written.set(keyOf(name), name);
  const nameIn = (name: string) => (sources.includes(name) ? name : written.get(keyOf(name)));
  const renamed = <T>(record: Readonly<Record<string, T>> | undefined): Record<string, T> | undefined => {
    if (record === undefined) return undefined;
    const entries = Object.entries(record).flatMap(([name, value]) => {
      const here = nameIn(name);
      if (here === undefined) lacking.push(name);
      return here === undefined ? [] : [[here, value] as const];
    });
    return Object.fromEntries(entries);
  };
  const mapping = renamed(told.mapping);
  const values = renamed(told.values);
  return { told: { dataset, ...defined({ ...told, mapping, values, computed }) }, lacking: [...new Set(lacking)] };
}

/** A profile's word with a person's on top of it: a column that was given another's place takes it. */
export function withProfile(told: ImportOptions, options: ImportOptions): ImportOptions {
  const given = new Set(Object.values(options.mapping ?? {}).filter((target) => target !== null));
  const computed = options.computed ?? told.computed ?? [];
  const gone = new Set(
    told.computed?.map(({ name }) => name).filter((name) => !computed.some((own) => own.name === name)),
  );
  const kept = Object.entries(told.mapping ?? {}).filter(
    ([source, target]) => !gone.has(source) && (target === null || !given.has(target)),
  );
  const values = Object.fromEntries(Object.entries(told.values ?? {}).filter(([source]) => !gone.has(source)));
  for (const [source, codes] of Object.entries(options.values ?? {})) values[source] = { ...values[source], ...codes };
  return {
    ...told,
    ...defined(options),
    mapping: { ...Object.fromEntries(kept), ...options.mapping },
    values,
  };
}
