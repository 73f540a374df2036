/** What the browser promises about the data of this site. Sizes in bytes, null where it does not tell. */
export interface Persistence {
  /** The browser will not clear the data by itself when the disk gets full. */
  readonly persisted: boolean;
  readonly quota: number | null;
  readonly usage: number | null;
}

export async function persistence(): Promise<Persistence> {
  const { storage } = navigator as Partial<Navigator>;
  const { quota = null, usage = null } = (await storage?.estimate?.()) ?? {};
  return { persisted: (await storage?.persisted?.()) ?? false, quota, usage };
}

/** Asks the browser to keep the data; whether it will. Some browsers ask the user. */
export async function askPersistence(): Promise<boolean> {
  const { storage } = navigator as Partial<Navigator>;
  return (await storage?.persist?.()) ?? false;
}
