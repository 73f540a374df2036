/** A person's name without the person: `张三丰` → `张＊＊`, `Anna Smith` → `A***`. */
export function maskName(name: string): string {
  const [first, ...rest] = [...name.trim()];
  if (first === undefined) return '';
  return /\p{Script=Han}/u.test(first) ? first + '＊'.repeat(Math.min(2, Math.max(1, rest.length))) : `${first}***`;
}

/**
 * A telephone number or address without the contact: `13912340000` → `139****0000`, `li@mail.com` → `l***@mail.com`,
 * `广东省深圳市南山区…` → `广东省****`.
 */
export function maskContact(contact: string): string {
  const text = contact.trim();
  if (text === '') return '';
  const at = text.indexOf('@');
  if (at > 0) return `${text[0]}***${text.slice(at)}`;
  if (/\p{Script=Han}/u.test(text)) return text.length < 6 ? '****' : `${text.slice(0, 3)}****`;
  return text.length < 9 ? '****' : `${text.slice(0, 3)}****${text.slice(-4)}`;
}

const TELEPHONE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Prose with the telephone numbers (Chinese mobile and landline) and mail addresses in it masked. */
export function maskContactsIn(text: string): string {
  return text.replace(MAIL, maskContact).replace(TELEPHONE, maskContact);
}
