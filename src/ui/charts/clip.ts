/** Text cut at the end to a width in half-width units; a Chinese character takes two. */
export function clip(text: string, units: number): string {
  let width = 0;
  const characters = [...text];
  for (const [at, character] of characters.entries()) {
    width += widthOf(character);
    if (width > units) return `${characters.slice(0, Math.max(1, at - 1)).join('')}…`;
  }
  return text;
}

/**
 * Names that stand side by side, each cut to a width. Where a cut at the end would leave several alike (long model names often
 * begin alike), these lose their middle instead, so that what tells them apart stays.
 */
export function clipApart(names: readonly string[], units: number): string[] {
  const clipped = names.map((name) => clip(name, units));
  const alike = new Map<string, number[]>();
  for (const [at, text] of clipped.entries()) alike.set(text, [...(alike.get(text) ?? []), at]);
  for (const members of alike.values()) {
    const same = commonStart(members.map((at) => [...(names[at] ?? '')]));
    if (members.length > 1 && same !== undefined)
      for (const at of members) clipped[at] = clipMiddle([...(names[at] ?? '')], same, units);
  }
  return clipped;
}

/** How many characters all of them begin with; undefined when they are one and the same. */
function commonStart([first = [], ...others]: readonly (readonly string[])[]): number | undefined {
  const same = (at: number) => others.every((other) => other[at] === first[at]);
  let at = 0;
  while (at < first.length && same(at)) at++;
  return at === first.length && others.every(({ length }) => length === at) ? undefined : at;
}

/** A third of the room for the beginning, the rest for the text around the character from which on it differs. */
function clipMiddle(characters: readonly string[], differs: number, units: number): string {
  const head = prefix(characters, Math.floor(units / 3));
  const room = units - widthOf(head.join('')) - 1;
  let from = differs;
  while (from > head.length && widthOf(characters.slice(from - 1).join('')) <= room) from--;
  return `${head.join('')}…${clip(characters.slice(from).join(''), room)}`;
}

function prefix(characters: readonly string[], units: number): readonly string[] {
  let width = 0;
  const end = characters.findIndex((character) => {
    width += widthOf(character);
    return width > units;
  });
  return end === -1 ? characters : characters.slice(0, end);
}

const WIDE = /[\u1100-\uffdc\u{1f000}-\u{3ffff}]/u;

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
