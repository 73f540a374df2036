import { readdirSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenArrows, cycles, eagerlyLoaded } from '../support/arrows';
import { importsOf, readSourceFiles, type SourceFile, typescriptFiles } from '../support/imports';
import { ROOT } from '../support/root';

const source = readSourceFiles(typescriptFiles('src'));

describe('the source', () => {
  test('is seen completely', () => {
    const folders = readdirSync(`${ROOT}/src`).filter((name) => statSync(`${ROOT}/src/${name}`).isDirectory());
    const counted = folders.map((folder) => [folder, countTypescript(`${ROOT}/src/${folder}`)]);
    const seen = folders.map((folder) => [
      folder,
      source.filter(({ file }) => file.startsWith(`src/${folder}/`)).length,
    ]);
    expect(seen).toEqual(counted);
    expect(counted.filter(([, files]) => files === 0)).toEqual([]);
    expect(source.map(({ file }) => file)).toContain('src/main.tsx');
    expect(source.flatMap(({ imports }) => imports).length).toBeGreaterThan(0);
  });

  test('resolves every relative import to a file', () => {
    const missing = source.flatMap(({ file, imports }) =>
      imports
        .filter(({ target }) => target.startsWith('src/') && !statSync(`${ROOT}/${target}`, { throwIfNoEntry: false }))
        .map(({ target }) => `${file} → ${target}`),
    );
    expect(missing).toEqual([]);
  });

  test('has arrows that point down only', () => expect(brokenArrows(source)).toEqual([]));
  test('has no cycles', () => expect(cycles(source)).toEqual([]));
  test('keeps the charts out of the first load', () => expect(eagerlyLoaded(source)).toEqual([]));
});

describe('planted violations are found', () => {
  test.each([
    ['src/stats/rate.ts', "import '../domain/scope'"],
    ['src/domain/scope.ts', "import type { Row } from '../data/engine/rows'"],
    ['src/domain/scope.ts', "export { run } from '../data/engine/run'"],
    ['src/data/engine/run.ts', "type X = import('../../analysis/series').Series"],
    ['src/data/ingest/text/scan.ts', "import { fold } from '../meaning/fold'"],
    ['src/data/ingest/meaning/mapping.ts', "import '../load/load-sql'"],
    ['src/data/ingest/survey/analyse.ts', "import '../kept/journal'"],
    ['src/data/ingest/pass.ts', "import url from '../../ui/worker?worker&url'"],
    ['src/analysis/series.ts', "import '../ui/Chart'"],
    ['src/ui/Chart.tsx', "const load = () => import('../features/trends/Trends')"],
    ['src/ui/Chart.tsx', "import '../data/queries/series'"],
    ['src/features/trends/Trends.tsx', "import '../overview/Overview'"],
    ['src/features/trends/Trends.tsx', "import '../../app/routes'"],
    ['src/main.tsx', "import './ui/Chart'"],
    ['src/elsewhere/x.ts', "import '../domain/scope'"],
    ['src/analysis/series.ts', "import { AsyncDuckDB } from '@duckdb/duckdb-wasm'"],
    ['src/features/trends/Trends.tsx', "import * as echarts from 'echarts/core'"],
    ['src/app/sample.ts', "import truth from '../../sample-data/truth.json'"],
    ['src/app/sample.ts', "import truth from '#sample-data/truth.json'"],
    ['src/app/x.ts', "import '../support/imports'"],
    ['src/app/x.ts', 'const load = (name: string) => import(name)'],
  ])('%s: %s', (file, text) => {
    expect(brokenArrows([{ file, imports: importsOf(file, text) }])).toHaveLength(1);
  });

  test('cycles, through types and lazy imports too', () => {
    const files = [
      parsed('src/domain/a.ts', "import type { B } from './b'"),
      parsed('src/domain/b.ts', "const c = () => import('./c')"),
      parsed('src/domain/c.ts', "export * from './a'"),
      parsed('src/domain/d.ts', "import './a'"),
    ].map(withExtensions);
    expect(cycles(files)).toEqual([['src/domain/a.ts', 'src/domain/b.ts', 'src/domain/c.ts']]);
  });

  test('charts in the first load, but not behind an import()', () => {
    const chart = parsed('src/ui/Plot.ts', "import 'echarts/core'");
    const eager = parsed('src/main.tsx', "import './ui/Plot'");
    const lazy = parsed('src/main.tsx', "const plot = () => import('./ui/Plot'); import type { P } from './ui/Plot'");
    expect(eagerlyLoaded([chart, eager].map(withExtensions))).toEqual(['src/main.tsx → src/ui/Plot.ts → echarts/core']);
    expect(eagerlyLoaded([chart, lazy].map(withExtensions))).toEqual([]);
  });
});

/** Counts by a walk of its own, so that a walk that skips files is noticed. */
function countTypescript(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) =>
      entry.isDirectory() ? countTypescript(`${folder}/${entry.name}`) : Number(/\.tsx?$/.test(entry.name)),
    )
    .reduce((sum, count) => sum + count, 0);
}

function parsed(file: string, text: string): SourceFile {
  return { file, imports: importsOf(file, text) };
}

/** Planted files are not on disk, so their imports stay without extension. */
function withExtensions({ file, imports }: SourceFile): SourceFile {
  const complete = (target: string) => (target.startsWith('src/') ? `${target}.ts` : target);
  return { file, imports: imports.map((entry) => ({ ...entry, target: complete(entry.target) })) };
}
