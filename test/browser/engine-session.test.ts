import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WASM_BYTES } from '../../src/data/engine/boot';
import { databaseFile, databaseIsFree, eraseWorkspace } from '../../src/data/engine/database-file';
import type { Engine } from '../../src/data/engine/engine';
import { openInFile } from '../../src/data/engine/open';
import { opfsRoot } from '../../src/data/engine/opfs';
import { EngineSession, type EngineState } from '../../src/data/engine/session';

const sessions: EngineSession[] = [];

function session(options?: { forceMemory: boolean }): EngineSession {
  const created = new EngineSession('sample', options);
  sessions.push(created);
  return created;
}

function engineOf(state: EngineState): Engine {
  if (state.kind !== 'ready') throw new Error(`not ready: ${JSON.stringify(state)}`);
  return state.engine;
}

/** Resolves when the session comes to such a state. */
function reaches(of: EngineSession, kind: EngineState['kind']): Promise<EngineState> {
  return new Promise((resolve) => {
    const check = () => {
      if (of.getState().kind === kind) resolve(of.getState());
    };
    of.subscribe(check);
    check();
  });
}

/** Runs for as long as it is let, and can be cancelled at any time. */
const ENDLESS = 'SELECT sum(hash(range)) FROM range(1000000000000)';

/** Keeps the engine from everything else: nothing comes out of the join, so it never looks up. */
const UNSTOPPABLE = 'SELECT count(*) FROM range(1000000) a(x), range(1000000) b(y) WHERE x + y < 0';

const createAndFill = (engine: Engine) =>
  engine.transaction(async (write) => {
    await write('CREATE TABLE kept (a INTEGER)');
    await write('INSERT INTO kept SELECT range FROM range(1000)');
  });

const count = async (engine: Engine) => (await engine.run<{ n: number }>('SELECT count(*) AS n FROM kept'))[0]?.n;

beforeEach(() => eraseWorkspace('sample'));
afterEach(async () => {
  for (const open of sessions.splice(0)) await open.close();
});

