/** A tab that has just been reloaded still holds its lock for a moment. */
const RELOAD_PATIENCE = 300;
/** How long the owner may take to finish and let go before the lock is taken from it. */
const HAND_OVER_PATIENCE = 3000;

/** Why an owner must stop: another tab asked for it and waits, or has taken the lock already. */
export type Loss = 'asked' | 'stolen';

/** The right to open the database of a workspace, which one tab has at a time. */
export interface Ownership {
  release(): void;
}

/**
 * Claims a workspace through the Web Lock of that name. Returns null when another tab owns it, unless `takeOver`: then
 * that tab is asked to close it, and loses it when it does not answer.
 * @param onLoss called when another tab takes over; on 'asked' the owner has to call `release`.
 */
export async function claimOwnership(
  name: string,
  { takeOver, onLoss }: { takeOver: boolean; onLoss: (loss: Loss) => void },
): Promise<Ownership | null> {
  const onStolen = () => onLoss('stolen');
  if (takeOver) askOwner(name);
  const patience = AbortSignal.timeout(takeOver ? HAND_OVER_PATIENCE : RELOAD_PATIENCE);
  let release = await requestLock(name, { signal: patience }, onStolen);
  if (release === null && takeOver) release = await requestLock(name, { steal: true }, onStolen);
  if (release === null) return null;
  const requests = new BroadcastChannel(name);
  requests.onmessage = () => onLoss('asked');
  return {
    release() {
      requests.close();
      release();
    },
  };
}

function askOwner(name: string): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage('release');
  channel.close();
}

/** Resolves with the function that releases the lock, or with null when the wait for it was aborted. */
function requestLock(name: string, options: LockOptions, onStolen: () => void): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    let held = false;
    const hold = () =>
      new Promise<void>((release) => {
        held = true;
        resolve(release);
      });
    navigator.locks.request(name, options, hold).catch((error) => {
      if (held) onStolen();
      else if (options.signal?.aborted) resolve(null);
      else reject(error);
    });
  });
}
