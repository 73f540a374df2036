/**
 * The files of a workspace beside its database: raw copies of what was imported, and the journal. Paths are
 * '/'-separated names, relative to the workspace; folders come and go with their files.
 */
export interface WorkspaceFiles {
  /** Creates or replaces the file. A write that fails or is cut short leaves what was there before. */
  write(path: string, content: Blob | string): Promise<void>;
  /** The file as it is now, or null. It may become unreadable once the path is written again or removed. */
  read(path: string): Promise<File | null>;
  /** Names of the files in a folder, not in its subfolders, in the order of their code units. */
  list(folder: string): Promise<string[]>;
  /** Removes a file, or a folder and all in it, if it is there. */
  remove(path: string): Promise<void>;
  /** Where a path lies in the origin's private file system, for a worker that writes there itself; null when files are in memory. */
  rootPath(path: string): string | null;
  /** Removes everything. */
  clear(): Promise<void>;
}
