import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Flights } from '../../src/data/engine/flights';
import { latest } from '../../src/data/engine/latest';

interface Call {
  readonly key: string;
  readonly signal: AbortSignal;
  land(answer: string): void;
  crash(error: Error): void;
}

/** Flights whose calls end when the test says so. */
function controlled() {
  const calls: Call[] = [];
  const flights = new Flights<string>(
    (key, signal) => new Promise((land, crash) => calls.push({ key, signal, land, crash })),
  );
  return { calls, flights };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const outcome = (promise: Promise<string>) => promise.catch((error: Error) => error.name);

describe('flights', () => {
  test('an equal call joins, another one does not, a later one starts anew', async () => {
    const { calls, flights } = controlled();
    const first = flights.join('a');
    const second = flights.join('a');
    const other = flights.join('b');
    expect(calls.map(({ key }) => key)).toEqual(['a', 'b']);
    calls[0]?.land('A');
    calls[1]?.land('B');
    expect(await Promise.all([first, second, other])).toEqual(['A', 'A', 'B']);
    void flights.join('a');
    expect(calls).toHaveLength(3);
  });

  test('a failure reaches everyone and is not kept', async () => {
    const { calls, flights } = controlled();
    const both = [outcome(flights.join('a')), outcome(flights.join('a', new AbortController().signal))];
    calls[0]?.crash(new RangeError('no'));
    expect(await Promise.all(both)).toEqual(['RangeError', 'RangeError']);
    void flights.join('a');
    expect(calls).toHaveLength(2);
  });

  test('nobody joins a call that is being cancelled or was forgotten', async () => {
    const { calls, flights } = controlled();
    const leaving = new AbortController();
    const left = outcome(flights.join('a', leaving.signal));
    leaving.abort();
    expect(await left).toBe('AbortError');
    const second = flights.join('a');
    flights.forget();
    const third = flights.join('a');
    calls.forEach(({ land }, at) => {
      land(String(at));
    });
    expect(await Promise.all([second, third])).toEqual(['1', '2']);
  });

  test('a call without a signal keeps the flight', async () => {
    const { calls, flights } = controlled();
    const leaving = new AbortController();
    const left = outcome(flights.join('a', leaving.signal));
    const staying = flights.join('a');
    leaving.abort();
    expect(await left).toBe('AbortError');
    expect(calls[0]?.signal.aborted).toBe(false);
    calls[0]?.land('A');
    expect(await staying).toBe('A');
  });

  test('an aborted signal starts nothing', async () => {
    const { calls, flights } = controlled();
    expect(await outcome(flights.join('a', AbortSignal.abort()))).toBe('AbortError');
    expect(calls).toEqual([]);
  });

  test('whatever the order of coming, leaving and landing, each gets the answer or leaves, and no call is lost', async () => {
    const step = fc.record({
      act: fc.constantFrom('join', 'join', 'leave', 'land', 'forget'),
      key: fc.constantFrom('a', 'b'),
      which: fc.nat(20),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { calls, flights } = controlled();
        const waiters: { call: number; control: AbortController; result: Promise<string>; left: boolean }[] = [];
        const landed = new Set<number>();
        const open = new Map<string, number>();
        const land = async (call: number) => {
          landed.add(call);
          calls[call]?.land(`answer ${call}`);
          await settled();
          for (const [key, joinable] of open) if (joinable === call) open.delete(key);
        };
        for (const { act, key, which } of steps) {
          if (act === 'join') {
            const control = new AbortController();
            const result = outcome(flights.join(key, control.signal));
            const call = open.get(key) ?? calls.length - 1;
            open.set(key, call);
            expect(calls[call]?.key).toBe(key);
            waiters.push({ call, control, result, left: false });
          }
          const waiter = waiters[which % Math.max(1, waiters.length)];
          if (act === 'leave' && waiter !== undefined && !landed.has(waiter.call)) {
            waiter.left = true;
            waiter.control.abort();
            const alone = waiters.every(({ call, left }) => call !== waiter.call || left);
            expect(calls[waiter.call]?.signal.aborted).toBe(alone);
            if (alone && open.get(calls[waiter.call]?.key ?? '') === waiter.call) {
              open.delete(calls[waiter.call]?.key ?? '');
            }
          }
          if (act === 'land' && calls.length > 0) await land(which % calls.length);
          if (act === 'forget') {
            flights.forget();
            open.clear();
          }
        }
        for (const call of calls.keys()) if (!landed.has(call)) await land(call);
        const answers = await Promise.all(waiters.map(({ result }) => result));
        expect(answers).toEqual(waiters.map(({ call, left }) => (left ? 'AbortError' : `answer ${call}`)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('latest', () => {
  test('aborts the call before under the same key only, and none that has ended', async () => {
    const ask = latest();
    const signals: AbortSignal[] = [];
    const call = (key: string, end: Promise<void>) =>
      ask(key, async (signal) => {
        signals.push(signal);
        await end;
      });
    const never = new Promise<void>(() => undefined);
    void call('a', never);
    void call('b', never);
    await call('a', Promise.resolve());
    void call('a', never);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false, false, false]);
    void call('a', never);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false, false, true, false]);
  });
});
