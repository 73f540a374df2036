import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Source } from '../../src/analysis/view';
import { Coding } from '../../src/features/coding/Coding';
import { renderScreen } from '../support/fake-session';
import { emptyWorkspace, importFiles, type OpenWorkspace } from '../support/open-workspace';

const LINES = [
  'complaint_no,received_at,failure_mode,description',
  'C1,2024-03-01 08:00,跳闸,跳闸',
  'C2,2024-03-02 08:00,,壶底漏水',
  'C3,2024-03-03 08:00,,壶底漏水',
  // Any text may be a number.
  'constructor,2024-03-04 08:00,,壶底漏水',
];

let open: OpenWorkspace;
let source: Source;

beforeAll(async () => {
  open = await emptyWorkspace('mine', { forceMemory: true });
  await importFiles(open.workspace, [new File([LINES.join('\n')], 'march.csv')]);
  const { workspace } = open;
  source = Object.assign(
    {
      facts: workspace.facts,
      run: workspace.run.bind(workspace),
      integers: workspace.integers.bind(workspace),
    } satisfies Source,
    { engine: workspace.engine },
  );
}, 60_000);
afterAll(() => open.close());

const press = (key: string, repeat = false) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, repeat, bubbles: true }));
const waiting = () => page.getByText(/decisions? waits? to be applied/);
const queued = (number: string) => page.getByRole('tabpanel').getByText(number, { exact: true });

it('decides complaint by complaint, as fast as somebody presses', async () => {
  await renderScreen(Coding, source, '/coding?tab=queue');
  await expect.element(queued('constructor')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '1 跳闸' })).toBeVisible();
  press('1');
  await Promise.resolve();
  press('1');
  await expect.element(queued('C2')).toBeVisible();
  await expect.element(waiting()).toHaveTextContent('2 decisions wait to be applied');
  press('z');
  await expect.element(queued('C3')).toBeVisible();
  await expect.element(waiting()).toHaveTextContent('1 decision waits to be applied');
});

it('keeps its keys from the page, and a dialog keeps them from it', async () => {
  await renderScreen(Coding, source, '/coding?tab=queue');
  await expect.element(page.getByRole('button', { name: '1 跳闸' })).toBeVisible();
  const others = vi.fn();
  document.addEventListener('keydown', others);
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.showModal();
  press('1');
  expect(others).toHaveBeenCalledTimes(1);
  dialog.remove();
  press('1');
  press('1', true);
  press('9');
  expect(others).toHaveBeenCalledTimes(1);
  document.removeEventListener('keydown', others);
  await expect.element(queued('C3')).toBeVisible();
  await expect.element(waiting()).toHaveTextContent('1 decision waits to be applied');
});

it('what was looked at is what is applied', async () => {
  await renderScreen(Coding, source, '/coding');
  await page.getByRole('button', { name: 'New rule' }).click();
  await page.getByRole('textbox', { name: 'Words in the text' }).fill('漏水');
  await page.getByRole('combobox', { name: 'Failure mode' }).fill('底部漏水');
  await page.getByRole('button', { name: 'Put into the draft' }).click();
  await page.getByRole('button', { name: 'What would change' }).click();
  const change = page.getByRole('heading', { name: '3 complaints would change' });
  await expect.element(change).toBeVisible();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect.element(page.getByText('No rules yet')).toBeVisible();
  await expect.element(change).not.toBeInTheDocument();
});

it('names that say nothing are those of the draft', async () => {
  await renderScreen(Coding, source, '/coding');
  const field = page.getByRole('textbox', { name: 'Names that say nothing' });
  await field.fill('其他,未知');
  await userEvent.keyboard('{Tab}');
  await expect.element(field).toHaveValue('其他, 未知');
});
