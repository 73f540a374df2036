interface Flight<T> {
  readonly result: Promise<T>;
  readonly cancel: AbortController;
  waiting: number;
}

/** Calls under way by key: an equal call joins the one in flight, which is cancelled only when everyone has left it. */
export class Flights<T> {
  readonly #start: (key: string, signal: AbortSignal) => Promise<T>;
  readonly #flying = new Map<string, Flight<T>>();

  constructor(start: (key: string, signal: AbortSignal) => Promise<T>) {
    this.#start = start;
  }

  /** The shared result; rejects with the signal's reason as soon as it aborts, without waiting for the call to end. */
  join(key: string, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const flight = this.#flying.get(key) ?? this.#launch(key);
    flight.waiting += 1;
    if (signal === undefined) return flight.result;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason);
        this.#leave(key, flight);
      };
      signal.addEventListener('abort', leave, { once: true });
      flight.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  /** From now on nobody joins what is in flight: its answer will be out of date. */
  forget(): void {
    this.#flying.clear();
  }

  #launch(key: string): Flight<T> {
    const cancel = new AbortController();
    const flight: Flight<T> = { result: this.#start(key, cancel.signal), cancel, waiting: 0 };
    const land = () => this.#remove(key, flight);
    flight.result.then(land, land);
    this.#flying.set(key, flight);
    return flight;
  }

  #leave(key: string, flight: Flight<T>): void {
    flight.waiting -= 1;
    if (flight.waiting > 0) return;
    this.#remove(key, flight);
    flight.cancel.abort();
  }

  #remove(key: string, flight: Flight<T>): void {
    if (this.#flying.get(key) === flight) this.#flying.delete(key);
  }
}
