/**
 * Twelve hex digits that name a state of the data, short enough for paper: the beginning of the SHA-256 of its version
 * (`truecause.dataVersion`), which holds the fingerprint of every file in the order of import, and the coding.
 */
export async function fingerprintOf(version: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(version));
  return [...new Uint8Array(digest, 0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
