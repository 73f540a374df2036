import { splitPath } from './file-path';
import type { WorkspaceName } from './workspace';
import type { WorkspaceFiles } from './workspace-files';

const workspaces = new Map<WorkspaceName, WorkspaceFiles>();

/** Files of a workspace that last as long as the page. */
export function memoryFiles(workspace: WorkspaceName): WorkspaceFiles {
  const files = workspaces.get(workspace) ?? createMemoryFiles();
  workspaces.set(workspace, files);
  return files;
}

function createMemoryFiles(): WorkspaceFiles {
  const files = new Map<string, File>();
  const within = (folder: string) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
  return {
    async write(path, content) {
      files.set(path, new File([content], splitPath(path).name));
    },
    async read(path) {
      splitPath(path);
      return files.get(path) ?? null;
    },
    async list(folder) {
      splitPath(folder);
      const names = within(folder).map((path) => path.slice(folder.length + 1));
      return names.filter((name) => !name.includes('/')).sort();
    },
    async remove(path) {
      splitPath(path);
      for (const gone of [path, ...within(path)]) files.delete(gone);
    },
    rootPath: () => null,
    async clear() {
      files.clear();
    },
  };
}
