import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/root';

const TOP_LEVEL = [
  'src',
  'public',
  'test',
  'sample-data',
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'README.md',
  'LICENSE',
  'index.html',
  'biome.json',
  'knip.json',
];

/** Hosts that documentation may point to. */
const DOCUMENTED_HOSTS = ['github.com', 'duckdb.org', 'nodejs.org', 'developer.mozilla.org'];

/** Hosts that may stand in source: XML namespaces, this machine, names reserved for examples, a bug's thread. */
const SOURCE_HOSTS = [/^www\.w3\.org\//, /^(localhost|127\.0\.0\.1)\b/, /^[\w.-]*\bexample(\.(com|org|net))?\b/];
const ISSUE = /^github\.com\/[\w.-]+\/[\w.-]+\/(issues|pull)\/\d+/;

const MAX_SOURCE_LINES = 400;

/** Paths of a person's or a machine's folders; system programs such as /usr/bin are not meant. */
const MACHINE_PATH = /(?<![\w.\])}~-])\/(?:home|root|work|mnt|tmp|Users)\/[\w.-]|[A-Z]:\\+Users\\/;
const REGISTRY = /\bregistry\.[a-z][\w-]*\./;
const UNFINISHED = /\b(?:TO[D]O|FIX[M]E)\b/;

const files = projectFiles();
const texts = files.flatMap((file) => {
  const text = readFileSync(`${ROOT}/${file}`, 'utf8');
  return text.includes('\0') ? [] : [{ file, text }];
});

describe('the project', () => {
  test('is seen', () => expect(files).toEqual(expect.arrayContaining(['package.json', 'src/main.tsx'])));

  test('has only the agreed entries at the top', () => {
    const top = new Set(files.map((file) => file.split('/')[0] ?? file));
    expect([...top].filter((name) => !name.startsWith('.') && !TOP_LEVEL.includes(name))).toEqual([]);
  });

  test('names no folder of anybody’s machine', () => expect(linesMatching(MACHINE_PATH)).toEqual([]));
  test('names no package registry', () => expect(linesMatching(REGISTRY)).toEqual([]));
  test('has nothing marked as unfinished', () => expect(linesMatching(UNFINISHED)).toEqual([]));

  test('names no hosts but the agreed ones', () => {
    const foreign = texts
      .filter(({ file }) => file !== 'package-lock.json')
      .flatMap(({ file, text }) => foreignAddresses(file, text).map((address) => `${file}: ${address}`));
    expect(foreign).toEqual([]);
  });

  test(`has no source file of more than ${MAX_SOURCE_LINES} lines`, () => {
    const long = texts
      .filter(({ file, text }) => /^src\/.*\.(tsx?|css)$/.test(file) && text.split('\n').length > MAX_SOURCE_LINES + 1)
      .map(({ file }) => file);
    expect(long).toEqual([]);
  });
});

describe('planted violations are found', () => {
  test.each(['work', 'root', 'tmp', 'home', 'Users'])('a path in /%s', (folder) => {
    expect(`import x from "/${folder}/me/x"`).toMatch(MACHINE_PATH);
    expect(`src/${folder}/me and ../${folder}/me`).not.toMatch(MACHINE_PATH);
  });

  test('a host', () => {
    const outside = ['https:', '', 'cdn.invalid', 'x.js'].join('/');
    expect(foreignAddresses('src/a.ts', `load('${outside}')`)).toEqual(['cdn.invalid/x.js']);
    expect(foreignAddresses('README.md', `[x](${outside})`)).toEqual(['cdn.invalid/x.js']);
    expect(foreignAddresses('src/a.ts', `x('http://127.0.0.1:8080/a'), x('http://www.w3.org/2000/svg')`)).toEqual([]);
  });
});

/** What git tracks or would, whatever the language of the machine and of file names. */
function projectFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  const names = list.toString('utf8').split('\0').filter(Boolean);
  return names.filter((name) => existsSync(`${ROOT}/${name}`));
}

function linesMatching(pattern: RegExp): string[] {
  return texts.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
}

/** Addresses in a text without their scheme, less those that this kind of file may name. Templates are left out. */
function foreignAddresses(file: string, text: string): string[] {
  const documentation = file.endsWith('.md') || file === 'LICENSE';
  return [...text.matchAll(/https?:\/\/([^\s"'`<>)\]$]+)/g)]
    .map(([, address = '']) => address)
    .filter((address) => !SOURCE_HOSTS.some((host) => host.test(address)) && !ISSUE.test(address))
    .filter((address) => !(documentation && DOCUMENTED_HOSTS.includes(address.split('/')[0] ?? '')));
}
