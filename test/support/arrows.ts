import { type SourceFile, UNKNOWN_TARGET } from './imports';

/** Which folders of `src` a folder may import from, itself apart. Arrows point down only. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'main.tsx': ['app', 'locales'],
  app: ['features', 'session', 'ui', 'analysis', 'records', 'data', 'domain', 'stats', 'locales'],
  features: ['session', 'ui', 'analysis', 'records', 'data', 'domain', 'stats', 'locales'],
  session: ['ui', 'analysis', 'records', 'data', 'domain', 'stats', 'locales'],
  ui: ['domain', 'locales'],
  analysis: ['data', 'domain', 'stats'],
  records: ['data', 'domain', 'stats'],
  data: ['domain', 'stats'],
  domain: ['stats'],
  stats: [],
  locales: ['domain'],
};

/** Packages that only one folder may know, so that they stay replaceable and out of the first load. */
const CONFINED: Readonly<Record<string, string>> = {
  '@duckdb/duckdb-wasm': 'src/data/engine/',
  echarts: 'src/ui/',
  '@e965/xlsx': 'src/data/ingest/book/',
};

/**
 * Rooms inside the import, each standing on those before it: workbooks as text, bytes and cells, what they mean, the engine's statements,
 * what a dropped file is, workers that find it out, what is kept of imports.
 */
const INGEST = 'src/data/ingest/';
const INGEST_ROOMS = ['book', 'text', 'meaning', 'load', 'survey', 'workers', 'kept'];

/** Packages that the first load must not contain. */
const LAZY = ['echarts'];

const ENTRY = 'src/main.tsx';

/** Every broken rule, as `importer → imported: why`. Empty when all arrows point down. */
export function brokenArrows(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ file, imports }) =>
    imports.flatMap(({ target }) => {
      const why = target.startsWith('src/') ? forbiddenInside(file, target) : forbiddenOutside(file, target);
      return why === undefined ? [] : [`${file} → ${target}: ${why}`];
    }),
  );
}

function forbiddenInside(file: string, target: string): string | undefined {
  const from = folderOf(file);
  const to = folderOf(target);
  const allowed = MAY_IMPORT[from];
  if (allowed === undefined) return `src/${from} has no place in the order`;
  if (from === 'features' && to === 'features') {
    return featureOf(file) === featureOf(target) ? undefined : 'features do not import each other';
  }
  if (from !== to) return allowed.includes(to) ? undefined : `${from} does not import ${to}`;
  return roomOf(target) > roomOf(file) ? `ingest/${INGEST_ROOMS[roomOf(file)]} stands below it` : undefined;
}

/** Height of a file's room inside the import; files beside the rooms, and elsewhere, are free. */
function roomOf(path: string): number {
  const room = path.startsWith(INGEST) ? INGEST_ROOMS.indexOf(path.slice(INGEST.length).split('/')[0] ?? '') : -1;
  return room < 0 ? Number.NaN : room;
}

function forbiddenOutside(file: string, target: string): string | undefined {
  if (target === UNKNOWN_TARGET) return 'a computed import cannot be followed';
  if (target.startsWith('.') || target.startsWith('#') || /^(test|sample-data)\//.test(target)) {
    return 'src imports nothing from outside src';
  }
  const home = CONFINED[packageOf(target)];
  return home === undefined || file.startsWith(home) ? undefined : `only ${home} imports it`;
}

/** Imports that would pull a lazy package into the first load: the chain from the entry, as `a → b → echarts`. */
export function eagerlyLoaded(files: readonly SourceFile[]): string[] {
  const byName = new Map(files.map((source) => [source.file, source]));
  const chains = new Map<string, string>([[ENTRY, ENTRY]]);
  const broken: string[] = [];
  for (const [file, chain] of chains) {
    for (const { target, eager } of byName.get(file)?.imports ?? []) {
      if (!eager || chains.has(target)) continue;
      chains.set(target, `${chain} → ${target}`);
      if (LAZY.includes(packageOf(target))) broken.push(`${chain} → ${target}`);
    }
  }
  return broken;
}

/** Groups of files that import each other in a circle (strongly connected components, by Tarjan), types included. */
export function cycles(files: readonly SourceFile[]): string[][] {
  const targets = new Map(files.map(({ file, imports }) => [file, imports.map(({ target }) => target)]));
  const order = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];

  function visit(file: string): number {
    const index = order.size;
    let lowest = index;
    order.set(file, index);
    stack.push(file);
    for (const target of targets.get(file) ?? []) {
      if (!targets.has(target)) continue;
      if (!order.has(target)) lowest = Math.min(lowest, visit(target));
      else if (stack.includes(target)) lowest = Math.min(lowest, order.get(target) ?? lowest);
    }
    if (lowest === index) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1 || targets.get(file)?.includes(file)) found.push(group.sort());
    }
    return lowest;
  }

  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return found;
}

function folderOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function featureOf(path: string): string {
  return path.split('/')[2] ?? '';
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
