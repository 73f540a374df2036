import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunch } from '../support/browser.mjs';

/** Pages for benches, each in a fresh browser profile on disk, because a private window keeps its storage in memory. */
export async function openLab(url) {
  const { chromium } = await import('playwright');
  const launch = await chromiumLaunch();
  const opened = [];
  return {
    url,
    async openPage() {
      const profile = mkdtempSync(join(tmpdir(), 'truecause-bench-'));
      const context = await chromium.launchPersistentContext(profile, {
        ...launch,
        headless: true,
        viewport: { width: 1440, height: 900 },
      });
      opened.push({ context, profile });
      return context.pages()[0] ?? context.newPage();
    },
    /** Ends every browser that a bench has opened and forgets its profile. */
    async clear() {
      for (const { context, profile } of opened.splice(0)) {
        await context.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}
