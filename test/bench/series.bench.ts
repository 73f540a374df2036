import { type Bench, quantile } from './bench';
import { generated, importInto } from './bench-page';

const SCOPES = [
  '',
  'model=KS-17W',
  'failure_mode=底部漏水',
  'failure_mode=显示缺划',
  'severity=major',
  'model=KG-15W,KM-13W',
];
const ROUNDS = 4;

/** Control charts in the built application over a million complaints, as a script asks for them: what a screen waits for. */
export const bench: Bench = {
  title: 'Control charts, 1,000,000 complaints',
  async run(lab) {
    const page = await lab.openPage();
    await page.goto(`${lab.url}#/data?w=mine`);
    await importInto(page, generated('million', ['--without', 'dirt']));
    const charts = await page.evaluate(timed, { scopes: SCOPES, rounds: ROUNDS });
    const panels = await page.evaluate(timed, { scopes: SCOPES.slice(0, 2), rounds: 2, by: 'failure_mode' });
    return [
      { name: 'a chart of any scope, median', value: quantile(charts, 0.5), unit: 'ms' },
      { name: 'a chart of any scope, 95 %', value: quantile(charts, 0.95), unit: 'ms', atMost: 300 },
      { name: 'thirteen charts by failure mode, median', value: quantile(panels, 0.5), unit: 'ms' },
    ];
  },
};

/** Runs in the page; no question is asked twice. */
async function timed({
  scopes,
  rounds,
  by,
}: {
  scopes: readonly string[];
  rounds: number;
  by?: string;
}): Promise<number[]> {
  const times = [];
  await window.truecause.series();
  for (let round = 0; round < rounds; round++)
    for (const scope of scopes) {
      const within = [scope, `received_at=@2024-0${round + 1}-15..2025-11-01`].filter((part) => part !== '').join(';');
      const begun = performance.now();
      const { charts } = await window.truecause.series({ scope: within, by });
      times.push(performance.now() - begun);
      if (charts.length === 0) throw new Error(`${within}: no chart`);
    }
  return times;
}
