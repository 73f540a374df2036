import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Signals as Answer, ScanOptions, SignalsQuestion } from '../../src/analysis/signals/types';
import { Signals } from '../../src/features/signals/Signals';
import { renderScreen } from '../support/fake-session';
import { fakeFunnel, fakeSignals } from '../support/fake-signals';
import { factsWith, fakeSource } from '../support/fake-source';

const scan = vi.hoisted(() =>
  vi.fn<(source: unknown, question: SignalsQuestion, options: ScanOptions) => Promise<Answer>>(),
);
vi.mock('../../src/analysis/signals/signals', () => ({ signals: scan }));
vi.mock('../../src/analysis/signals/funnel', () => ({ funnel: async () => fakeFunnel() }));

const source = () =>
  fakeSource({
    complaint: factsWith(['received_at', 'failure_mode', 'region', 'city', 'severity'], { last: '2025-12-20' }),
  });
const list = () => page.getByRole('figure', { name: /signals? in/ });
const heading = () => page.getByRole('heading', { level: 1 });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const searchOf = (history: { location: { search: string } }) => decodeURIComponent(history.location.search);

beforeEach(() => {
  localStorage.removeItem('truecause.expert');
  scan.mockReset();
  scan.mockImplementation(async (_, question) => fakeSignals({ question }));
});

it('says where failures have their address, in plain words', async () => {
  await renderScreen(Signals, source(), '/signals', 'zh-CN');
  await expect.element(heading()).toHaveTextContent('2 种故障有突出的来源，最突出的是水未开就跳闸：产线 × 班次 3号线 ');
  const sentence = '是其他的 4.8 倍（3.9–5.9），多出约 410 件，2024年8月底起可发现';
  await expect.element(page.getByText(sentence)).toBeVisible();
  await expect.element(page.getByText('<b>广东</b>')).toBeVisible();
  await expect.element(page.getByText(/其他客诉中一件也没有（至少 3.9 倍）/)).toBeVisible();
  await expect.element(page.getByText(/31.0% 的客诉没有已知批次，追溯分析覆盖 69.0%（690 件）/)).toBeVisible();
});

it('narrows to a slice, and opens its complaints', async () => {
  const history = await renderScreen(Signals, source(), '/signals');
  await list()
    .getByRole('button', { name: /^3号线/ })
    .click();
  await expect.poll(() => searchOf(history)).toContain('batch_no=B1');
  await list().getByRole('button', { name: '520' }).first().click();
  await expect.poll(() => history.location.pathname).toBe('/complaints');
});

it('looks at the signal that is pointed at, and opens its complaints at a double click', async () => {
  const history = await renderScreen(Signals, source(), '/signals');
  const why = list().getByText(/40% of the complaints of this failure have it/);
  await why.click();
  await expect.poll(() => searchOf(history)).toContain('sig=second');
  expect(history.location.pathname).toBe('/signals');
  await why.dblClick();
  await expect.poll(() => history.location.pathname).toBe('/complaints');
});

it('is walked by keys', async () => {
  const history = await renderScreen(Signals, source(), '/signals');
  await expect.element(list()).toBeVisible();
  await userEvent.keyboard('j');
  await expect.poll(() => searchOf(history)).toContain('sig=second');
  await userEvent.keyboard('{ArrowUp}e');
  await expect.element(page.getByRole('rowheader', { name: 'Build week 2024-W33' })).toBeVisible();
  await userEvent.keyboard('j{Enter}');
  await expect.poll(() => searchOf(history)).toContain('region=<b>广东</b>');
});

it('shows the figures of the method to those who ask, and remembers it', async () => {
  await renderScreen(Signals, source(), '/signals');
  await expect.element(list().getByText('IC₀₂₅').first()).not.toBeInTheDocument();
  await page.getByRole('checkbox', { name: 'Statistics' }).click();
  await expect.element(list().getByText('IC₀₂₅').first()).toBeVisible();
  await expect.element(list().getByText('1.70 (test widened)').first()).toBeVisible();
  expect(localStorage.getItem('truecause.expert')).toBe('true');
  await page.getByRole('checkbox', { name: 'Statistics' }).click();
});

