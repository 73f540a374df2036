import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Trends } from '../../src/features/trends/Trends';
import { renderScreen } from '../support/fake-session';
import { factsWith, fakeSource } from '../support/fake-source';

const COMPLAINTS = factsWith(['received_at', 'failure_mode', 'severity'], {
  first: '2025-09-01 08:00:00',
  last: '2025-11-20 18:00:00',
});

/** The charts are grouped by period, by failure mode and in all (grouping ids 1, 2 and 3), the breakdowns by severity and in all (0 and 1). */
function answer(sql: string): Record<string, unknown>[] {
  const group = (g: number, keys: Record<string, string | null>, n: number, unjudged = 0) => ({
    g,
    ...keys,
    n,
    unjudged,
  });
  if (sql.includes("'nothing'")) return [];
  if (!sql.includes('date_trunc'))
    return [group(1, {}, 100, 7), group(0, { k0: 'major' }, 70), group(0, { k0: null }, 30)];
  return [
    group(3, {}, 100, 7),
    group(1, { k0: '2025-09-01' }, 30),
    group(1, { k0: '2025-10-01' }, 60),
    group(1, { k0: '2025-11-01' }, 10),
    ...Array.from({ length: 20 }, (_, at) => group(2, { k1: `mode ${at}` }, at === 0 ? 62 : 2)),
  ];
}
const source = () => fakeSource({ complaint: COMPLAINTS, answer });
const figure = (name: RegExp) => page.getByRole('figure', { name });

it('says how many, and of each figure what it counts and how far the data reach', async () => {
  await renderScreen(Trends, source(), '/trends');
  const title = page.getByRole('heading', { level: 1 });
  await expect.element(title).toHaveTextContent('Complaints: 100; Oct 2025 60, 100% above the month before');
  const note = figure(/by month/).getByText(/not judged yet/);
  await expect.element(note).toHaveTextContent('Data until 2025-11-20. Nov 2025 is not over and provisional.');
  await expect.element(note).toHaveTextContent('cannot be told from others');
});

