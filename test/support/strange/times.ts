import type { Random } from '#sample-data/generator/random';
import type { Tongue } from './headers';

/** A wall-clock time, as the systems behind exports know it. */
export interface Wall {
  readonly y: number;
  readonly M: number;
  readonly d: number;
  readonly H: number;
  readonly m: number;
  readonly s: number;
}

/** One way of writing a time, and how much of it survives. */
interface TimeStyle {
  readonly write: (time: Wall) => string;
  readonly keeps: 'day' | 'minute' | 'second';
  /** Who writes so; everybody when undefined. */
  readonly tongues?: readonly Tongue[];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const CHINESE: readonly Tongue[] = ['zh', 'tw'];
const ENGLISH: readonly Tongue[] = ['en', 'short'];

const two = (number: number) => String(number).padStart(2, '0');
const iso = ({ y, M, d }: Wall) => `${y}-${two(M)}-${two(d)}`;
const clock = ({ H, m }: Wall) => `${two(H)}:${two(m)}`;
const twelve = (H: number) => (H % 12 === 0 ? 12 : H % 12);
const serial = ({ y, M, d }: Wall) => Date.UTC(y, M - 1, d) / 86_400_000 + 25_569;

export const TIME_STYLES: Readonly<Record<string, TimeStyle>> = {
  iso: { write: (t) => `${iso(t)} ${clock(t)}:${two(t.s)}`, keeps: 'second' },
  isoDay: { write: iso, keeps: 'day' },
  isoT: { write: (t) => `${iso(t)}T${clock(t)}:${two(t.s)}`, keeps: 'second' },
  slashes: { write: (t) => `${t.y}/${t.M}/${t.d}`, keeps: 'day' },
  slashesClock: { write: (t) => `${t.y}/${t.M}/${t.d} ${t.H}:${two(t.m)}`, keeps: 'minute' },
  dots: { write: (t) => `${t.y}.${two(t.M)}.${two(t.d)}`, keeps: 'day' },
  packed: { write: (t) => `${t.y}${two(t.M)}${two(t.d)}`, keeps: 'day' },
  packedClock: { write: (t) => `${t.y}${two(t.M)}${two(t.d)} ${clock(t)}:${two(t.s)}`, keeps: 'second' },
  serial: { write: (t) => String(serial(t)), keeps: 'day' },
  chinese: { write: (t) => `${t.y}年${t.M}月${t.d}日`, keeps: 'day', tongues: CHINESE },
  chineseClock: { write: (t) => `${t.y}年${t.M}月${t.d}日 ${t.H}时${two(t.m)}分`, keeps: 'minute', tongues: ['zh'] },
  half: {
    write: (t) => `${t.y}/${t.M}/${t.d} ${t.H < 12 ? '上午' : '下午'} ${twelve(t.H)}:${two(t.m)}:${two(t.s)}`,
    keeps: 'second',
    tongues: CHINESE,
  },
  shortYear: { write: (t) => `${two(t.y % 100)}-${two(t.M)}-${two(t.d)}`, keeps: 'day', tongues: CHINESE },
  roc: { write: (t) => `${t.y - 1911}/${two(t.M)}/${two(t.d)}`, keeps: 'day', tongues: ['tw'] },
  rocPacked: { write: (t) => `${t.y - 1911}${two(t.M)}${two(t.d)}`, keeps: 'day', tongues: ['tw'] },
  rocChinese: { write: (t) => `${t.y - 1911}年${two(t.M)}月${two(t.d)}日`, keeps: 'day', tongues: ['tw'] },
  american: { write: (t) => `${t.M}/${t.d}/${t.y}`, keeps: 'day', tongues: ENGLISH },
  americanHalf: {
    write: (t) =>
      `${two(t.M)}/${two(t.d)}/${t.y} ${two(twelve(t.H))}:${two(t.m)}:${two(t.s)} ${t.H < 12 ? 'AM' : 'PM'}`,
    keeps: 'second',
    tongues: ENGLISH,
  },
  american2: { write: (t) => `${two(t.M)}/${two(t.d)}/${two(t.y % 100)}`, keeps: 'day', tongues: ENGLISH },
  british: { write: (t) => `${two(t.d)}/${two(t.M)}/${t.y} ${clock(t)}`, keeps: 'minute', tongues: ENGLISH },
  continental: { write: (t) => `${two(t.d)}.${two(t.M)}.${t.y}`, keeps: 'day', tongues: ENGLISH },
  oracle: {
    write: (t) => `${two(t.d)}-${MONTHS[t.M - 1]?.toUpperCase()}-${two(t.y % 100)}`,
    keeps: 'day',
    tongues: ENGLISH,
  },
  named: { write: (t) => `${MONTHS[t.M - 1]} ${t.d}, ${t.y}`, keeps: 'day', tongues: ENGLISH },
};

/** What may stand beside each other in one column without anybody being able to misread it. */
const MIXES: readonly (readonly string[])[] = [
  ['iso', 'slashesClock', 'isoDay'],
  ['slashes', 'serial', 'isoDay'],
  ['chinese', 'slashes', 'dots'],
];
const ROC_MIX = ['roc', 'rocPacked', 'rocChinese'];

/** Names of the ways in which one column writes its times: nearly always one. */
export function timeStyles(random: Random, tongue: Tongue): readonly string[] {
  if (random.chance(0.15)) {
    const mixes = tongue === 'tw' ? [...MIXES, ROC_MIX] : tongue === 'zh' ? MIXES : MIXES.slice(0, 2);
    return random.pick(mixes);
  }
  const usual = Object.keys(TIME_STYLES).filter((name) => {
    const { tongues } = TIME_STYLES[name] ?? {};
    return tongues === undefined || tongues.includes(tongue);
  });
  return [random.pick(usual)];
}

/** A time as it reads back: what the style does not keep is midnight or the full minute. */
export function kept(time: Wall, style: string): string {
  const keeps = TIME_STYLES[style]?.keeps;
  const seconds = keeps === 'second' ? two(time.s) : '00';
  return `${iso(time)} ${keeps === 'day' ? '00:00' : clock(time)}:${seconds}`;
}

/** A time of the two years before the end of 2025. */
export function anyTime(random: Random): Wall {
  const day = new Date(Date.UTC(2024, 0, 1 + random.below(720)));
  return {
    y: day.getUTCFullYear(),
    M: day.getUTCMonth() + 1,
    d: day.getUTCDate(),
    H: random.below(24),
    m: random.below(60),
    s: random.below(60),
  };
}
