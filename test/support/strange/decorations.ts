import type { Tongue } from './headers';

/** How a system dresses up the names of its columns. */
export interface Decoration {
  readonly name: string;
  readonly dress: (header: Bare) => string;
}

/** The name of a column before it is dressed up. */
interface Bare {
  readonly name: string;
  /** What it is called in English. */
  readonly english: string;
  /** Place in the file, from 0. */
  readonly place: number;
  /** Canonical column; '' for none. */
  readonly kind: string;
}

const UNITS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  cost: ['（元）', ' (CNY)'],
  qty: ['(台)', ' [pcs]'],
  inspected_qty: ['(件)', ' (pcs)'],
  defective_qty: ['(件)', ' (pcs)'],
};
const isTime = (kind: string) => /_at$|^at$|^as_of$/.test(kind);

const EVERYWHERE: readonly Decoration[] = [
  { name: 'plain', dress: ({ name }) => name },
  { name: 'plain', dress: ({ name }) => name },
  { name: 'padded', dress: ({ name }) => ` ${name}\u00a0 ` },
  { name: 'numbered', dress: ({ name, place }) => `${place + 1}.${name}` },
  { name: 'starred', dress: ({ name, place }) => (place % 3 === 0 ? `*${name}` : name) },
  { name: 'table prefix', dress: ({ name }) => `T1.${name}` },
  { name: 'bracketed', dress: ({ name }) => `[${name}]` },
];
const CHINESE: readonly Decoration[] = [
  { name: 'owner prefix', dress: ({ name }) => `客服-${name}` },
  { name: 'group prefix', dress: ({ name }) => `基本信息.${name}` },
  { name: 'bilingual', dress: ({ name, english }) => `${name} ${english}` },
  { name: 'bilingual, slash', dress: ({ name, english }) => `${name}/${english}` },
  { name: 'bilingual, lines', dress: ({ name, english }) => `${name}\n${english}` },
  { name: 'bilingual, brackets', dress: ({ name, english }) => `${name}（${english}）` },
  {
    name: 'units',
    dress: ({ name, kind }) => `${name}${UNITS[kind]?.[0] ?? (isTime(kind) ? '（年/月/日）' : '')}`,
  },
  { name: 'line break', dress: ({ name }) => (name.length > 3 ? `${name.slice(0, 2)}\n${name.slice(2)}` : name) },
  { name: 'colon', dress: ({ name }) => `${name}：` },
  { name: 'spread', dress: ({ name }) => (/^\p{Script=Han}{2,4}$/u.test(name) ? [...name].join(' ') : name) },
  { name: 'required', dress: ({ name, place }) => (place % 2 === 0 ? `${name}(必填)` : name) },
];
const ENGLISH: readonly Decoration[] = [
  { name: 'snake', dress: ({ name }) => snake(name).toLowerCase() },
  { name: 'upper snake', dress: ({ name }) => snake(name).toUpperCase() },
  { name: 'camel', dress: ({ name }) => camel(name) },
  { name: 'upper', dress: ({ name }) => name.toUpperCase() },
  { name: 'group prefix', dress: ({ name }) => `Fields.${name}` },
  { name: 'units', dress: ({ name, kind }) => `${name}${UNITS[kind]?.[1] ?? (isTime(kind) ? ' (local time)' : '')}` },
  { name: 'line break', dress: ({ name }) => name.replace(' ', '\n') },
];
const SHORT: readonly Decoration[] = [
  { name: 'lower', dress: ({ name }) => name.toLowerCase() },
  { name: 'field prefix', dress: ({ name }) => `F_${name.toUpperCase()}` },
];

/** The ways in which systems of a tongue dress up names. */
export function decorations(tongue: Tongue): readonly Decoration[] {
  const own = tongue === 'en' ? ENGLISH : tongue === 'short' ? SHORT : CHINESE;
  return [...EVERYWHERE, ...own];
}

function snake(name: string): string {
  return (name.match(/[A-Za-z0-9#]+/g) ?? [name]).join('_');
}

function camel(name: string): string {
  const [first = '', ...rest] = name.match(/[A-Za-z0-9]+/g) ?? [name];
  return first.toLowerCase() + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('');
}
