/** Lets the page answer in between; rejects when what is under way was aborted. */
export type Pause = () => Promise<void>;

const LONGEST_HOLD = 20;

/** Gives way to the page whenever it was held for a moment; asked often, it costs nothing. */
export function pauseOf(signal?: AbortSignal): Pause {
  let since = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - since < LONGEST_HOLD) return;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    since = performance.now();
  };
}
