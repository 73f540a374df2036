import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StartState } from '../../src/app/StartState';
import type { Language } from '../../src/locales/i18n';
import { SessionContext } from '../../src/session/hooks';
import { ImportJob } from '../../src/session/import-job';
import { Session, type SessionState } from '../../src/session/session';
import { render } from '../support/render';

async function show(state: SessionState, language: Language = 'en') {
  const session = new Session();
  const use = vi.spyOn(session, 'use').mockResolvedValue(state);
  await render(
    <SessionContext value={{ session, job: new ImportJob() }}>
      <StartState state={state} wanted="mine" />
    </SessionContext>,
    language,
  );
  return use;
}

describe('before the workspace is open, the page says', () => {
  test('how much of the engine has come', async () => {
    await show({ kind: 'loading', loaded: 17_000_000, total: 34_000_000 });
    await expect.element(page.getByText('17 MB of 34 MB')).toBeVisible();
    expect(page.getByRole('progressbar').element()).toHaveProperty('position', 0.5);
  });

  test('that the engine is there and the data are being opened', async () => {
    await show({ kind: 'loading', loaded: 34, total: 34 }, 'zh-CN');
    await expect.element(page.getByText('正在打开数据')).toBeVisible();
  });

  test('which file the tables are made from again, and how long it will take', async () => {
    const progress = { step: 'loading', file: '投诉.csv', at: 2, of: 3, bytes: 10e6, total: 40e6 } as const;
    await show({ kind: 'opening', progress, secondsLeft: 12 }, 'zh-CN');
    await expect.element(page.getByText('第 2/3 个文件：正在导入 投诉.csv')).toBeVisible();
    await expect.element(page.getByText('还需 12秒')).toBeVisible();
  });

  test('what the browser lacks and which would do', async () => {
    await show({ kind: 'unsupported', missing: 'WebAssembly exceptions' });
    await expect.element(page.getByRole('alert')).toHaveTextContent('It lacks WebAssembly exceptions.');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Firefox');
  });
});

test.each([
  ['taken', 'Work in this tab'],
  ['released', 'Take back to this tab'],
] as const)('%s: one click takes the data over', async (kind, name) => {
  const use = await show({ kind });
  await page.getByRole('button', { name }).click();
  expect(use).toHaveBeenCalledWith('mine', { takeOver: true });
});

describe('a workspace that does not open', () => {
  const failed = { kind: 'failed', message: 'The raw copy of a.csv is missing' } as const;

  test('is tried again, or made again from its files', async () => {
    const use = await show(failed);
    await expect.element(page.getByRole('alert')).toHaveTextContent('a.csv is missing');
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(use).toHaveBeenLastCalledWith('mine', undefined);
    await page.getByRole('button', { name: 'Rebuild from the imported files' }).click();
    expect(use).toHaveBeenLastCalledWith('mine', { from: 'raw' });
  });

  test('is given up only after a second question, which Esc answers with no', async () => {
    const use = await show(failed);
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect.element(page.getByRole('dialog')).toHaveTextContent('Delete everything in “My data”?');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(use).not.toHaveBeenCalled();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('button', { name: 'Delete and start over' }).click();
    expect(use).toHaveBeenCalledWith('mine', { from: 'nothing' });
  });
});
