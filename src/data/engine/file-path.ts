/** Ends the name of a file that is being written. */
export const UNFINISHED = '.unfinished';

const isWrong = (name: string) => name === '' || name === '.' || name === '..' || name.endsWith(UNFINISHED);

/** The names along a path: its folders and, last, its own. Throws a TypeError on what is no path within a workspace. */
export function splitPath(path: string): { folders: string[]; name: string } {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  if ([...folders, name].some(isWrong)) throw new TypeError(`Not a path: "${path}"`);
  return { folders, name };
}
