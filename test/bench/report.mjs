import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT, say } from '../support/run.mjs';

/** Whether a figure stays within its limit; without one it always does. */
export function withinLimit({ value, atMost = Number.POSITIVE_INFINITY }) {
  return value <= atMost;
}

/** Prints one bench's figures, aligned. */
export function printFigures({ title, figures }) {
  say(`\n${title}`);
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const figure of figures) {
    const limit = figure.atMost === undefined ? '' : `  at most ${format(figure.atMost, figure.unit)}`;
    const verdict = withinLimit(figure) ? '' : '  EXCEEDED';
    say(`  ${figure.name.padEnd(width)}  ${format(figure.value, figure.unit).padStart(12)}${limit}${verdict}`);
  }
}

/** Writes all results with what they were measured on to `test/bench/out/`; returns the path within the project. */
export function writeResults(results) {
  const at = new Date().toISOString();
  const machine = {
    platform: platform(),
    arch: arch(),
    cpus: cpus().length,
    memory: totalmem(),
    node: process.version,
  };
  const path = `test/bench/out/${at.replaceAll(/[:.]/g, '-')}.json`;
  mkdirSync(join(ROOT, 'test', 'bench', 'out'), { recursive: true });
  writeFileSync(join(ROOT, path), `${JSON.stringify({ at, machine, results }, null, 2)}\n`);
  return path;
}

function format(value, unit) {
  if (unit === 'B') return `${(value / 1e6).toFixed(1)} MB`;
  return `${value.toFixed(unit === 'ms' && value >= 10 ? 0 : 2)} ${unit}`;
}
