import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOKENS } from '../../src/ui/tokens';
import { ROOT } from '../support/root';

describe('the installed application', () => {
  it.each([
    ['icon-192.png', 192],
    ['icon-512.png', 512],
    ['icon-maskable-512.png', 512],
    ['apple-touch-icon.png', 180],
  ])('has %s in the size that is announced', (name, size) => {
    const png = readFileSync(`${ROOT}/public/${name}`);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });

  it.each(['light', 'dark'] as const)('has a title bar in the colour of the top bar, %s', (scheme) => {
    const page = readFileSync(`${ROOT}/index.html`, 'utf8');
    const colour = page.match(`media="\\(prefers-color-scheme: ${scheme}\\)" content="(#\\w+)"`)?.[1];
    expect(colour).toBe(TOKENS[scheme].surface);
  });
});
