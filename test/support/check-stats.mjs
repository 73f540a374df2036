import { join } from 'node:path';
import { ensurePackages, requireNode } from './install.mjs';
import { say } from './run.mjs';

/** `npm run check:stats -- FILE`: holds `src/stats` against reference cases; prints every difference, and the count last. */
requireNode();
const file = process.argv[2];
if (file === undefined) {
  say('Usage: npm run check:stats -- FILE (cases of {id, method, input, expected, tolerance})');
  process.exit(2);
}
await ensurePackages();
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(import.meta.dirname, 'stats-cases.ts'), { configFile: false });
const count = { passed: 0, failed: 0, skipped: 0 };
for (const one of module.readCases(file)) {
  if (!module.isSupported(one)) {
    count.skipped += 1;
    say(`${one.id}: no method ${one.method}`);
    continue;
  }
  const failures = module.failuresOf(one);
  count[failures.length === 0 ? 'passed' : 'failed'] += 1;
  for (const failure of failures) say(`${one.id} (${one.method}): ${failure}`);
}
say(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exit(count.failed > 0 ? 1 : 0);
