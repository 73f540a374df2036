import { EXTRA_PREFIX } from '../../../domain/columns';

const LONGEST = 100;

/** The name of an extra column: `x_<source>`, different from every taken name whatever the letter case, because identifiers are. Takes it. */
export function extraName(source: string, taken: Set<string>): string {
  const base =
    EXTRA_PREFIX +
    source
      .replace(/[\p{Cc}\p{Z}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST);
  let name = base;
  for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${base}_${copy}`;
  taken.add(name.toLowerCase());
  return name;
}
