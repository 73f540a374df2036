import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, scopeOf } from '../../src/domain/scope';
import { stepPeriod } from '../../src/ui/view/step-period';
import { parseSearch, stringifySearch, viewSearch } from '../../src/ui/view/view-search';

describe('the URL', () => {
  it.each([
    ['everything', '?w=mine&s=model%3DA&m=safety&per=shipped&g=week&row=00123&all=1&sort=-cost'],
    ['nothing', ''],
    ['Chinese', `?${new URLSearchParams({ s: 'failure_mode=卡扣断裂,漏电' })}`],
    [
      'which safety items',
      `?${new URLSearchParams({ flags: 'off', list: 'closed', why: ':flag', what: '底座端子烧熔', on: 'KS-17W' })}`,
    ],
  ])('says %s and comes back as it was', (_, url) => {
    expect(stringifySearch(viewSearch.parse(parseSearch(url)))).toBe(url);
  });

  it('keeps a key with leading zeros a text', () => {
    expect(viewSearch.parse(parseSearch('?row=00123')).row).toBe('00123');
  });

  it('takes what it cannot read as absent', () => {
    const read = viewSearch.parse(parseSearch('?w=theirs&m=42&per=&g=year&s=&row=&more=1'));
    expect(stringifySearch(read)).toBe('');
  });

  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (text) => viewSearch.safeParse(parseSearch(text)).success));
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (search) => viewSearch.safeParse(search).success));
  });
});

describe('stepPeriod', () => {
  const period = (from?: string, until?: string) => scopeOf([{ kind: 'period', field: 'received_at', from, until }]);

  it.each([
    ['a month', '2026-01-01', '2026-02-01', 1, '2026-02-01', '2026-03-01'],
    ['a quarter back', '2026-01-01', '2026-04-01', -1, '2025-10-01', '2026-01-01'],
    ['a year', '2024-01-01', '2025-01-01', 1, '2025-01-01', '2026-01-01'],
    ['a week', '2026-11-16', '2026-11-23', 1, '2026-11-23', '2026-11-30'],
    ['a day back', '2026-03-01', '2026-03-02', -1, '2026-02-28', '2026-03-01'],
  ])('moves %s', (_, from, until, steps, newFrom, newUntil) => {
    expect(stepPeriod(period(from, until), steps)).toEqual(period(newFrom, newUntil));
  });

  it('begins with the last complete month where there is no period, or an open one', () => {
    const november = period('2025-11-01', '2025-12-01');
    expect(stepPeriod(EVERYTHING, -1, '2025-12-20')).toEqual(november);
    expect(stepPeriod(period('2024-01-01'), 1, '2025-12-20')).toEqual(november);
  });

  it('leaves an open period, none, and the rest of the scope alone without data', () => {
    expect(stepPeriod(period('2026-01-01'), 1)).toEqual(period('2026-01-01'));
    expect(stepPeriod(EVERYTHING, 1)).toEqual(EVERYTHING);
    const model = { kind: 'oneOf', field: 'model', values: ['A'] } as const;
    expect(stepPeriod(scopeOf([...period('2026-01-01', '2026-02-01'), model]), 1)).toEqual(
      scopeOf([...period('2026-02-01', '2026-03-01'), model]),
    );
  });
});
