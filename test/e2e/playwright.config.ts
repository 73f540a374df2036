import { createServer } from 'node:net';
import { defineConfig } from 'playwright/test';
import { chromiumLaunch } from '../support/chromium';
import { ROOT } from '../support/root';

/** Found once, by the process that starts the server; the test processes inherit it. */
process.env.E2E_PORT ??= String(await freePort());
const address = `http://127.0.0.1:${process.env.E2E_PORT}/`;

export default defineConfig({
  testDir: '.',
  outputDir: `${ROOT}/test-results`,
  workers: 2,
  // A busy machine may upset a run in the browser once; a test that needs its second run is named in the summary.
  retries: 1,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: { baseURL: address, launchOptions: chromiumLaunch(), viewport: { width: 1440, height: 900 } },
  webServer: {
    command: `"${process.execPath}" test/support/start.mjs --no-open --port ${process.env.E2E_PORT}`,
    cwd: ROOT,
    url: address,
    reuseExistingServer: false,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address();
      probe.close(() => (typeof found === 'object' && found ? resolve(found.port) : reject(new Error('no port'))));
    });
  });
}
