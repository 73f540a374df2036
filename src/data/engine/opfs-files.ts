import { splitPath, UNFINISHED } from './file-path';
import { isNotFound, opfsRoot } from './opfs';
import { type WorkspaceName, workspaceFolder } from './workspace';
import type { WorkspaceFiles } from './workspace-files';

/** In every browser that has writable files, and in no TypeScript library yet. Replaces what has the name. */
interface MovableFile extends FileSystemFileHandle {
  move(name: string): Promise<void>;
}

/** Files of a workspace in the browser's private file system. */
export function opfsFiles(workspace: WorkspaceName): WorkspaceFiles {
  const home = workspaceFolder(workspace).split('/');
  return {
    async write(path, content) {
      const { folders, name } = splitPath(path);
      await writeFile(await openFolder([...home, ...folders], { create: true }), name, content);
    },
    async read(path) {
      const { folders, name } = splitPath(path);
      return unlessMissing(async () => {
        const folder = await openFolder([...home, ...folders]);
        return (await folder.getFileHandle(name)).getFile();
      });
    },
    async list(path) {
      const { folders, name } = splitPath(path);
      const names = await unlessMissing(async () => fileNames(await openFolder([...home, ...folders, name])));
      return names ?? [];
    },
    async remove(path) {
      const { folders, name } = splitPath(path);
      await unlessMissing(async () => {
        const folder = await openFolder([...home, ...folders]);
        await folder.removeEntry(name, { recursive: true });
      });
    },
    rootPath(path) {
      const { folders, name } = splitPath(path);
      return [...home, ...folders, name].join('/');
    },
    async clear() {
      const { folders, name } = splitPath(workspaceFolder(workspace));
      await unlessMissing(async () => (await openFolder(folders)).removeEntry(name, { recursive: true }));
    },
  };
}

async function openFolder(
  names: readonly string[],
  options: FileSystemGetDirectoryOptions = {},
): Promise<FileSystemDirectoryHandle> {
  let folder = await opfsRoot();
  if (folder === null) throw new Error('This browser has no private file system');
  for (const name of names) folder = await folder.getDirectoryHandle(name, options);
  return folder;
}

/** Writes under another name first: a new file exists, empty, before its content does. */
async function writeFile(folder: FileSystemDirectoryHandle, name: string, content: Blob | string): Promise<void> {
  const draft = name + UNFINISHED;
  try {
    const file = (await folder.getFileHandle(draft, { create: true })) as MovableFile;
    const stream = await file.createWritable();
    await stream.write(content);
    await stream.close();
    await file.move(name);
  } catch (error) {
    // As far as it goes: the browser may still hold the draft, which is empty, is not listed, and may be written again.
    await folder.removeEntry(draft).catch(() => undefined);
    throw error;
  }
}

async function fileNames(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of folder.values()) {
    if (entry.kind === 'file' && !entry.name.endsWith(UNFINISHED)) names.push(entry.name);
  }
  return names.sort();
}

async function unlessMissing<T>(attempt: () => Promise<T>): Promise<T | null> {
  try {
    return await attempt();
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
