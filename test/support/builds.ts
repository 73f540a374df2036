import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './root';

/** A folder with the built application, for a test that replaces it by another version. */
export interface Deployed {
  readonly folder: string;
  /** Paths of its files, as the page's copy should hold them: not the service worker, and not the hosts' own file. */
  files(): string[];
  /**
   * Puts another version in its place, as a build from changed sources would: the entry script under another name, none
   * under the old one, `mark` as the document's description.
   */
  replace(mark: string): void;
  /** Puts a file beside the application that is no part of it. */
  add(path: string, content: string): void;
  remove(): void;
}

/** Copies `dist` to a temporary folder. */
export function deploy(): Deployed {
  const folder = mkdtempSync(join(tmpdir(), 'truecause-deployed-'));
  cpSync(`${ROOT}/dist`, folder, { recursive: true });
  const files = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter((path) => path !== 'sw.js' && path !== '_headers')
      .sort();
  return {
    folder,
    files,
    replace(mark) {
      const [, entry = '', hash = ''] =
        readFileSync(join(folder, 'index.html'), 'utf8').match(/src="\.\/assets\/(index-([\w-]{8})\.js)"/) ?? [];
      if (entry === '') throw new Error('The built page has no entry script');
      const next = entry.replace(hash, [...hash].reverse().join(''));
      renameSync(join(folder, 'assets', entry), join(folder, 'assets', next));
      for (const path of [...files(), 'sw.js'].filter((name) => /\.(js|html)$/.test(name))) {
        const text = readFileSync(join(folder, path), 'utf8')
          .replaceAll(entry, next)
          .replace(/(<meta name="description" content=")[^"]*/, `$1${mark}`)
          .replace(/(url:"index\.html",revision:")[^"]*/, `$1${mark}`);
        writeFileSync(join(folder, path), text);
      }
    },
    add(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