describe('opening', () => {
  test('tells how much of the engine has arrived, then is ready', async () => {
    const opened = session();
    const states: EngineState[] = [];
    opened.subscribe(() => states.push(opened.getState()));
    const state = await opened.open();
    expect(state).toBe(opened.getState());
    expect(engineOf(state)).toMatchObject({
      workspace: 'sample',
      storage: 'opfs',
      storageReason: null,
      rebuilt: false,
    });
    const loaded = states.flatMap((at) => (at.kind === 'loading' ? [at.loaded] : []));
    expect(loaded[0]).toBe(0);
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
    expect(loaded.at(-1)).toBe(WASM_BYTES);
    expect(states.at(-2)).toEqual({ kind: 'loading', loaded: WASM_BYTES, total: WASM_BYTES });
  });

  test('again is the same engine', async () => {
    const opened = session();
    const [first, second] = await Promise.all([opened.open(), opened.open()]);
    expect(engineOf(second)).toBe(engineOf(first));
  });

  test('survives the open, close, open of a component mounted twice', async () => {
    const opened = session();
    void opened.open();
    void opened.close();
    const state = await opened.open();
    expect(await engineOf(state).run('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(opened.getState()).toBe(state);
  });

  test('closed before it was open, ends closed and lets go', async () => {
    const opened = session();
    const opening = opened.open();
    await reaches(opened, 'loading');
    await opened.close();
    expect((await opening).kind).not.toBe('ready');
    expect(opened.getState()).toEqual({ kind: 'closed' });
    engineOf(await session().open());
  });
});

describe('what was written', () => {
  test('is there after closing and opening', async () => {
    const opened = session();
    await createAndFill(engineOf(await opened.open()));
    await opened.close();
    expect(await count(engineOf(await opened.open()))).toBe(1000);
  });

  test('in a transaction is there even after the worker was stopped in the middle of the next', async () => {
    const opened = session();
    const engine = engineOf(await opened.open());
    await createAndFill(engine);
    const cut = engine.transaction(async (write) => {
      await write('INSERT INTO kept VALUES (-1)');
      await steal();
      await write('INSERT INTO kept VALUES (-2)');
    });
    await expect(cut).rejects.toThrow();
    expect(await count(engineOf(await session().open()))).toBe(1000);
  });

  test('is erased on request', async () => {
    const opened = session();
    await createAndFill(engineOf(await opened.open()));
    await opened.close();
    await eraseWorkspace('sample');
    const engine = engineOf(await opened.open());
    await expect(count(engine)).rejects.toThrow('kept does not exist');
    expect(engine.rebuilt).toBe(false);
  });

  test('to a file that became unreadable is replaced by an empty database that says so', async () => {
    for (const content of ['not a database'.repeat(5000), 'x']) {
      await overwriteDatabase(content);
      const opened = session();
      const engine = engineOf(await opened.open());
      expect(engine).toMatchObject({ storage: 'opfs', rebuilt: true });
      await createAndFill(engine);
      await opened.close();
    }
    const engine = engineOf(await session().open());
    expect(engine.rebuilt).toBe(false);
    expect(await count(engine)).toBe(1000);
  });

  test('stays when the engine cannot even be started', async () => {
    const opened = session();
    await createAndFill(engineOf(await opened.open()));
    await opened.close();
    const start = () => Promise.reject(new Error('no network'));
    await expect(openInFile(start, 'sample')).rejects.toThrow('no network');
    expect(await count(engineOf(await opened.open()))).toBe(1000);
  });

  test('in memory says that it is not kept', async () => {
    const opened = session({ forceMemory: true });
    const engine = engineOf(await opened.open());
    expect(engine).toMatchObject({ storage: 'memory', storageReason: 'requested' });
    await createAndFill(engine);
    expect(await count(engine)).toBe(1000);
    await opened.close();
    await expect(count(engineOf(await opened.open()))).rejects.toThrow('kept does not exist');
  });
});

describe('two tabs', () => {
  test('the second finds the workspace taken, and the first goes on', async () => {
    const engine = engineOf(await session().open());
    expect(await session().open()).toEqual({ kind: 'taken' });
    expect(await engine.run('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('another workspace is free', async () => {
    await session().open();
    const other = new EngineSession('mine');
    sessions.push(other);
    engineOf(await other.open());
  });

  test('the second opens once the first has closed', async () => {
    const first = session();
    const second = session();
    await first.open();
    await second.open();
    await first.close();
    engineOf(await second.open());
  });

  test('taking over: the first finishes what is durable, lets go and survives', async () => {
    const first = session();
    const second = session();
    const engine = engineOf(await first.open());
    await createAndFill(engine);
    await engine.write('INSERT INTO kept VALUES (-1)');
    const long = engine.run(ENDLESS);
    const interrupted = expect(long).rejects.toMatchObject({ name: 'AbortError' });
    const state = await second.open({ takeOver: true });
    await interrupted;
    expect(await reaches(first, 'released')).toEqual({ kind: 'released' });
    expect(await count(engineOf(state))).toBe(1001);
    await expect(engine.run('SELECT 1')).rejects.toMatchObject({ name: 'AbortError' });

    const back = await first.open({ takeOver: true });
    expect(await count(engineOf(back))).toBe(1001);
    await reaches(second, 'released');
  });

  test('taking over from a tab that does not answer', async () => {
    const release = await holdLock();
    const second = session();
    expect(await second.open()).toEqual({ kind: 'taken' });
    engineOf(await second.open({ takeOver: true }));
    release();
    expect(second.getState().kind).toBe('ready');
  });

  test('whoever has lost the lock without being asked has let go of the file', async () => {
    const first = session();
    await first.open();
    await steal();
    await reaches(first, 'released');
    expect(await databaseIsFree('sample')).toBe(true);
  });
});

test('an engine that crashes ends the session, which can be opened again', async () => {
  const opened = session();
  const engine = engineOf(await opened.open());
  await createAndFill(engine);
  const waiting = engine.run(ENDLESS);
  const rejected = expect(waiting).rejects.toThrow();
  await expect(engine.run("SELECT repeat('x', 3000000000)")).rejects.toThrow();
  await rejected;
  const state = await reaches(opened, 'failed');
  expect(state.kind === 'failed' && state.message).toBeTruthy();
  expect(await count(engineOf(await opened.open()))).toBe(1000);
});

test('a statement that cannot be stopped costs the engine, not the tab', async () => {
  const opened = session();
  const engine = engineOf(await opened.open());
  await createAndFill(engine);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const cancel = new AbortController();
    const stuck = engine.run(UNSTOPPABLE, { signal: cancel.signal });
    await hasBegun();
    const begun = engine.run(ENDLESS).catch((error: Error) => error.message);
    cancel.abort();
    await expect(stuck).rejects.toMatchObject({ name: 'AbortError' });
    vi.advanceTimersByTime(60_000);
    expect(await begun).toBe('A statement could not be stopped');
  } finally {
    vi.useRealTimers();
  }
  expect(await reaches(opened, 'failed')).toEqual({ kind: 'failed', message: 'A statement could not be stopped' });
  expect(await count(engineOf(await opened.open()))).toBe(1000);
});

test('a listener that has left is not called', async () => {
  const opened = session({ forceMemory: true });
  let calls = 0;
  opened.subscribe(() => calls++)();
  await opened.open();
  expect(calls).toBe(0);
});

/** Resolves when what was asked of the engine before has been sent to it. */
function hasBegun(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

async function overwriteDatabase(content: string): Promise<void> {
  await databaseIsFree('sample');
  const file = await (await opfsRoot())?.getFileHandle(databaseFile('sample'), { create: true });
  const stream = await file?.createWritable();
  await stream?.write(content);
  await stream?.close();
}

/** Takes the lock of the workspace as a tab does that got no answer, and lets it go at once. */
async function steal(): Promise<void> {
  await navigator.locks.request('truecause-sample', { steal: true }, () => undefined);
}

/** Holds the lock of the workspace as a tab does that is frozen. */
function holdLock(): Promise<() => void> {
  return new Promise((resolve) => {
    const held = () => new Promise<void>((release) => resolve(release));
    navigator.locks.request('truecause-sample', held).catch(() => undefined);
  });
}
