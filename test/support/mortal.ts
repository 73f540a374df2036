import type { DatabaseEngine } from '../../src/data/engine/engine';
import type { OpenWorkspace } from './open-workspace';

const FILE_STEPS = ['write', 'read', 'list', 'remove'] as const;
const ENGINE_STEPS = ['write', 'transaction'] as const;

/** What a tab had done before it died, or would have. */
export interface Life {
  readonly steps: readonly string[];
}

/**
 * Lets the tab of a workspace die at a step: the engine and the ingest worker stop at once, and nothing that the page still tries reaches a file. Steps are
 * what is asked of the engine and of the files; without a number they are only counted.
 */
export function mortal(open: OpenWorkspace, dieAt = Number.POSITIVE_INFINITY): Life {
  const steps: string[] = [];
  let dead = false;
  const step = (name: string) => {
    if (!dead) steps.push(name);
    if (!dead && steps.length === dieAt) {
      dead = true;
      open.workspace.close();
      (open.workspace.engine as DatabaseEngine).abandon();
    }
    if (dead) throw new Error(`The tab died at step ${dieAt}: ${steps.at(-1)}`);
  };
  const { files, engine } = open.workspace;
  for (const name of FILE_STEPS) watch(files, name, (path) => step(`file ${name} ${String(path)}`));
  for (const name of ENGINE_STEPS) watch(engine, name, (sql) => step(`engine ${name} ${describeSql(sql)}`));
  return { steps };
}

function describeSql(sql: unknown): string {
  return typeof sql === 'string' ? sql.slice(0, 40) : '';
}

/** Calls `before` ahead of each call of a method of an object. */
function watch<T extends object, K extends keyof T>(object: T, name: K, before: (first: unknown) => void): void {
  const original = object[name] as (...given: unknown[]) => Promise<unknown>;
  const watched = async (...given: unknown[]) => {
    before(given[0]);
    return original.apply(object, given);
  };
  Object.defineProperty(object, name, { value: watched, configurable: true, writable: true });
}
