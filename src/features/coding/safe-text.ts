import { maskContact, maskName } from '../../ui/mask';

const TELEPHONE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A complaint's text without the people in it: the names that its other columns have, telephone numbers and addresses. */
export function safeText(text: string, people: readonly string[] | null): string {
  const named = [...(people ?? [])]
    .map((name) => name.trim())
    .filter((name) => [...name].length > 1)
    .sort((a, b) => b.length - a.length);
  const withoutNames = named.reduce(
    (safe, name) => safe.replaceAll(name, /\d{5}|@/.test(name) ? maskContact : maskName),
    text,
  );
  return withoutNames.replace(MAIL, maskContact).replace(TELEPHONE, maskContact);
}
