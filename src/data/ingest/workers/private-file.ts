/** What a worker gets that writes to a private file; TypeScript lists it for workers only. */
interface SyncHandle {
  write(chunk: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
type WorkerFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> };

/** A file in the origin's private file system, written from its beginning by a worker. Empty until the first write. */
export class PrivateFile {
  private position = 0;

  private constructor(
    private readonly folder: FileSystemDirectoryHandle,
    private readonly name: string,
    private readonly handle: SyncHandle,
  ) {}

  /** @param path folders and name, from the root; folders are made. */
  static async create(path: string): Promise<PrivateFile> {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    let folder = await navigator.storage.getDirectory();
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = (await folder.getFileHandle(name, { create: true })) as WorkerFile;
    const handle = await file.createSyncAccessHandle();
    handle.truncate(0);
    return new PrivateFile(folder, name, handle);
  }

  /** @throws QuotaExceededError when the disk is full */
  append(chunk: Uint8Array): void {
    const written = this.handle.write(chunk, { at: this.position });
    if (written < chunk.length) throw new DOMException('The disk is full', 'QuotaExceededError');
    this.position += written;
  }

  async close(): Promise<void> {
    this.handle.flush();
    this.handle.close();
    if (this.position === 0) await this.folder.removeEntry(this.name);
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    this.handle.close();
    await this.folder.removeEntry(this.name);
  }
}
