import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/root';

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
}

const lock: Lock = readJson('package-lock.json');
const manifest: Record<'dependencies' | 'devDependencies' | 'overrides', Record<string, string>> = readJson(
  'package.json',
);

describe('the lock', () => {
  test('is of the format that npm 7 and later read', () => expect(lock.lockfileVersion).toBe(3));

  test('holds the binaries of every platform', () => {
    expect(missingOptional(lock)).toEqual([]);
    const platforms = Object.keys(lock.packages).filter((path) => /-(win32|darwin)-/.test(path));
    expect(platforms.length).toBeGreaterThan(0);
  });

  test('names no host, so that any registry can serve it', () => {
    const hosts = Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.includes('://'));
    expect(hosts.map(([path]) => path)).toEqual([]);
  });

  test('has a checksum for every package', () => {
    const unchecked = Object.entries(lock.packages).filter(([path, { integrity }]) => path !== '' && !integrity);
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });
});

describe('package.json', () => {
  test.each(['dependencies', 'devDependencies', 'overrides'] as const)('%s are exact versions', (kind) => {
    const entries = Object.entries(manifest[kind]);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('agrees with the lock', () => {
    const direct = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    const different = direct.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version);
    expect(different).toEqual([]);
  });
});

test('a lock without a platform is found', () => {
  const planted: Lock = {
    lockfileVersion: 3,
    packages: {
      'node_modules/tool': { version: '1.0.0', optionalDependencies: { '@tool/linux': '1.0.0', '@tool/mac': '1.0.0' } },
      'node_modules/tool/node_modules/@tool/linux': { version: '1.0.0' },
    },
  };
  expect(missingOptional(planted)).toEqual(['node_modules/tool needs @tool/mac']);
});

/** Optional dependencies that are named in the lock and not in it, looked up as Node does: nearest folder first. */
function missingOptional({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !folders(path).some((folder) => packages[`${folder}node_modules/${name}`]))
      .map((name) => `${path} needs ${name}`),
  );
}

/** `node_modules/a/node_modules/b` → itself, `node_modules/a`, the root; each with a slash at the end. */
function folders(path: string): string[] {
  const parts = path.split('/node_modules/');
  return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/`), ''];
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(`${ROOT}/${name}`, 'utf8'));
}
