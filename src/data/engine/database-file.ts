import { isHeld, isNotFound, opfsRoot } from './opfs';
import type { WorkspaceName } from './workspace';

/** Times `RETRY_PAUSE` (ms): Chromium lets a terminated worker that is computing go on for two seconds. */
const RETRIES = 30;
const RETRY_PAUSE = 200;

/** Name of a workspace's database at the root of the private file system; the engine keeps `<name>.wal` beside it. */
export const databaseFile = (workspace: WorkspaceName) => `truecause-${workspace}.duckdb`;

const partsOf = (workspace: WorkspaceName) => [databaseFile(workspace), `${databaseFile(workspace)}.wal`];

/**
 * Waits until no worker has the database open: a terminated one lets go of its files a little later. Returns false
 * when it is still held after six seconds.
 */
export async function databaseIsFree(workspace: WorkspaceName): Promise<boolean> {
  const root = await opfsRoot();
  if (root === null) return true;
  for (const part of partsOf(workspace)) {
    if (!(await retried(() => fileIsFree(root, part)))) return false;
  }
  return true;
}

/** Deletes the database of a workspace that nobody has open. The files of its imports stay: see `workspaceFiles`. */
export async function eraseWorkspace(workspace: WorkspaceName): Promise<void> {
  const root = await opfsRoot();
  if (root === null) return;
  await databaseIsFree(workspace);
  for (const part of partsOf(workspace)) {
    await root.removeEntry(part).catch((error) => {
      if (!isNotFound(error)) throw error;
    });
  }
}

async function fileIsFree(root: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    const file = await root.getFileHandle(name);
    const probe = await file.createWritable();
    await probe.abort();
    return true;
  } catch (error) {
    if (isNotFound(error)) return true;
    if (isHeld(error)) return false;
    throw error;
  }
}

async function retried(attempt: () => Promise<boolean>): Promise<boolean> {
  for (let left = RETRIES; left > 0; left--) {
    if (await attempt()) return true;
    await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE));
  }
  return attempt();
}
