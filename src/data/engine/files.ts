import { memoryFiles } from './memory-files';
import { opfsFiles } from './opfs-files';
import type { Storage, WorkspaceName } from './workspace';
import type { WorkspaceFiles } from './workspace-files';

export type { WorkspaceFiles };

/** The files of a workspace, kept where its engine keeps the rows (`Engine.storage`). */
export function workspaceFiles(workspace: WorkspaceName, storage: Storage): WorkspaceFiles {
  return storage === 'opfs' ? opfsFiles(workspace) : memoryFiles(workspace);
}
