import type { Bench } from './bench';
import { generated, servePage } from './bench-page';
import type { CodingTimes } from './page/coding';

const ROUNDS = 3;
const ROWS = 900_000;

/** 200 keyword rules on the texts of a million complaints, beside a bare scan of the same texts in the same run. */
export const bench: Bench = {
  title: 'Coding, 200 rules, 1,000,000 complaints',
  async run(lab) {
    const site = await servePage();
    const page = await lab.openPage();
    await page.goto(site.url);
    await page.setInputFiles('#file', generated('million', ['--without', 'dirt']));
    await page.evaluate(() => window.bench.whole());
    const rounds: CodingTimes[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await page.evaluate(() => window.bench.coding()));
    await site.close();
    const wrong = rounds.find(({ rows, reports }) => rows < ROWS || reports < 10);
    if (wrong !== undefined) throw new Error(JSON.stringify(wrong));
    const least = (of: 'scan' | 'preview' | 'apply' | 'blocked') => Math.min(...rounds.map((times) => times[of]));
    return [
      { name: 'bare scan of the texts', value: least('scan'), unit: 'ms' },
      { name: 'what would change', value: least('preview'), unit: 'ms' },
      { name: 'saved and applied', value: least('apply'), unit: 'ms', atMost: 5000 },
      { name: 'saved and applied ÷ bare scan', value: least('apply') / least('scan'), unit: '×' },
      { name: 'main thread held up at most', value: least('blocked'), unit: 'ms', atMost: 100 },
    ];
  },
};
