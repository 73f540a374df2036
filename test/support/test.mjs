import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import util from 'node:util';
import { GATES } from './gates.mjs';
import { ensurePackages, requireNode } from './install.mjs';
import { say } from './run.mjs';

/** `npm test`: every gate, also after one has failed. The last line is the sum; the exit code says the same. */
async function test() {
  requireNode();
  const names = chosenGates();
  await ensurePackages();
  const reports = mkdtempSync(join(tmpdir(), 'truecause-test-'));
  const results = [];
  for (const name of names) results.push(await runGate(name, reports));
  rmSync(reports, { recursive: true, force: true });
  summarize(results);
}

/** The gates named by `--only a,b`, else all. */
function chosenGates() {
  const all = Object.keys(GATES);
  const { values } = util.parseArgs({ options: { only: { type: 'string' } }, strict: false });
  if (values.only === undefined) return all;
  const wanted = String(values.only).split(',');
  if (wanted.every((name) => all.includes(name))) return all.filter((name) => wanted.includes(name));
  say(`Usage: npm test -- [--only ${all.join(',')}]`);
  process.exit(2);
}

async function runGate(name, reports) {
  say(`\n── ${name} ──`);
  const started = Date.now();
  const count = await GATES[name](reports).catch((error) => {
    say(String(error.stack ?? error));
    return { passed: 0, failed: 1, skipped: 0 };
  });
  return { name, seconds: (Date.now() - started) / 1000, ...count };
}

function summarize(results) {
  say('\n── summary ──');
  for (const { name, seconds, passed, failed, skipped } of results) {
    const verdict = failed > 0 ? 'FAILED' : 'ok';
    say(`${name.padEnd(8)} ${verdict.padEnd(7)} ${counts({ passed, failed, skipped })}  (${seconds.toFixed(1)} s)`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
  say(counts(total));
}

function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

await test();
