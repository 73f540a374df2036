import type { FilePlan, ImportOptions, Problem } from '../plan';
import { type FileColumns, findProfile, type Learned, toldOf, withProfile } from './profile';

const MOST_NAMED = 8;

interface Recalled {
  /** What the caller said, on top of what the profile says. */
  readonly options: ImportOptions;
  /** The profile that was applied. */
  readonly profile?: FilePlan['profile'];
  readonly problems: readonly Problem[];
}

/**
 * Puts what earlier imports taught about files like this one under what the caller said, and says so.
 * @param cut the file's columns when it is cut as the options say
 */
export function recall(
  { profiles, unreadable }: Learned,
  options: ImportOptions,
  cut: (reading: ImportOptions) => FileColumns,
): Recalled {
  const columnsOf = oncePerReading(cut);
  const problems: Problem[] = unreadable ? [{ level: 'note', code: 'profilesUnreadable', details: {} }] : [];
  if (options.profile === false) {
    const declined = findProfile(profiles, { ...options, profile: undefined }, columnsOf);
    if (declined === undefined || declined === 'unknown') return { options, problems };
    const details = { profile: declined.profile.name, id: declined.profile.id };
    return { options, problems: [...problems, { level: 'note', code: 'profileDeclined', details }] };
  }
  const found = findProfile(profiles, options, columnsOf);
  if (found === undefined) return { options, problems };
  if (found === 'unknown') {
    const details = { profile: String(options.profile) };
    return { options, problems: [...problems, { level: 'error', code: 'noSuchProfile', details }] };
  }
  const { profile, share, applies } = found;
  if (!applies) {
    const details = { profile: profile.name, share: Math.floor(100 * share), id: profile.id };
    return { options, problems: [...problems, { level: 'ask', code: 'profileOffered', details }] };
  }
  const { sources } = columnsOf(withProfile(profile.told, options));
  const { told, lacking } = toldOf(profile, sources);
  const details = { profile: profile.name };
  if (options.profile === undefined) problems.push({ level: 'note', code: 'profileApplied', details });
  else problems.push({ level: 'note', code: 'profileTaken', details });
  if (lacking.length > 0) problems.push({ level: 'note', code: 'profileGaps', details: gaps(profile.name, lacking) });
  const { id, name } = profile;
  return { options: withProfile(told, options), profile: { id, name, told }, problems };
}

function gaps(profile: string, lacking: readonly string[]): Problem['details'] {
  const names = lacking.slice(0, MOST_NAMED).join(' · ') + (lacking.length > MOST_NAMED ? ' …' : '');
  return { profile, columns: names };
}

/** Many profiles ask for the same few ways of cutting a file. */
function oncePerReading(cut: (reading: ImportOptions) => FileColumns): (reading: ImportOptions) => FileColumns {
  const known = new Map<string, FileColumns>();
  return (reading) => {
    const { table, encoding, delimiter, headerRow } = reading;
    const key = JSON.stringify([table, encoding, delimiter, headerRow]);
    const columns = known.get(key) ?? cut(reading);
    known.set(key, columns);
    return columns;
  };
}
