/**
 * Puts a text on the clipboard that may take a while to make. It goes in as a promise at once, because Safari forgets
 * that a person asked as soon as the handler has waited for something.
 */
export async function copyText(make: () => string | Promise<string>): Promise<void> {
  const text = Promise.resolve(make()).then((made) => new Blob([made], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
}

/** Puts a PNG on the clipboard. */
export async function copyImage(make: () => Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': make() })]);
}
