/** Starts a call under a key; a later call under the same key aborts it. */
export type Latest = <T>(key: string, call: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * "The latest wins": for a panel that asks again before it was answered.
 * @example const ask = latest(); ask('trend', (signal) => engine.run(sql, { signal }));
 */
export function latest(): Latest {
  const running = new Map<string, AbortController>();
  return async (key, call) => {
    running.get(key)?.abort();
    const controller = new AbortController();
    running.set(key, controller);
    try {
      return await call(controller.signal);
    } finally {
      if (running.get(key) === controller) running.delete(key);
    }
  };
}
