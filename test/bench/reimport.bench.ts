import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Bench, Figure } from './bench';
import { generated, servePage } from './bench-page';

const OUT = join(process.cwd(), 'test/bench/out');
const ROUNDS = 2;
/** One row in so many says something else in the next export. */
const EACH = 20;
/** Rows of the first export that the next one lacks: then the rows before it cannot all be replaced. */
const LEFT_OUT = 1000;

/** The next export, of all rows or with some left out, against the rows of the one before it, beside a first import in the same run, and how long the first takes from its raw copy. */
export const bench: Bench = {
  title: 'Import again, 1,000,000 rows against 1,000,000',
  async run(lab) {
    const site = await servePage();
    const figures: Figure[] = [];
    const complaints = generated('million', ['--without', 'dirt']);
    const serials = await serialFile();
    const pairs = [
      { name: 'complaints', first: complaints, next: await nextExport(complaints, 'next', 0) },
      { name: 'complaints, some left out', first: complaints, next: await nextExport(complaints, 'partly', LEFT_OUT) },
      { name: 'serials', first: serials, next: await nextExport(serials, 'next', 0) },
    ];
    for (const { name, first, next } of pairs) {
      const page = await lab.openPage();
      await page.goto(site.url);
      const times: { first: number; rebuilt: number; again: number }[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        await page.setInputFiles('#file', first);
        const { whole } = await page.evaluate(() => window.bench.whole());
        const rebuilt = await page.evaluate(() => window.bench.rebuild());
        await page.setInputFiles('#file', next);
        const { whole: again, difference } = await page.evaluate(() => window.bench.again());
        if ((difference?.changed ?? 0) === 0) throw new Error(`${name}: nothing has changed`);
        times.push({ first: whole, rebuilt, again });
      }
      const least = (of: 'first' | 'rebuilt' | 'again') => Math.min(...times.map((time) => time[of]));
      const [before, after] = [least('first'), least('again')];
      figures.push(
        { name: `${name}: first import`, value: before, unit: 'ms' },
        {
          name: `${name}: made again from the raw copy ÷ first`,
          value: least('rebuilt') / before,
          unit: '×',
          atMost: 1,
        },
        { name: `${name}: import again`, value: after, unit: 'ms' },
        { name: `${name}: again ÷ first`, value: after / before, unit: '×', atMost: 1.3 },
      );
    }
    await site.close();
    return figures;
  },
};

/**
 * A copy of a file in which one row in `EACH` has another number at its end, if it ends with one, less its first `leftOut` rows. Made each
 * time: an older copy may have been made otherwise.
 */
async function nextExport(file: string, folder: string, leftOut: number): Promise<string> {
  const path = join(dirname(file), folder, 'next.csv');
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const kept = rows
    .slice(leftOut)
    .map((row, at) => (at % EACH === 0 ? row.replace(/(?<=,)\d[\d.]*$/, (last) => `1${last}`) : row));
  await writeLines(path, [header, ...kept]);
  return path;
}

/** A million units by number. */
async function serialFile(): Promise<string> {
  const path = join(OUT, 'serials', 'serials.csv');
  if (existsSync(path)) return path;
  const rows = Array.from({ length: 1_000_000 }, (_, at) => {
    const day = new Date(Date.UTC(2024, 0, 1) + Math.floor(at / 1400) * 86_400_000).toISOString().slice(0, 10);
    return `SN${String(at).padStart(9, '0')},${day},B${Math.floor(at / 800)}`;
  });
  await writeLines(path, ['序列号,出货日期,生产批次号', ...rows]);
  return path;
}

async function writeLines(path: string, lines: readonly string[]): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const stream = createWriteStream(path);
  for (let at = 0; at < lines.length; at += 10_000) stream.write(`${lines.slice(at, at + 10_000).join('\n')}\n`);
  stream.end();
  await finished(stream);
}
