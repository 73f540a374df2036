import { columnOf } from '../../domain/columns';
import type { Decisions } from '../decisions';
import { type LearnedWord, type LearnedWords, wordForm, wordsKey } from '../ingest/meaning/learned-words';
import { hasCodes } from '../ingest/meaning/value-synonyms';
import type { FilePlan, ImportOptions } from '../ingest/plan';
import { type Profile, sameColumns, type Told, withProfile } from '../ingest/survey/profile';
import { LONGEST_NAME, MOST_PROFILES, MOST_WORDS, PROFILES, WORDS } from './kinds';

/** An import that went well, and what was said for it. */
interface Lesson {
  readonly plan: Omit<FilePlan, 'scan' | 'preview'>;
  /** What the person said, without what a profile said. */
  readonly options: ImportOptions;
  /** Name that the person gave the profile; false = it is not to be kept. */
  readonly name?: string | false;
  /** ISO. */
  readonly at: string;
}

/** What is kept of an import: a profile of what was said, if anything was, and the words that were explained. The profile's name, if one was kept. */
export async function remember(decisions: Decisions, lesson: Lesson): Promise<string | undefined> {
  const words = wordsOf(lesson);
  if (Object.keys(words).length > 0) await decisions.change(WORDS, (before) => withWords(before, words));
  const { plan, name, at } = lesson;
  const applied = plan.profile?.id;
  if (name === false || !saysSomething(lesson.options)) {
    if (applied !== undefined) await decisions.change(PROFILES, (list) => used(list, applied, at));
    return undefined;
  }
  let kept = '';
  await decisions.change(PROFILES, (list) => {
    const next = withLesson(list, lesson);
    kept = next.name;
    return next.profiles;
  });
  return kept;
}

/** Whether a person said anything that a profile can keep. Accepting a profile that was offered is such a thing: it then fits these columns too. */
export function saysSomething({ dataset, profile, replace: _, ...told }: ImportOptions): boolean {
  return dataset !== undefined || typeof profile === 'string' || Object.keys(filled(told)).length > 0;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** The name under which an import would be kept: that of the profile that was applied, else one made of the file's. */
export function proposedName(
  profiles: readonly Profile[],
  { name, profile }: Pick<FilePlan, 'name' | 'profile'>,
): string {
  return profile?.name ?? freeName(profiles, nameFrom(name));
}

/** The profiles with what an import taught: in the place of the one that was applied, or of that name for the same columns, else a new one. */
function withLesson(
  profiles: readonly Profile[],
  { plan, options, name, at }: Lesson,
): { profiles: readonly Profile[]; name: string } {
  const columns = plan.columns.filter(({ computed }) => computed === undefined).map(({ source }) => source);
  const wanted = shortened((name || '').trim() || proposedName(profiles, plan));
  const before = profiles.find(
    (other) => other.name === wanted && (other.id === plan.profile?.id || sameColumns(other.columns, columns)),
  );
  const { dataset: _, profile: __, replace: ___, ...told } = withProfile(plan.profile?.told ?? {}, options);
  const profile: Profile = {
    id: before?.id ?? newId(),
    name: before?.name ?? freeName(profiles, wanted),
    dataset: plan.dataset,
    columns,
    headerless: plan.dialect.headerLine === null,
    told: filled(told),
    madeAt: before?.madeAt ?? at,
    usedAt: at,
  };
  const others = profiles.filter(({ id }) => id !== profile.id);
  return { profiles: newest([...others, profile]), name: profile.name };
}

function used(profiles: readonly Profile[], id: string, usedAt: string): readonly Profile[] {
  return profiles.map((profile) => (profile.id === id ? { ...profile, usedAt } : profile));
}

/** No more than can be kept: those not used for longest go. */
export function newest(profiles: readonly Profile[]): readonly Profile[] {
  if (profiles.length <= MOST_PROFILES) return profiles;
  const kept = new Set([...profiles].sort((a, b) => b.usedAt.localeCompare(a.usedAt)).slice(0, MOST_PROFILES));
  return profiles.filter((profile) => kept.has(profile));
}

function filled(told: Told): Told {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined && !isEmpty(value)));
}

/** `客诉导出_202405.xlsx` → `客诉导出`: what stays the same from month to month. */
export function nameFrom(file: string): string {
  const stem = (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]{1,5}$/, '');
  const lasting = stem
    .replace(
      /\d{2,4}\s*年(\s*\d{1,2}\s*月)?(\s*\d{1,2}\s*[日号])?|\d{1,2}\s*月份?|20\d\d[-_.]?(H[12]|Q[1-4])|[([（]\d+[)\]）]|\d{2,}/gi,
      ' ',
    )
    .replace(/[\s_.~-]+/g, ' ')
    .trim();
  return (/\p{L}/u.test(lasting) ? lasting : stem).slice(0, 80);
}

/** Leaves room for a number behind it. */
export function shortened(name: string): string {
  return name.slice(0, LONGEST_NAME - 5);
}

/** The name, or with the first number behind it that none has. */
export function freeName(profiles: readonly Pick<Profile, 'name'>[], name: string): string {
  const taken = new Set(profiles.map((profile) => profile.name));
  let free = name;
  for (let copy = 2; taken.has(free); copy += 1) free = `${name} ${copy}`;
  return free;
}

function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The words that a person explained, by the columns that they stand in. */
function wordsOf({ plan, options: { values = {} } }: Lesson): LearnedWords {
  const words = new Map<string, LearnedWord[]>();
  for (const { source, target } of plan.columns) {
    const column = columnOf(plan.dataset, target ?? '');
    if (column === undefined || !hasCodes(column) || !Object.hasOwn(values, source)) continue;
    const explained = Object.entries(values[source] ?? {}).map(([value, code]) => ({ value, code }));
    words.set(wordsKey(column), [...(words.get(wordsKey(column)) ?? []), ...explained]);
  }
  return Object.fromEntries(words);
}

/** Words with others on top: what was said last holds. Beyond what can be kept the oldest go. */
export function withWords(before: LearnedWords, words: LearnedWords): LearnedWords {
  const result: Record<string, readonly LearnedWord[]> = { ...before };
  for (const [key, list] of Object.entries(words)) {
    const forms = new Map([...(result[key] ?? []), ...list].map((word) => [wordForm(word.value), word]));
    result[key] = [...forms.values()].slice(-MOST_WORDS);
  }
  return result;
}

/** The profiles with another name for one of them: a name that is taken gets a number behind it. */
export function renamed(profiles: readonly Profile[], id: string, name: string): readonly Profile[] {
  const others = profiles.filter((profile) => profile.id !== id);
  const free = freeName(others, shortened(name));
  return profiles.map((profile) => (profile.id === id ? { ...profile, name: free } : profile));
}