it('shows the funnel of the signal that is looked at, and what its points are', async () => {
  const history = await renderScreen(Signals, source(), '/signals');
  const figure = page.getByRole('figure', { name: /: 1 of 2 values lie above the 99.8% limit$/ });
  await expect.element(figure.getByRole('row', { name: /▲ Above 99.8%/ })).toBeVisible();
  await expect.element(figure.getByRole('row', { name: /● Within chance/ })).toBeVisible();
  await expect.element(figure.getByText(/scatter more than chance \(φ 1.7\)/)).toBeVisible();
  (figure.getByRole('application').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
  await expect.poll(() => searchOf(history)).toContain('batch_no=day');
});

it('leads from what cannot be scanned to what can be done', async () => {
  const history = await renderScreen(Signals, source(), '/signals');
  await expect.element(page.getByText('the list “Consumption” is not here')).toBeVisible();
  const watch = page.getByRole('link', { name: '◆ safety 3' }).element();
  expect(decodeURIComponent(watch.getAttribute('href') ?? '')).toContain('/safety?what=底座端子烧熔');
  const hidden = page.getByRole('figure', { name: /25 of 200 returns without a reason name a fault/ });
  await hidden.getByRole('button', { name: '25' }).click();
  await expect.poll(() => searchOf(history)).toMatch(/complaint_no=T1&all=1|all=1.*complaint_no=T1/);
});

describe('the choice of dimensions', () => {
  it('is in the URL, and asks again', async () => {
    const history = await renderScreen(Signals, source(), '/signals?dims=line');
    await expect.poll(() => scan.mock.lastCall?.[1].dimensions).toEqual([['line']]);
    await button(/^Dimensions/).click();
    await expect.element(page.getByRole('checkbox', { name: 'Line', exact: true })).toBeChecked();
    await expect.element(page.getByText('○ Not possible: the list “Consumption” is not here')).toBeVisible();
    await page.getByRole('checkbox', { name: 'City' }).click();
    await page.getByRole('combobox', { name: 'First' }).selectOptions('Line');
    await page.getByRole('combobox', { name: 'Second' }).selectOptions('City');
    await button('Add').click();
    await button('Scan these').click();
    await expect.poll(() => searchOf(history)).toContain('dims=line,city,line+city');
    await expect.poll(() => scan.mock.lastCall?.[1].dimensions).toEqual([['line'], ['city'], ['line', 'city']]);
  });

  it('survives a mangled link', async () => {
    await renderScreen(Signals, source(), '/signals?dims=%25E0,,line%2B');
    await expect.element(list()).toBeVisible();
    expect(scan.mock.lastCall?.[1]).not.toHaveProperty('dimensions');
  });
});

describe('a scan', () => {
  it('says how far it is, and can be stopped and begun again', async () => {
    const stopped: boolean[] = [];
    scan.mockImplementationOnce((_, __, { signal, onProgress }) => {
      onProgress?.({ done: 3, total: 12 });
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          stopped.push(true);
          reject(new DOMException('stopped', 'AbortError'));
        });
      });
    });
    await renderScreen(Signals, source(), '/signals');
    await expect.element(page.getByText('Looking through the slices: 3 of 12')).toBeVisible();
    await button('Cancel').click();
    await expect.element(page.getByText('The scan was stopped')).toBeVisible();
    await expect.poll(() => stopped).toEqual([true]);
    await button('Scan').click();
    await expect.element(list()).toBeVisible();
  });

  it('says what went wrong', async () => {
    scan.mockRejectedValueOnce(new Error('Out of Memory Error'));
    await renderScreen(Signals, source(), '/signals');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Out of Memory Error');
    await button('Try again').click();
    await expect.element(list()).toBeVisible();
  });
});

describe('without a signal', () => {
  const found = (differing: Partial<Answer>) =>
    scan.mockImplementation(async (_, question) => fakeSignals({ question, signals: [], ...differing }));

  it('says what was looked through, and what would have been found', async () => {
    found({});
    await renderScreen(Signals, source(), '/signals');
    await expect.element(heading()).toHaveTextContent('No failure mode has an address that stands out');
    await expect
      .element(page.getByText('1,200 slices (failure modes: 2) were tested, and none stands out.'))
      .toBeVisible();
    await expect
      .element(page.getByText(/5 complaints are expected would have been found from about 17 on/))
      .toBeVisible();
  });

  it('says that there is too little of everything', async () => {
    found({ modes: [], tests: 0, scanned: [] });
    await renderScreen(Signals, source(), '/signals');
    await expect.element(page.getByText('No failure mode has enough complaints to be looked through')).toBeVisible();
    await expect.element(page.getByText('1 failure mode has too few complaints to look for an address')).toBeVisible();
  });

  it('says that no complaint has a time', async () => {
    found({ modes: [], tests: 0, window: undefined });
    await renderScreen(Signals, source(), '/signals');
    await expect.element(page.getByText(/no complaint here has a date of receipt/)).toBeVisible();
  });

  it('says that failures have no names, and where to name them', async () => {
    found({ modeField: null, modes: [{ mode: null, n: 50, traced: 50, dispersion: 1, expectedFrom: 'all' }] });
    await renderScreen(Signals, source(), '/signals');
    await expect.element(page.getByRole('link', { name: 'Name the failures' })).toBeVisible();
  });
});
