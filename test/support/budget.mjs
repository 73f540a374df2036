import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT, say } from './run.mjs';

/** What a first visit may load before it shows the shell, in bytes of gzip. */
const INITIAL_SCRIPT_BYTES = 220_000;

/**
 * Holds `dist` against its budget: the page's scripts with everything they import statically,
 * and the one WebAssembly module that may be shipped (the engine's EH build).
 *
 * @returns {Promise<boolean>} whether it fits
 */
export async function bundleFits() {
  const dist = join(ROOT, 'dist');
  const scripts = await initialScripts(dist);
  const sizes = scripts.map((script) => ({ script, bytes: gzipSync(readFileSync(join(dist, script))).length }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { script, bytes } of sizes) say(`${kilobytes(bytes)}  ${script}`);
  say(`${kilobytes(total)}  initial JavaScript, of ${kilobytes(INITIAL_SCRIPT_BYTES).trim()} gzip`);
  const modules = webAssembly(dist);
  say(`WebAssembly: ${modules.join(', ') || 'none'}`);
  const engineOnly = modules.length === 1 && basename(modules[0]).startsWith('duckdb-eh');
  if (!engineOnly) say('Exactly one WebAssembly module is expected: duckdb-eh.');
  return scripts.length > 0 && total <= INITIAL_SCRIPT_BYTES && engineOnly;
}

/** The scripts that the page names (entry and preloads) and, from there, every static import; paths within `dist`. */
async function initialScripts(dist) {
  const { parseSync } = await import('oxc-parser');
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const queue = [...page.matchAll(/(?:src|href)="\.?\/?([^":]+\.js)"/g)].map((match) => match[1]);
  const found = new Set();
  for (const script of queue) {
    if (found.has(script)) continue;
    found.add(script);
    const { module } = parseSync(script, readFileSync(join(dist, script), 'utf8'));
    const reexports = module.staticExports.flatMap((statement) => statement.entries);
    for (const { moduleRequest } of [...module.staticImports, ...reexports]) {
      if (moduleRequest) queue.push(posix.join(dirname(script), moduleRequest.value));
    }
  }
  return [...found].sort();
}

function webAssembly(dist) {
  return readdirSync(dist, { recursive: true })
    .filter((path) => path.endsWith('.wasm'))
    .sort();
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
}
