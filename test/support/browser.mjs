import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, runPackage, say } from './run.mjs';

/**
 * Makes sure that tests can start a Chromium: the one they would find anyway, else Debian's package, else Playwright's.
 *
 * @returns {Promise<boolean>} false when there is none, after saying what to do
 */
export async function ensureChromium() {
  if (await chromiumPath()) return true;
  say('No Chromium found; installing one …');
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) await installDebianPackage();
  if (await chromiumPath()) return true;
  await runPackage('playwright', ['install', 'chromium']);
  if (await chromiumPath()) return true;
  say('No Chromium could be installed. Install Chromium or Chrome yourself and set CHROMIUM_PATH to its executable.');
  return false;
}

/** How tests start Chromium, from the TypeScript module that they share. */
export async function chromiumLaunch() {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(ROOT, 'test', 'support', 'chromium.ts'), { configFile: false });
  return module.chromiumLaunch();
}

async function chromiumPath() {
  const { chromium } = await import('playwright');
  const { executablePath = chromium.executablePath() } = await chromiumLaunch();
  return existsSync(executablePath) ? executablePath : undefined;
}

/** With fonts for the Chinese text that screens are measured and photographed with. */
async function installDebianPackage() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { env });
}
