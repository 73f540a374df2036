import { CATEGORICAL, type Scheme, SEQUENTIAL, TOKENS } from './tokens';

/** A category for colouring: null is blank, `OTHER` what a chart lumps together. */
export type Category = string | null;
export const OTHER = '\u0000other';

/** Values that say no more than "something else": grey like `OTHER` and blank. */
const NONDESCRIPT: ReadonlySet<string> = new Set(['', OTHER, 'other', 'unknown', '其他', '其它', '待定', '未知']);

/** The colour of a category: a function of its name alone, so it is the same on every screen and every day. */
export function categoryColour(value: Category, scheme: Scheme): string {
  return isGrey(value) ? TOKENS[scheme].context : slotColour(slotOf(value), scheme);
}

/**
 * Colours of categories that share a figure. Each keeps its own colour unless one before it in the list has it already;
 * that one takes the next that is free. Beyond eight they repeat.
 */
export function categoryColours(values: readonly Category[], scheme: Scheme): ReadonlyMap<Category, string> {
  const taken = new Set<number>();
  const colours = new Map<Category, string>();
  for (const value of values) {
    if (colours.has(value)) continue;
    if (isGrey(value)) {
      colours.set(value, TOKENS[scheme].context);
      continue;
    }
    const slot = freeSlot(slotOf(value), taken);
    taken.add(slot);
    colours.set(value, slotColour(slot, scheme));
  }
  return colours;
}

/** A point of the sequential scale, `share` 0 to 1. */
export function sequentialColour(share: number, scheme: Scheme): string {
  const [low, high] = SEQUENTIAL[scheme];
  return mix(low, high, Math.min(1, Math.max(0, share)));
}

const SLOTS = CATEGORICAL.light.length;

function isGrey(value: Category): value is null {
  return value === null || NONDESCRIPT.has(value.trim().toLowerCase());
}

/** FNV-1a over UTF-16 units: short, stable, and spreads Chinese words well. */
function slotOf(value: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < value.length; at++) hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % SLOTS;
}

function freeSlot(wanted: number, taken: ReadonlySet<number>): number {
  for (let step = 0; step < SLOTS; step++) {
    const slot = (wanted + step) % SLOTS;
    if (!taken.has(slot)) return slot;
  }
  return wanted;
}

function slotColour(slot: number, scheme: Scheme): string {
  return CATEGORICAL[scheme][slot] ?? TOKENS[scheme].context;
}

function mix(from: string, to: string, share: number): string {
  const channel = (at: number) => {
    const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
