import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/root';

const readme = read('README.md');
const decisions = readdirSync(`${ROOT}/docs/decisions`).sort();
const pages = ['README.md', ...markdownIn('docs')];

describe('the documentation', () => {
  test.each(pages)('%s points to files that exist', (page) => {
    expect(relativeLinks(page).filter((target) => !existsSync(`${ROOT}/${target}`))).toEqual([]);
  });

  test('the README names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...readme.matchAll(/npm (?:run )?(start|test|(?<=run )[\w:]+)/g)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(['start', 'test', 'bench', 'build']));
    expect(named.filter((name) => scripts[String(name)] === undefined)).toEqual([]);
  });

  test('the README asks of Node what package.json asks', () => {
    expect(JSON.parse(read('package.json')).engines.node).toContain(readme.match(/20\.\d+/)?.[0]);
  });

  test('the README has every header of public/_headers for each server', () => {
    const headers = [...read('public/_headers').matchAll(/^ {2}([\w-]+): (.*)$/gm)];
    expect(headers.length).toBeGreaterThan(0);
    for (const [, name, value] of headers) {
      expect(readme.split(`${name} "${value}"`)).toHaveLength(1 + ['nginx', 'Caddy'].length);
    }
  });

  test('the README’s table has the folders that exist', () => {
    const listed = [...readme.matchAll(/^\| `([\w/-]+)` \|/gm)].map(([, folder]) => folder);
    const source = readdirSync(`${ROOT}/src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const filled = source.filter(({ name }) => readdirSync(`${ROOT}/src/${name}`).length > 0);
    expect(listed.filter((folder) => folder?.startsWith('src/')).sort()).toEqual(
      filled.map(({ name }) => `src/${name}`).sort(),
    );
    expect(listed.filter((folder) => !existsSync(`${ROOT}/${folder}`))).toEqual([]);
  });

  test('decisions are numbered without gaps, in the name and in the heading', () => {
    expect(decisions.length).toBeGreaterThan(0);
    decisions.forEach((name, index) => {
      expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`));
      expect(read(`docs/decisions/${name}`)).toMatch(new RegExp(`^# ${index + 1}\\. `));
    });
  });
});

/** Where a page's links and pictures point inside the project, as paths from its folder. */
function relativeLinks(page: string): string[] {
  return [...read(page).matchAll(/\]\(([^)#\s]+)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => posix.join(posix.dirname(page), target));
}

function markdownIn(folder: string): string[] {
  return readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')));
}

function read(path: string): string {
  return readFileSync(`${ROOT}/${path}`, 'utf8');
}
