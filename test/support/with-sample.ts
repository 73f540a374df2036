import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, chromium } from 'playwright/test';

/**
 * `test` of Playwright whose browser already has the sample: imported once by each process that runs tests, and every test gets a copy of
 * that profile. What imports, or must find nothing, takes Playwright's own.
 */
export const test = base.extend<object, { sampleProfile: string }>({
  sampleProfile: [
    async ({ launchOptions }, use) => {
      const folder = temporaryFolder();
      const context = await chromium.launchPersistentContext(folder, launchOptions);
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${process.env.E2E_PORT}/`);
      await page.evaluate(() => window.truecause.workspace.use('sample'));
      await context.close();
      await use(folder);
      remove(folder);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  context: async ({ sampleProfile, launchOptions, baseURL, locale, viewport, colorScheme, contextOptions }, use) => {
    const folder = temporaryFolder();
    cpSync(sampleProfile, folder, { recursive: true });
    const options = { ...contextOptions, ...launchOptions, baseURL, locale, viewport, colorScheme };
    const context = await chromium.launchPersistentContext(folder, options);
    await use(context);
    await context.close();
    remove(folder);
  },
});

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'truecause-profile-'));
}

/** The browser may still be writing its last files. */
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
