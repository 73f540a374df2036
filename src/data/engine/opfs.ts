/** The page's private file system, or null where the browser has none that can be written (or hides it, as private windows do). */
export async function opfsRoot(): Promise<FileSystemDirectoryHandle | null> {
  if (typeof FileSystemFileHandle === 'undefined' || !('createWritable' in FileSystemFileHandle.prototype)) return null;
  try {
    return await navigator.storage.getDirectory();
  } catch {
    return null;
  }
}

const isNamed = (error: unknown, name: string) => error instanceof DOMException && error.name === name;

/** The error says that there is no such file or folder. */
export const isNotFound = (error: unknown) => isNamed(error, 'NotFoundError');

/** The error says that someone else has the file open. */
export const isHeld = (error: unknown) => isNamed(error, 'NoModificationAllowedError');
