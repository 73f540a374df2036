import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { fingerprintOf } from '../../src/session/fingerprint';

it('is the beginning of the SHA-256 of the version, as anybody can compute it', async () => {
  const version = '1:0f3a55c1b2d4 2:99aa00bb11cc+v3';
  expect(await fingerprintOf(version)).toBe(createHash('sha256').update(version).digest('hex').slice(0, 12));
});

it('is another one for the same files in another order', async () => {
  expect(await fingerprintOf('1:a 2:b')).not.toBe(await fingerprintOf('1:b 2:a'));
});
