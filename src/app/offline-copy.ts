/** How it stands with a newer version of the application. */
export type UpdateState =
  | 'none'
  /** Stored, and waiting to be asked for. */
  | 'ready'
  /** Asked for, but another tab still runs this version. */
  | 'elsewhere'
  /** On its way in; the page is about to reload. */
  | 'loading';

/** What the service worker of the build waits for before it takes over. */
const TAKE_OVER = { type: 'SKIP_WAITING' };

/** A wall display is never opened anew, so it has to ask. Milliseconds. */
const BETWEEN_CHECKS = 3_600_000;

/**
 * The copy of the application that this browser keeps, from which it opens without its host.
 * The files of one version stay together: a newer version is stored beside them and takes over only when somebody asks
 * for it and no other tab runs on the files that go with the old one.
 */
export class OfflineCopy {
  readonly #listeners = new Set<() => void>();
  #state: UpdateState = 'none';
  #registration: ServiceWorkerRegistration | undefined;

  readonly getState = (): UpdateState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Has the browser keep the copy and look for newer versions. On a first visit it waits for `opened`: the engine that
   * somebody is waiting for comes first. Where there can be no copy (no HTTPS, storage refused) the application works
   * as long as its host does.
   */
  async keep(opened: Promise<unknown>): Promise<void> {
    // Why it cannot be opened is said elsewhere.
    const settled = opened.catch(() => undefined);
    if (!('serviceWorker' in navigator)) return;
    beCounted();
    if (navigator.serviceWorker.controller === null) await settled;
    try {
      this.#watch(await navigator.serviceWorker.register('sw.js'));
    } catch {
      return;
    }
  }

  /** Reloads the page into the newer version, unless other tabs stand in the way; then the state says so. */
  async update(): Promise<void> {
    const waiting = this.#registration?.waiting;
    if (!waiting) return window.location.reload();
    if ((await pagesOpen()) > 1) return this.#become('elsewhere');
    this.#become('loading');
    waiting.addEventListener('statechange', () => {
      if (waiting.state === 'activated' || waiting.state === 'redundant') window.location.reload();
    });
    waiting.postMessage(TAKE_OVER);
  }

  #watch(registration: ServiceWorkerRegistration): void {
    this.#registration = registration;
    this.#notice();
    const follow = () => registration.installing?.addEventListener('statechange', () => this.#notice());
    follow();
    registration.addEventListener('updatefound', follow);
    setInterval(() => void registration.update().catch(() => undefined), BETWEEN_CHECKS);
  }

  /** The first version of all waits for nobody. */
  #notice(): void {
    if (this.#registration?.waiting && this.#registration.active && this.#state === 'none') this.#become('ready');
  }

  #become(state: UpdateState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** One lock for each folder that the application is served from. */
function lockName(): string {
  return `truecause-page ${new URL('.', document.baseURI).href}`;
}

/** Holds a share of the lock until the page goes, so that other pages can count this one. */
function beCounted(): void {
  void navigator.locks.request(lockName(), { mode: 'shared' }, () => new Promise(() => undefined));
}

/** Pages of the application that are open in this browser, this one included. */
async function pagesOpen(): Promise<number> {
  const { held = [] } = await navigator.locks.query();
  return held.filter(({ name }) => name === lockName()).length;
}

/** The one of this page. */
export const offlineCopy = new OfflineCopy();
