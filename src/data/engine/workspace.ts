/** The two sets of data a browser holds: the sample that ships with the app, and the user's own. */
export type WorkspaceName = 'sample' | 'mine';

/** Folder of a workspace's files in the private file system, from its root. */
export const workspaceFolder = (workspace: WorkspaceName) => `truecause/${workspace}`;

/** Where the rows of a workspace live; `memory` is gone when the tab closes. */
export type Storage = 'opfs' | 'memory';
