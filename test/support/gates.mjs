import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './browser.mjs';
import { bundleFits } from './budget.mjs';
import { build, ensureBuild } from './build.mjs';
import { runPackage, say } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {(reports: string) => Promise<Count>} Gate runs in the project's folder; may write into the folder `reports`
 */

/** Every gate by name, in the order in which they run: quick ones first. @type {Record<string, Gate>} */
export const GATES = {
  types: async () => single((await runPackage('typescript', ['-p', '.'], { bin: 'tsc' })) === 0),
  lint: async () => single((await runPackage('@biomejs/biome', ['ci', '.'], { bin: 'biome' })) === 0),
  unused: async () => single((await runPackage('knip', [])) === 0),
  unit: (reports) => vitest('unit', reports),
  browser: async (reports) => ((await ensureChromium()) ? vitest('browser', reports) : single(false)),
  build: async () => single((await build()) === 0),
  budget: async () => {
    await ensureBuild();
    return single(await bundleFits());
  },
  e2e: async (reports) => ((await ensureChromium()) ? playwright(reports) : single(false)),
};

/** A gate that is one test. */
function single(fine) {
  return { passed: fine ? 1 : 0, failed: fine ? 0 : 1, skipped: 0 };
}

async function vitest(project, reports) {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runPackage('vitest', ['run', '--project', project, ...reporters]);
  return settle(code, report, countVitest);
}

async function playwright(reports) {
  const report = join(reports, 'e2e.json');
  const args = ['test', '-c', 'test/e2e/playwright.config.ts', '--reporter=list,json'];
  const code = await runPackage('playwright', args, { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
  return settle(code, report, countPlaywright);
}

/** A file that could not be loaded has no tests and counts as one failure. */
function countVitest(report) {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that passed in its second run only has passed; the line says that there were such tests, the log which. */
function countPlaywright({ stats, errors }) {
  if (stats.flaky > 0) say(`${stats.flaky} passed in a second run only (flaky).`);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}

/** A runner that failed, wrote no report or found nothing to run is at least one failure. */
function settle(code, report, count) {
  const counted = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  const nothing = counted.passed + counted.failed === 0;
  if (counted.failed > 0 || (code === 0 && !nothing)) return counted;
  say(nothing ? 'No test ran.' : `The runner ended with code ${code} although no test failed.`);
  return { ...counted, failed: 1 };
}
