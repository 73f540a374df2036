import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runPackage, say } from './run.mjs';

const INPUTS = ['src', 'public', 'sample-data', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Builds `dist` when it is missing or older than what it is built from; ends the process when that fails. */
export async function ensureBuild() {
  if (buildIsFresh()) return;
  say('Building …');
  if ((await build()) === 0) return;
  say('The build failed: the messages above say why.');
  process.exit(1);
}

/**
 * What is tested and measured is what is shipped: a Vite that was loaded in this process before leaves its own NODE_ENV behind,
 * and the build would then take React's development version.
 *
 * @returns {Promise<number>} the exit code of `vite build`
 */
export function build() {
  return runPackage('vite', ['build', '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } });
}

function buildIsFresh() {
  const page = join(ROOT, 'dist', 'index.html');
  return existsSync(page) && statSync(page).mtimeMs > Math.max(...INPUTS.map((input) => newest(join(ROOT, input))));
}

/** The latest change at a path or anywhere below it, folders included: they change when a file goes. */
function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  const entries = readdirSync(path, { recursive: true });
  return Math.max(mtimeMs, ...entries.map((entry) => statSync(join(path, entry)).mtimeMs));
}
