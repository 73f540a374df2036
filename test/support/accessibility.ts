import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** Holds what is on the page to WCAG by axe: nothing serious or critical. */
export async function expectNoSeriousViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
