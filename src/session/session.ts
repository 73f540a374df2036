import type { EngineSession, EngineState } from '../data/engine/session';
import type { WorkspaceName } from '../data/engine/workspace';
import type { ImportProgress } from '../data/ingest/importer';
import type { Opening, Workspace } from '../data/workspace';
import { Pace } from './pace';

/** What the app can show of the workspace it is to work on. */
export type SessionState =
  | Exclude<EngineState, { kind: 'ready' | 'failed' }>
  /** `missing`: imported files whose copies are gone, where that is why. */
  | { readonly kind: 'failed'; readonly message: string; readonly missing?: readonly string[] }
  /** Stored rows are being read, or made again from the raw files. */
  | { readonly kind: 'opening'; readonly progress?: ImportProgress; readonly secondsLeft?: number }
  | { readonly kind: 'ready'; readonly workspace: Workspace };

export interface OpeningWay {
  /** Takes the workspace from another tab that has it open. */
  readonly takeOver?: boolean;
  /** Where the rows come from: see `Workspace.open`. */
  readonly from?: Opening;
}

/** The data layer and with it the engine, which the first paint does not wait for. */
async function loadData() {
  const [{ EngineSession }, { Workspace }] = await Promise.all([
    import('../data/engine/session'),
    import('../data/workspace'),
  ]);
  return { EngineSession, Workspace };
}

/** States that end by themselves. */
const PASSING: ReadonlySet<SessionState['kind']> = new Set(['closed', 'loading', 'opening']);

/** The one workspace that this tab works on, and the changes between them. */
export class Session {
  readonly #listeners = new Set<() => void>();
  #state: SessionState = { kind: 'closed' };
  #name: WorkspaceName | undefined;
  #engine: EngineSession | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  readonly getState = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Opens a workspace in place of the one that is open; opening what is open already does nothing. */
  use(name: WorkspaceName, how: OpeningWay = {}): Promise<SessionState> {
    const turn = this.#turn.then(() => this.#use(name, how));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** The workspace, as soon as one is open. @throws when it cannot be opened without somebody's decision */
  async ready(): Promise<Workspace> {
    for (;;) {
      const state = this.#state;
      if (state.kind === 'ready') return state.workspace;
      if (!PASSING.has(state.kind))
        throw new Error(`The workspace cannot be opened: ${'message' in state ? state.message : state.kind}`);
      await this.#nextState();
    }
  }

  #nextState(): Promise<void> {
    return new Promise((resolve) => {
      const leave = this.subscribe(() => {
        leave();
        resolve();
      });
    });
  }

  async #use(name: WorkspaceName, { takeOver = false, from }: OpeningWay): Promise<SessionState> {
    if (this.#name === name && this.#state.kind === 'ready') return this.#state;
    await this.#close();
    this.#name = name;
    const { EngineSession, Workspace } = await loadData();
    const engine = new EngineSession(name);
    this.#engine = engine;
    engine.subscribe(() => this.#follow(engine));
    const state = await engine.open({ takeOver });
    if (state.kind !== 'ready') return this.#state;
    try {
      const pace = new Pace();
      this.#become({ kind: 'opening' });
      const workspace = await Workspace.open(
        state.engine,
        {
          onProgress: (progress) =>
            this.#become({ kind: 'opening', progress, secondsLeft: pace.secondsLeft(progress) }),
        },
        from,
      );
      this.#become({ kind: 'ready', workspace });
    } catch (error) {
      if (engine.getState().kind === 'ready') this.#become(failure(error));
    }
    return this.#state;
  }

  /** The engine's own states are the session's until it is ready, and again when it is lost. */
  #follow(engine: EngineSession): void {
    const state = engine.getState();
    if (engine !== this.#engine || state.kind === 'ready') return;
    if (this.#state.kind === 'ready') this.#state.workspace.close();
    this.#become(state);
  }

  async #close(): Promise<void> {
    const engine = this.#engine;
    this.#engine = undefined;
    if (this.#state.kind === 'ready') this.#state.workspace.close();
    await engine?.close();
  }

  #become(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The class of the error is not asked for: it comes with the data layer, which the first paint does not wait for. */
function failure(error: unknown): SessionState {
  if (!(error instanceof Error)) return { kind: 'failed', message: String(error) };
  const { message } = error;
  const isMissing = error.name === 'MissingFiles' && 'files' in error;
  return { kind: 'failed', message, ...(isMissing && { missing: error.files as readonly string[] }) };
}
