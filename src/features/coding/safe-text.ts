import { maskContact, maskContactsIn, maskName } from '../../ui/mask';

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
  return maskContactsIn(withoutNames);
}
