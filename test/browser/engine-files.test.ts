import { beforeEach, describe, expect, test } from 'vitest';
import { workspaceFiles } from '../../src/data/engine/files';
import { opfsRoot } from '../../src/data/engine/opfs';
import { askPersistence, persistence } from '../../src/data/engine/persistence';
import { workspaceFolder } from '../../src/data/engine/workspace';

describe.each(['opfs', 'memory'] as const)('files of a workspace in %s', (storage) => {
  const files = workspaceFiles('sample', storage);
  const text = async (path: string) => (await files.read(path))?.text() ?? null;

  beforeEach(() => files.clear());

  test('a file is read as it was written', async () => {
    await files.write('journal/0001.json', '{"名":1}');
    const file = await files.read('journal/0001.json');
    expect(file?.name).toBe('0001.json');
    expect(await file?.text()).toBe('{"名":1}');
  });

  test('bytes stay bytes, under any name', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
    await files.write('raw/投诉 (1).csv', new Blob([bytes]));
    const read = await files.read('raw/投诉 (1).csv');
    expect(new Uint8Array((await read?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(bytes);
  });

  test('writing again replaces, also with something shorter', async () => {
    await files.write('a', 'long text');
    await files.write('a', 'b');
    expect(await text('a')).toBe('b');
    expect(await files.list('journal')).toEqual([]);
  });

  test('what is not there reads as null and can be removed', async () => {
    expect(await files.read('nowhere/a')).toBeNull();
    await files.write('raw/a', '');
    expect(await files.read('raw/b')).toBeNull();
    await files.remove('raw/b');
    await files.remove('nowhere/b');
    expect(await text('raw/a')).toBe('');
  });

  test('a folder lists the names of its own files in order', async () => {
    for (const path of ['journal/0010', 'journal/0002', 'journal/old/0001', 'journals/0003', '0004']) {
      await files.write(path, path);
    }
    expect(await files.list('journal')).toEqual(['0002', '0010']);
    expect(await files.list('journal/old')).toEqual(['0001']);
    expect(await files.list('nothing')).toEqual([]);
  });

  test('removing a folder removes what is in it and nothing else', async () => {
    for (const path of ['raw/a', 'raw/deep/b', 'rawer/c']) await files.write(path, path);
    await files.remove('raw');
    expect(await text('raw/a')).toBeNull();
    expect(await text('raw/deep/b')).toBeNull();
    expect(await text('rawer/c')).toBe('rawer/c');
  });

  test('clearing leaves other workspaces alone', async () => {
    const mine = workspaceFiles('mine', storage);
    await mine.write('journal/1', 'mine');
    await files.write('journal/1', 'sample');
    await files.clear();
    expect(await text('journal/1')).toBeNull();
    expect(await (await mine.read('journal/1'))?.text()).toBe('mine');
    await mine.clear();
  });

  test('writes of one file at a time all succeed when started together', async () => {
    const paths = Array.from({ length: 20 }, (_, at) => `raw/${at}`);
    await Promise.all(paths.map((path) => files.write(path, path)));
    expect(await Promise.all(paths.map(text))).toEqual(paths);
  });

  test.each(['', '/a', 'a/', 'a//b', '../mine/a', 'a/./b', 'a.unfinished'])(
    '"%s" is refused as a path',
    async (path) => {
      await expect(files.write(path, 'x')).rejects.toThrow(TypeError);
      await expect(files.read(path)).rejects.toThrow(TypeError);
      await expect(files.list(path)).rejects.toThrow(TypeError);
      await expect(files.remove(path)).rejects.toThrow(TypeError);
    },
  );

  test('a second handle on the workspace sees the same files', async () => {
    await files.write('a', 'b');
    expect(await (await workspaceFiles('sample', storage).read('a'))?.text()).toBe('b');
  });
});

describe('files in the private file system', () => {
  const files = workspaceFiles('sample', 'opfs');

  test('a write that fails leaves what was there, and can be done again', async () => {
    await files.clear();
    await files.write('journal/1', 'old');
    const gone = await vanishedFile();
    await expect(files.write('journal/1', gone)).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(files.write('journal/2', gone)).rejects.toMatchObject({ name: 'NotFoundError' });
    expect(await (await files.read('journal/1'))?.text()).toBe('old');
    expect(await files.list('journal')).toEqual(['1']);
    await files.write('journal/2', 'new');
    expect(await (await files.read('journal/2'))?.text()).toBe('new');
  });

  test('a draft left by a tab that died is not listed', async () => {
    await files.clear();
    await files.write('journal/1', 'x');
    await (await folder('journal')).getFileHandle('2.unfinished', { create: true });
    expect(await files.list('journal')).toEqual(['1']);
    await files.write('journal/2', 'y');
    expect(await entries('journal')).toEqual(['1', '2']);
    await files.clear();
  });
});

test('persistence tells what the browser promises', async () => {
  const before = await persistence();
  expect(before.quota).toBeGreaterThan(0);
  expect(before.usage).toBeGreaterThanOrEqual(0);
  expect((await persistence()).persisted).toBe((await askPersistence()) || before.persisted);
});

async function folder(path: string): Promise<FileSystemDirectoryHandle> {
  let handle = await opfsRoot();
  for (const name of [...workspaceFolder('sample').split('/'), path]) {
    handle = (await handle?.getDirectoryHandle(name)) ?? null;
  }
  if (handle === null) throw new Error('no private file system');
  return handle;
}

async function entries(path: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (await folder(path)).keys()) names.push(name);
  return names.sort();
}

/** A file whose bytes can no longer be read, as when a stick is pulled out during an import. */
async function vanishedFile(): Promise<File> {
  const root = await opfsRoot();
  const handle = await root?.getFileHandle('vanishing', { create: true });
  const stream = await handle?.createWritable();
  await stream?.write('something');
  await stream?.close();
  const file = await handle?.getFile();
  await root?.removeEntry('vanishing');
  if (file === undefined) throw new Error('no private file system');
  return file;
}