it('narrows to the bar under the keyboard, and opens its rows', async () => {
  const history = await renderScreen(Trends, source(), '/trends');
  const bars = figure(/^Severity/).getByRole('application');
  await expect.element(bars).toBeVisible();
  (bars.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => history.location.search).toContain('severity%3Dmajor');
  (bars.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{Shift>}{Enter}{/Shift}');
  await expect.poll(() => history.location.pathname).toBe('/complaints');
});

it('lists what is in the rest, to narrow to', async () => {
  const history = await renderScreen(Trends, source(), '/trends');
  const modes = figure(/failure modes/).getByRole('application');
  await expect.element(modes).toBeVisible();
  (modes.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}{Enter}');
  await page.getByRole('button', { name: 'mode 9', exact: true }).click();
  await expect.poll(() => decodeURIComponent(history.location.search)).toContain('failure_mode=mode');
});

it('can be read as a table', async () => {
  await renderScreen(Trends, source(), '/trends');
  await figure(/by month/)
    .getByRole('button', { name: 'Actions for this figure' })
    .click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  await expect.element(figure(/by month/).getByRole('row', { name: 'Oct 2025 60' })).toBeVisible();
});

it('says that nothing was found', async () => {
  await renderScreen(Trends, source(), '/trends?s=severity%3Dnothing');
  await expect.element(page.getByText('No complaints of this kind here')).toBeVisible();
});

it('says why there is no time axis, and shows models where no failure mode is named', async () => {
  const untimed = fakeSource({
    complaint: factsWith(['model']),
    answer: (sql) =>
      sql.includes('"model"')
        ? [
            { g: 1, n: 100, unjudged: 0 },
            { g: 0, k0: 'KS-17W', n: 70, unjudged: 0 },
            { g: 0, k0: 'KF-20', n: 30, unjudged: 0 },
          ]
        : [{ g: 1, n: 100, unjudged: 0 }],
  });
  await renderScreen(Trends, untimed, '/trends', 'zh-CN');
  await expect.element(page.getByText('无法计算：客诉都没有受理时间')).toBeVisible();
  await expect.element(figure(/^型号：KS-17W占 70%$/)).toBeVisible();
});

it('leads back from a scope that leaves nothing', async () => {
  const history = await renderScreen(Trends, source(), '/trends?s=severity%3Dnothing');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(() => history.location.search).not.toContain('severity');
});

it('says what went wrong', async () => {
  const broken = fakeSource({
    complaint: COMPLAINTS,
    answer: () => {
      throw new Error('Out of Memory Error');
    },
  });
  await renderScreen(Trends, broken, '/trends');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Out of Memory Error');
});

describe('the change log', () => {
  const CHANGES = [
    { row_id: 1, change_no: 'C1', day: '2025-10-20', kind: 'supplier', model: 'KS-17W', line: null, part: '树脂' },
    { row_id: 0, change_no: 'C0', day: '2025-10-05', kind: 'method', model: null, line: '3号线', part: null },
  ].map((row) => ({ ...row, supplier: null, batch_from: null, text: `<b>${row.change_no}</b> 换料` }));
  const logged = () => {
    const made = fakeSource({
      complaint: COMPLAINTS,
      answer: (sql) => (sql.includes('FROM change') ? CHANGES : answer(sql)),
    });
    return { ...made, facts: { ...made.facts, change: { ...made.facts.change, rows: 2 } } };
  };
  const time = () => figure(/by month/);

  it('is flagged on the axis: a flag is reached by keyboard and lists what changed', async () => {
    await renderScreen(Trends, logged(), '/trends');
    await expect.element(time().getByText('2 changes in this time')).toBeVisible();
    const chart = time().getByRole('application').element() as HTMLElement;
    chart.focus();
    // To the second month, and from its bar down to its flag.
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    await expect.element(time().getByText(/^Oct 2025: 2 changes · 2025-10-05 Method .*C0/)).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    const drawer = page.getByRole('complementary');
    await expect.element(drawer.getByRole('heading')).toHaveTextContent('Oct 2025: 2 changes');
    await expect.element(drawer.getByText('<b>C1</b> 换料')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(chart);
  });

  it('is narrowed by model without another query', async () => {
    const source = logged();
    await renderScreen(Trends, source, '/trends?s=model%3DKG-12');
    await expect.element(time().getByText('1 change in this time')).toBeVisible();
    await time().getByRole('button', { name: 'List them' }).click();
    const drawer = page.getByRole('complementary');
    await expect.element(drawer.getByText('<b>C0</b> 换料')).toBeVisible();
    await expect.element(drawer.getByText(/^1 of 2: those that name other models/)).toBeVisible();
    const asked = source.asked.filter((sql) => sql.includes('FROM change'));
    expect(asked).toHaveLength(1);
    expect(asked[0]).not.toContain('KG-12');
  });

  it('stands in the table, and can be hidden from both', async () => {
    const history = await renderScreen(Trends, logged(), '/trends');
    await time().getByRole('button', { name: 'Actions for this figure' }).click();
    await page.getByRole('menuitem', { name: 'Show as table' }).click();
    await expect.element(time().getByRole('columnheader', { name: 'Changes' })).toBeVisible();
    await expect
      .element(time().getByRole('row', { name: /Oct 2025 60 .*C0<\/b> 换料; 2025-10-20 Supplier/ }))
      .toBeVisible();
    await time().getByRole('checkbox', { name: 'Flag on the axis' }).click();
    await expect.poll(() => history.location.search).toBe('?flags=off');
    await expect.element(time().getByRole('columnheader', { name: 'Changes' })).not.toBeInTheDocument();
  });

  it('says what it would show where there is none', async () => {
    await renderScreen(Trends, source(), '/trends');
    await time().getByRole('button', { name: 'What it would show' }).click();
    await expect.element(page.getByText('Changes: not imported yet')).toBeVisible();
  });
});

describe('the control chart', () => {
  /** 18 months with a jump in the last but one, and what was shipped in them. */
  const COUNTS = [30, 27, 33, 29, 31, 28, 34, 26, 30, 32, 29, 31, 30, 28, 33, 27, 90, 12];
  const months = COUNTS.map((_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`);
  const charted = () =>
    fakeSource({
      complaint: factsWith(['received_at', 'severity'], { first: '2024-01-01 08:00:00', last: '2025-06-20 18:00:00' }),
      shipment: factsWith(['shipped_at', 'qty']),
      answer: (sql) => {
        if (!sql.includes('date_trunc')) return [{ g: 0, n: 580, unjudged: 0 }];
        const total = sql.includes('FROM shipment') ? 18_000 : 580;
        const rows = months.map((k0, at) => ({ k0, n: total === 580 ? COUNTS[at] : 1000, unjudged: 0 }));
        const sets = sql.includes('GROUPING SETS ((), ');
        return sets
          ? [{ g: 1, n: total, unjudged: 0 }, ...rows.map((row) => ({ g: 0, ...row }))]
          : rows.map((row) => ({ g: 0, ...row }));
      },
    });
  const time = () => figure(/by month/);

  it('takes the place of the bars and says what it found; Back brings the bars again', async () => {
    const history = await renderScreen(Trends, charted(), '/trends?per=shipped');
    await page.getByRole('combobox', { name: 'Form of the chart over time' }).selectOptions('Control chart');
    await expect
      .element(time().getByRole('heading', { level: 2 }))
      .toHaveTextContent('one signal, May 2025: above the upper limit');
    await expect.element(time().getByText(/^u chart: What was shipped is known/)).toBeVisible();
    await expect.element(time().getByText(/Baseline: Jan 2024 to Dec 2024, 12 points\. Rules: 1, 2\./)).toBeVisible();
    await expect.element(time().getByText(/Jun 2025 is not over and provisional/)).toBeVisible();
    expect(history.location.search).toContain('form=control');
    history.back();
    await expect.element(time().getByText('one signal')).not.toBeInTheDocument();
  });

  it('opens the complaints of a signal', async () => {
    const history = await renderScreen(Trends, charted(), '/trends?per=shipped&form=control');
    await time().getByRole('button', { name: 'Open the complaints of May 2025: above the upper limit' }).click();
    await expect.poll(() => history.location.pathname).toBe('/complaints');
    expect(decodeURIComponent(history.location.search)).toContain('received_at=@2025-05-01..2025-06-01');
  });

  it('keeps every choice in the address, and goes back to the default', async () => {
    const history = await renderScreen(Trends, charted(), '/trends?per=shipped&form=control');
    await time().getByRole('button', { name: 'Settings' }).click();
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await settings.getByRole('combobox', { name: 'Kind of chart' }).selectOptions('individuals');
    await expect.element(time().getByText(/I-MR chart: limits from/)).toBeVisible();
    await settings.getByRole('combobox', { name: 'Begin a phase in …' }).selectOptions('2025-01-01');
    await settings.getByRole('checkbox', { name: /^3 Six in a row/ }).click();
    await expect.element(time().getByText(/Rules: 1, 2, 3\./)).toBeVisible();
    await settings.getByRole('checkbox', { name: 'The first complete periods' }).click();
    await settings.getByRole('combobox', { name: 'Baseline to' }).selectOptions('2024-06-01');
    await expect.poll(() => decodeURIComponent(history.location.search)).toContain('base=2024-01-01..2024-07-01');
    expect(decodeURIComponent(history.location.search)).toContain('phases=2025-01-01');
    await settings.getByRole('button', { name: 'Back to default' }).click();
    await expect.poll(() => history.location.search).not.toMatch(/base|phases|rules|chart=/);
  });

  it('keeps rules for the whole workspace', async () => {
    const history = await renderScreen(Trends, charted(), '/trends?per=shipped&form=control&rules=1');
    await time().getByRole('button', { name: 'Settings' }).click();
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect.element(settings.getByText('elsewhere and in the report: 1, 2.')).toBeVisible();
    await settings.getByRole('button', { name: 'Use everywhere' }).click();
    await expect.poll(() => history.location.search).not.toContain('rules');
    await expect.element(time().getByText(/Rules: 1\./)).toBeVisible();
  });

  it('keeps a note on a month, and brings a removed one back', async () => {
    await renderScreen(Trends, charted(), '/trends?per=shipped&form=control');
    await time().getByRole('button', { name: 'Add a note' }).click();
    await time().getByRole('combobox', { name: 'Note on' }).selectOptions('2025-05-01');
    await time().getByRole('textbox', { name: 'Note', exact: true }).fill('<b>resin</b> lot');
    await time().getByRole('button', { name: 'Keep' }).click();
    const note = time().getByText('May 2025: <b>resin</b> lot');
    await expect.element(note).toBeVisible();
    await time().getByRole('button', { name: 'Remove the note on May 2025' }).click();
    await expect.element(note).not.toBeInTheDocument();
    await time().getByRole('button', { name: 'Undo' }).click();
    await expect.element(note).toBeVisible();
  });

  it('is a table with limits and verdicts', async () => {
    await renderScreen(Trends, charted(), '/trends?per=shipped&form=control', 'zh-CN');
    const chart = page.getByRole('figure', { name: /各月客诉/ });
    await chart.getByRole('button', { name: '图表操作' }).click();
    await page.getByRole('menuitem', { name: '以表格显示' }).click();
    await expect.element(chart.getByRole('columnheader', { name: '上控制限' })).toBeVisible();
    await expect.element(chart.getByRole('cell', { name: '变差；高于上控制限' })).toBeVisible();
  });
});
