import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Predicate, scopeOf } from '../../src/domain/scope';
import {
  draftOf,
  type FilterDraft,
  type FilterPart,
  filterParts,
  withDraft,
} from '../../src/features/complaints/filter-draft';

const days = fc.constantFrom('2024-02-29', '2025-01-01', '2025-12-31');
const values = fc.uniqueArray(fc.constantFrom('A', 'B', '中', null), { minLength: 1 });
const words = fc.uniqueArray(fc.constantFrom('漏水', '异味', 'lid'), { minLength: 1 });

/** What one column's filter can say, with the parts that say it. */
const filters: fc.Arbitrary<{ parts: readonly FilterPart[]; predicates: readonly Predicate[] }> = fc.oneof(
  values.map((all) => ({
    parts: ['values'] as const,
    predicates: [{ kind: 'oneOf', field: 'f', values: all }] as const,
  })),
  words.map((all) => ({
    parts: ['words', 'blank'] as const,
    predicates: all.map((text) => ({ kind: 'contains', field: 'f', text }) as const),
  })),
  fc
    .tuple(fc.option(fc.integer(), { nil: undefined }), fc.option(fc.integer(), { nil: undefined }))
    .map(([min, max]) => ({
      parts: ['range', 'blank'] as const,
      predicates: [{ kind: 'range', field: 'f', min, max }] as const,
    })),
  fc.tuple(fc.option(days, { nil: undefined }), fc.option(days, { nil: undefined })).map(([from, until]) => ({
    parts: ['days', 'blank'] as const,
    predicates: [{ kind: 'period', field: 'f', from, until }] as const,
  })),
  fc.constantFrom('oneOf' as const, 'noneOf' as const).map((kind) => ({
    parts: ['words', 'blank'] as const,
    predicates: [{ kind, field: 'f', values: [null] }] as const,
  })),
);

describe('a column filter', () => {
  it('applied as it was opened changes nothing', () => {
    fc.assert(
      fc.property(filters, filters, ({ parts, predicates }, { predicates: elsewhere }) => {
        const scope = scopeOf([...predicates, ...elsewhere.map((predicate) => ({ ...predicate, field: 'g' }))]);
        expect(withDraft(scope, 'f', draftOf(scope, 'f'), parts)).toEqual(scope);
      }),
    );
  });

  it('emptied says nothing about its column, and leaves the others alone', () => {
    const empty: FilterDraft = { ticked: [], words: '', min: '', max: '', from: '', to: '', blank: 'any' };
    fc.assert(
      fc.property(filters, ({ parts, predicates }) => {
        const other = { kind: 'oneOf', field: 'g', values: ['x'] } as const;
        expect(withDraft(scopeOf([...predicates, other]), 'f', empty, parts)).toEqual([other]);
      }),
    );
  });

  it('keeps what it cannot show: a number that a search asked for', () => {
    const scope = scopeOf([{ kind: 'oneOf', field: 'f', values: ['B2503'] }]);
    const draft = { ...draftOf(scope, 'f'), words: '2503' };
    expect(withDraft(scope, 'f', draft, ['words', 'blank'])).toEqual(
      scopeOf([...scope, { kind: 'contains', field: 'f', text: '2503' }]),
    );
  });

  it('takes its last day in, and leaves out what is no number', () => {
    const draft = { ...draftOf([], 'f'), from: '2025-06-01', to: '2025-06-30', min: 'many', max: '7' };
    expect(withDraft([], 'f', draft, ['days', 'range'])).toEqual([
      { kind: 'period', field: 'f', from: '2025-06-01', until: '2025-07-01' },
      { kind: 'range', field: 'f', max: 7 },
    ]);
  });

  it('never lists the values of a column about people', () => {
    expect(filterParts('text', true, 3)).not.toContain('values');
    expect(filterParts('text', false, 3)).toContain('values');
    expect(filterParts('text', false, 30_000)).not.toContain('values');
  });
});
