import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { main } from '../../sample-data/generator/main';

afterEach(() => vi.restoreAllMocks());

it('writes a sample and says what it wrote', async () => {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const out = mkdtempSync(join(tmpdir(), 'sample-'));
  expect(await main(['--rows', '300', '--single-file', '--out', out], '/sample')).toBe(0);
  expect(existsSync(join(out, 'truth.json'))).toBe(true);
  expect(said.mock.calls.join('\n')).toMatch(/complaints\.csv: \d+ records, \d+ to be rejected/);
  rmSync(out, { recursive: true });
});

it('explains itself when it does not understand', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await main(['--rows', '0'], '/sample')).toBe(2);
  expect(said.mock.calls.join('\n')).toContain('--rows takes 1 to 10000000, not 0\n\nnode sample-data/generate.mjs');
});
