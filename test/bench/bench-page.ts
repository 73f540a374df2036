import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build, preview } from 'vite';

const HERE = join(process.cwd(), 'test/bench');
const OUT = join(HERE, 'out');

/** The complaints file of a folder below `out`, generated the first time. */
export function generated(folder: string, options: readonly string[], rows = 1_000_000): string {
  const path = join(OUT, folder);
  const file = join(path, 'complaints.csv');
  if (!existsSync(file)) {
    const args = [
      'sample-data/generate.mjs',
      '--rows',
      String(rows),
      '--lean',
      '--single-file',
      '--out',
      path,
      ...options,
    ];
    const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  }
  return file;
}

/** The page of this bench, built as the application is and served from this machine. */
export async function servePage(): Promise<{ url: string; close(): Promise<void> }> {
  const outDir = join(OUT, 'page');
  const root = join(HERE, 'page');
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2023' },
  });
  const server = await preview({ root, configFile: false, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}

/** Imports a file of complaints into the application on a page, as a script would; nearly all of its rows must come in. */
export async function importInto(page: Page, path: string, atLeast = 900_000): Promise<void> {
  await page.evaluate(() => window.truecause.ready);
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'bench-file' })),
  );
  await page.setInputFiles('#bench-file', path);
  const accepted = await page.evaluate(async () => {
    const input = document.querySelector('#bench-file') as HTMLInputElement;
    const [report] = await window.truecause.importFiles(Array.from(input.files ?? []));
    input.remove();
    return report?.rowsAccepted ?? 0;
  });
  if (accepted < atLeast) throw new Error(`${accepted} rows came in`);
}
