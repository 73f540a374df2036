import { expect, type Page } from 'playwright/test';
import type { Payload } from './import-files';

/** Opens the Data screen when it takes files. */
export async function openData(page: Page): Promise<void> {
  await page.goto('/#/data');
  await expect(page.getByTestId('import-input')).toBeAttached();
}

/** Chooses files and waits for their review. */
export async function choose(page: Page, ...files: Payload[]): Promise<void> {
  await page.getByTestId('import-input').setInputFiles(files);
  await expect(page.getByTestId('import-confirm')).toBeVisible();
}

/** Imports what is reviewed and waits for the report. */
export async function confirm(page: Page): Promise<void> {
  await page.getByTestId('import-confirm').click();
  // A large or damaged file takes a while on a busy machine.
  await expect(report(page)).toBeVisible({ timeout: 60_000 });
}

export function report(page: Page) {
  return page.getByTestId('import-report');
}
