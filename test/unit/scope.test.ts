import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, intersect, type Predicate, type Scope, sameScope, scopeOf } from '../../src/domain/scope';
import { decodeScope, encodeScope } from '../../src/domain/scope-codec';

const field = fc.constantFrom('model', 'failure_mode', 'x_备注 ;=%', 'received_at', 'cost');
const value = fc.option(fc.oneof(fc.string(), fc.constantFrom('漏水', '~', '!A', 'a,b', '100%', '')), { nil: null });
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const predicate: fc.Arbitrary<Predicate> = fc.oneof(
  fc.record({ kind: fc.constant('oneOf' as const), field, values: fc.array(value, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('noneOf' as const), field, values: fc.array(value, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('period' as const), field, from: optional(day), until: optional(day) }),
  fc.record({
    kind: fc.constant('range' as const),
    field,
    min: optional(fc.integer()),
    max: optional(fc.float({ noNaN: true, noDefaultInfinity: true })),
  }),
  fc.record({ kind: fc.constant('contains' as const), field, text: fc.string() }),
);
const scopes: fc.Arbitrary<Scope> = fc.array(predicate, { maxLength: 5 }).map(scopeOf);

describe('scope', () => {
  it('is a meet semilattice with everything as its identity', () => {
    fc.assert(
      fc.property(scopes, scopes, scopes, (a, b, c) => {
        expect(sameScope(intersect(a, b), intersect(b, a))).toBe(true);
        expect(sameScope(intersect(intersect(a, b), c), intersect(a, intersect(b, c)))).toBe(true);
        expect(sameScope(intersect(a, a), a)).toBe(true);
        expect(sameScope(intersect(a, EVERYTHING), a)).toBe(true);
      }),
    );
  });

  it('survives the URL', () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        expect(decodeScope(encodeScope(scope))).toEqual(scope);
      }),
    );
  });

  it('survives being percent-encoded by a browser on top', () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        const params = new URLSearchParams({ s: encodeScope(scope).toWellFormed() });
        expect(decodeScope(new URLSearchParams(params.toString()).get('s') ?? '')).toEqual(
          decodeScope(encodeScope(scope).toWellFormed()),
        );
      }),
    );
  });

  it('reads a mangled link as fewer predicates, never as an error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeScope(text)).not.toThrow();
      }),
    );
    expect(decodeScope('model=%zz;failure_mode=漏水')).toEqual([
      { kind: 'oneOf', field: 'failure_mode', values: ['漏水'] },
    ]);
  });

  it('keeps an impossible selection impossible', () => {
    const nothing = intersect(
      scopeOf([{ kind: 'oneOf', field: 'model', values: ['A'] }]),
      scopeOf([{ kind: 'oneOf', field: 'model', values: ['B'] }]),
    );
    expect(nothing).toEqual([{ kind: 'oneOf', field: 'model', values: [] }]);
    expect(decodeScope(encodeScope(nothing))).toEqual(nothing);
  });
});
