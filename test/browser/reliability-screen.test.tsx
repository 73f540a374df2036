import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AgePoint, NevadaRow, NoAges, Reliability, ReliabilityAnswer } from '../../src/analysis/reliability/types';
import { ReliabilityScreen } from '../../src/features/reliability/ReliabilityScreen';
import type { Language } from '../../src/locales/i18n';
import { renderScreen } from '../support/fake-session';
import { factsWith, fakeSource } from '../support/fake-source';

const QUESTION = { measure: 'quality', scope: [], cohort: 'ship' } as const;

const row = (cohort: string, ages: number, batch: string | null): NevadaRow => ({
  cohort,
  scope: batch === null ? null : [{ kind: 'oneOf', field: 'batch_no', values: [batch] }],
  units: 1000,
  claims: 3 * ages,
  cells: Array.from({ length: ages }, (_, age) => {
    const lived = age < ages - 1 ? 1 : 0.4;
    return { claims: 3, exposure: 1000 * lived, lived, mature: lived === 1, perThousand: 3 / lived };
  }),
  cumulative: [],
});

const point = (age: number): AgePoint => ({
  age,
  claims: 6,
  exposure: 2000,
  rate: 3,
  rateInterval: [1.1, 6.5],
  months: age + 1,
  perThousand: 3 * (age + 1),
  interval: [2 * (age + 1), 4 * (age + 1)],
  lived: 1,
  thin: false,
});

const ANSWER: ReliabilityAnswer = {
  known: true,
  question: QUESTION,
  population: {
    kind: 'shipment',
    axis: 'shipment',
    units: 2000,
    offered: { serial: 0, shipment: 2000, batch: 0 },
    first: '2025-08-01',
    last: '2025-09-30',
    asOf: '2025-11-15',
    leftOut: { cutOff: 0, withoutBatch: 0, withoutBuildDay: 0 },
    claims: {
      all: 20,
      traced: 15,
      bySerial: 0,
      byRange: 0,
      byBatch: 15,
      byDay: 0,
      dayColumn: null,
      untraced: 5,
      outside: 0,
      negative: 0,
      tracedShare: 0.75,
    },
  },
  nevada: [row('2025-08-01', 4, 'B1'), row('2025-09-01', 3, null)],
  ages: [0, 1].map(point),
  failed: [],
  weibull: { why: 'tooFewFailures', failures: 1 },
  forecast: {
    all: { mode: null, claims: 1, months: [], total: null, dispersion: null, why: 'tooFewClaims', backtest: null },
    byMode: [],
    modesLeftOut: 0,
    oldestSeen: 4,
    beyondSeen: 0,
    untracedShare: 0.25,
    warrantyMonths: null,
  },
  comparison: null,
  delay: null,
  modes: [{ mode: '漏水', claims: 9 }],
  sql: ['SELECT 1'],
};

const source = fakeSource({ complaint: factsWith(['received_at', 'failure_mode', 'category', 'batch_no']) });
const refetch = () => undefined;

function show(
  data: Reliability | undefined,
  { error = null, language }: { error?: Error | null; language?: Language } = {},
) {
  const asked = { data, error, isPlaceholderData: false, refetch };
  return renderScreen(() => <ReliabilityScreen asked={asked} />, source, '/reliability', language);
}
const grid = () => page.getByRole('grid');

