import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from '../support/browser.mjs';
import { ensureBuild } from '../support/build.mjs';
import { ensurePackages, requireNode } from '../support/install.mjs';
import { say } from '../support/run.mjs';
import { serve } from '../support/serve.mjs';
import { openLab } from './lab.mjs';
import { printFigures, withinLimit, writeResults } from './report.mjs';

/** `npm run bench [-- name …]`: measures the built application in Chromium; fails when a limit is exceeded. */
async function bench() {
  requireNode();
  const names = chosenBenches();
  await ensurePackages();
  if (!(await ensureChromium())) process.exit(1);
  await ensureBuild();
  const server = await serve({ port: 0 });
  const lab = await openLab(server.url);
  const results = [];
  for (const name of names) results.push(await runBench(name, lab));
  await server.close();
  say(`\nWritten to ${writeResults(results)}`);
  const fine = results.every(({ error, figures }) => error === undefined && figures.every(withinLimit));
  process.exit(fine ? 0 : 1);
}

/** The benches named on the command line, else every `*.bench.ts` in this folder. */
function chosenBenches() {
  const all = readdirSync(import.meta.dirname)
    .flatMap((file) => file.match(/^(.+)\.bench\.ts$/)?.[1] ?? [])
    .sort();
  const wanted = process.argv.slice(2);
  if (wanted.every((name) => all.includes(name))) return wanted.length > 0 ? wanted : all;
  say(`Usage: npm run bench [-- ${all.join(' ')}]`);
  process.exit(2);
}

/** A bench that throws is reported and does not keep the others from running. */
async function runBench(name, lab) {
  try {
    const { runnerImport } = await import('vite');
    const { module } = await runnerImport(join(import.meta.dirname, `${name}.bench.ts`), { configFile: false });
    const result = { name, title: module.bench.title, figures: await module.bench.run(lab) };
    printFigures(result);
    return result;
  } catch (error) {
    say(`\n${name} failed: ${error.stack ?? error}`);
    return { name, error: String(error), figures: [] };
  } finally {
    await lab.clear();
  }
}

await bench();
