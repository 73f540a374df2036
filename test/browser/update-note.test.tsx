import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { UpdateState } from '../../src/app/offline-copy';
import { UpdateNote } from '../../src/app/shell/UpdateNote';
import type { Language } from '../../src/locales/i18n';
import { SessionContext } from '../../src/session/hooks';
import { ImportJob, type JobState } from '../../src/session/import-job';
import { Session } from '../../src/session/session';
import { render } from '../support/render';

const progress = { step: 'reading', file: 'a.csv', at: 1, of: 1, bytes: 1, total: 2 } as const;
const UNDER_WAY: readonly JobState[] = [
  { kind: 'analysing', items: [], progress, secondsLeft: undefined },
  { kind: 'review', items: [] },
  { kind: 'importing', records: 9, progress, secondsLeft: undefined },
];

async function show(state: UpdateState, at: JobState = { kind: 'idle' }, language: Language = 'en') {
  const job = new ImportJob();
  Object.assign(job, { getState: () => at });
  const update = vi.fn(async () => undefined);
  const copy = { getState: () => state, subscribe: () => () => undefined, update };
  await render(
    <SessionContext value={{ session: new Session(), job }}>
      <UpdateNote copy={copy} />
    </SessionContext>,
    language,
  );
  return update;
}

const reload = () => page.getByRole('button', { name: 'Reload' });

describe('the note on a newer version', () => {
  test('is not there when there is none', async () => {
    await show('none');
    await expect.element(page.getByRole('status')).toBeEmptyDOMElement();
  });

  test('reloads when it is asked to', async () => {
    const update = await show('ready');
    await userEvent.click(reload());
    expect(update).toHaveBeenCalledOnce();
  });

  test('goes away until later', async () => {
    const update = await show('ready', { kind: 'idle' }, 'zh-CN');
    await expect.element(page.getByText('新版本已就绪')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: '稍后' }));
    await expect.element(page.getByRole('status')).toBeEmptyDOMElement();
    expect(update).not.toHaveBeenCalled();
  });

  test.each(UNDER_WAY)('lets an import end that is $kind', async (at) => {
    await show('ready', at);
    await expect.element(reload()).toBeDisabled();
    await expect.element(page.getByText('Reload once the import is finished or discarded.')).toBeVisible();
  });

  test('names the other tabs', async () => {
    await show('elsewhere');
    await expect.element(page.getByText(/Another tab still works with the present version/)).toBeVisible();
    await expect.element(reload()).toBeEnabled();
  });
});
