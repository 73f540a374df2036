import { existsSync } from 'node:fs';

/**
 * How tests start Chromium: CHROMIUM_PATH, else the system's, else the one that Playwright installed.
 * Without background networking, because tests count every request that leaves.
 */
export function chromiumLaunch(): { executablePath?: string; args: string[] } {
  const executablePath = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => path !== undefined && existsSync(path));
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
    ],
  };
}