describe('the screen of ages', () => {
  it('says how many, by what age, of which units', async () => {
    await show(ANSWER);
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('Quality complaints: 6.00 per 1000 units 2 months after shipment (95% interval 4.00 to 8.00)');
    await expect.element(page.getByText(/^Units by the quantities shipped\. 2,000 units/)).toBeVisible();
    await expect.element(page.getByText(/15 of 20 complaints lead to one of them \(75\.0%\)/)).toBeVisible();
  });

  it('names the axis in Chinese for what it is', async () => {
    await show(ANSWER, { language: 'zh-CN' });
    await expect.element(page.getByRole('figure', { name: /^出货后月数别每千台投诉/ })).toBeVisible();
  });

  it('walks the table by keyboard, reads cells out, and says what is not mature', async () => {
    const history = await show(ANSWER);
    await expect.element(grid()).toBeVisible();
    (grid().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByText('Aug 2025, month 1 after shipment: 3 claims of 1,000 units')).toBeVisible();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByText(/Not mature: 40% of the month has been lived/)).toBeVisible();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByText(/cannot be listed by batch/)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(history.location.pathname).toBe('/reliability');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await expect.poll(() => history.location.pathname).toBe('/complaints');
    expect(decodeURIComponent(history.location.search)).toContain('batch_no=B1');
  });

  it('switches the cells to counts', async () => {
    await show(ANSWER);
    await page.getByLabelText('What the cells say').selectOptions('claims');
    await expect.element(grid().getByRole('row', { name: /^Aug 2025/ })).toHaveTextContent('Aug 20251,000123333');
  });

  it('says in words what cannot be computed', async () => {
    await show(ANSWER);
    for (const because of [
      'fewer than two units have failed',
      'fewer than three claims so far',
      'too few complaints tell both',
    ])
      await expect.element(page.getByText(because)).toBeVisible();
  });

  it('keeps what is chosen in the address', async () => {
    const history = await show(ANSWER);
    await page.getByLabelText('Failure mode').selectOptions('漏水');
    await page.getByLabelText('Rows of the table').selectOptions('build');
    await expect.poll(() => decodeURIComponent(history.location.search)).toMatch(/mode=漏水.*cohort=build/);
  });

  it('compares at equal age, warns of the crude ratio, and can be ended', async () => {
    const side = (until: boolean) => ({
      scope: [
        { kind: 'period' as const, field: 'shipped_at', ...(until ? { until: '2025-09-01' } : { from: '2025-09-01' }) },
      ],
      units: 1000,
      claims: 9,
      crude: 9,
      meanMonths: 2.5,
      ages: [0, 1].map(point),
      failed: [],
    });
    const comparison = {
      sides: [side(true), side(false)] as const,
      overlap: 0,
      ages: 2,
      claimsCompared: [9, 4] as const,
      ratio: 0.45,
      interval: [0.2, null] as const,
      p: 0.00001,
      method: 'exact' as const,
      regression: null,
      crudeRatio: 0.9,
      crudeDiffers: true,
      dispersion: null,
      widened: false,
      verdict: 'lower' as const,
      logRank: null,
    };
    await show({ ...ANSWER, comparison });
    const figure = page.getByRole('figure', { name: /^Lower at equal age: “② .*0\.45 times.*from 0\.20 up/ });
    await expect.element(figure.getByText('would read 0.90 instead of 0.45')).toBeVisible();
    await expect.element(figure.getByRole('row', { name: /^② Shipped.*2025-09-01/ })).toBeVisible();
  });

  it.each<[NoAges, RegExp]>([
    [{ reason: 'noUnits' }, /neither shipments nor serial numbers/],
    [{ reason: 'untraceable' }, /no complaint names a serial number/],
    [{ reason: 'noBuildDates' }, /the batches have no production date/],
    [{ reason: 'notInUnits', field: 'region' }, /the units do not tell “Region”/],
    [{ reason: 'emptyScope' }, /no unit of this scope has left yet/],
    [{ reason: 'noComplaints' }, /No complaints of this kind here/],
  ])('says why there are no ages: %o', async (why, text) => {
    await show({ known: false, question: QUESTION, why, delay: null, sql: [] });
    await expect.element(page.getByText(text)).toBeVisible();
  });

  it('leads from build months without dates to months of shipment', async () => {
    const history = await show({
      known: false,
      question: QUESTION,
      why: { reason: 'noBuildDates' },
      delay: null,
      sql: [],
    });
    await page.getByRole('button', { name: 'By month of shipment' }).click();
    await expect.poll(() => history.location.search).toContain('cohort=ship');
  });

  it('says what went wrong', async () => {
    await show(undefined, { error: new Error('Out of Memory Error') });
    await expect.element(page.getByRole('alert')).toHaveTextContent('Out of Memory Error');
  });
});
