import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, ROOT, run, say } from './run.mjs';

/** Ends the process with a clear message when this Node is older than package.json's `engines` asks for. */
export function requireNode() {
  const wanted = manifest().engines.node;
  if (satisfies(process.versions.node, wanted)) return;
  say(`Truecause needs Node ${wanted}; this is ${process.version}.`);
  say('Install a current LTS release of Node and run the command again.');
  process.exit(1);
}

/** @returns {boolean} whether a version fits a range of `>=a.b.c` and `^a.b.c` joined by `||` */
function satisfies(version, range) {
  const [major, minor] = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const [, kind, wantedMajor, wantedMinor = 0] = part.trim().match(/^(\^|>=)(\d+)(?:\.(\d+))?/) ?? [];
    if (major === Number(wantedMajor)) return minor >= Number(wantedMinor);
    return kind === '>=' && major > Number(wantedMajor);
  });
}

/** Installs what the lock names, unless exactly that is installed already. */
export async function ensurePackages() {
  if (packagesMatchLock()) return;
  say('Installing packages (npm ci) …');
  const code = await npm('ci', '--include=dev', '--no-audit', '--no-fund');
  if (code === 0) return;
  say('npm ci failed: the messages above say why. It needs access to an npm registry.');
  process.exit(1);
}

/**
 * Compares npm's own record of what it installed with the lock, package by package, because file times
 * change with every checkout. Packages that the lock calls optional may be absent (other platforms' binaries).
 */
function packagesMatchLock() {
  const record = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = lockedPackages(record);
  return Object.entries(lockedPackages(join(ROOT, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? Boolean(wanted.optional || wanted.devOptional) : found.version === wanted.version;
  });
}

function lockedPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** Runs npm: the one that started us, if one did. */
function npm(...args) {
  const started = process.env.npm_execpath;
  if (started?.endsWith('.js')) return run(process.execPath, [started, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}
