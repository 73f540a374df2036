import { sideTotals } from '../../data/queries/compare';
import { shift } from '../../domain/period';
import type { Predicate } from '../../domain/scope';
import { asOf, type Source, shapeOf } from '../view';
import { comparableColumns, countColumns, definingFields, followsFrom, isProse } from './columns';
import { type CountedAttribute, differencesOf, FEWEST, type FoundDifference } from './differences';
import { type Rates, ratesOf } from './rates';
import { batchesOf, countTraced, type Traced, valueKey } from './traced';
import type { CompareQuestion, Comparison, Difference, LeftOut } from './types';

/** Differences whose rate is measured. */
const MOST_RATES = 100;

/**
 * What is different about some complaints: every attribute that complaints, their batches, material and ways have, as a share among them
 * against the share among others. What is compared is who is among the complaints; only `rate` tells how often units fail.
 * The null is that the complaints asked about are a random part of both sides together.
 */
export async function compare(source: Source, question: CompareQuestion, signal?: AbortSignal): Promise<Comparison> {
  const sides = { ...question, shape: shapeOf(source, 'complaint') };
  const totalsSql = sideTotals(sides);
  const [row] = await source.run<{ a: number; b: number; shared: number }>(totalsSql, { signal });
  const totals = { a: row?.a ?? 0, b: row?.b ?? 0, shared: row?.shared ?? 0 };
  const tooFew = totals.a < FEWEST ? 'a' : totals.b < FEWEST ? 'b' : undefined;
  const nothing = { differences: [], attributes: [], left: [], tests: 0, units: 'none' } as const;
  if (tooFew !== undefined) return { question, ...totals, tooFew, ...nothing, sql: [totalsSql] };

  const defining = definingFields(question);
  const { counted, left } = comparableColumns(source, defining);
  const until = shift('day', asOf(source) ?? '1970-01-01', 1);
  const [columns, traced] = await Promise.all([
    countColumns(source, sides, counted, totals, signal),
    countTraced(source, sides, until, defining, signal),
  ]);
  const all = [...columns.attributes, ...traced.attributes];
  const whyNot = (one: CountedAttribute): LeftOut['reason'] | undefined => {
    if (one.a < 1 || one.b < 1) return 'blank';
    if (isProse(one)) return 'prose';
    return followsFrom(defining, one) ? 'goesWith' : undefined;
  };
  const kept = all.filter((one) => whyNot(one) === undefined);
  const found = await differencesOf(kept, signal);
  const rates = await ratesOf(source, question, until, traced.bySerial, signal);
  const known = new Map(kept.map((one) => [one.attribute, one]));
  return {
    question,
    ...totals,
    differences: found.differences.map((difference, at) =>
      described(difference, traced, at < MOST_RATES ? rates : undefined),
    ),
    attributes: found.attributes.map((one) => ({ ...one, ...filledOf(known.get(one.attribute), totals) })),
    left: [
      ...left,
      ...traced.left,
      ...all.flatMap((one) => {
        const reason = whyNot(one);
        return reason === undefined ? [] : [{ attribute: one.attribute, reason }];
      }),
    ],
    tests: found.tests,
    units: rates.units,
    sql: [totalsSql, ...columns.sql, ...traced.sql, ...rates.sql],
  };
}

function filledOf(counted: CountedAttribute | undefined, totals: { readonly a: number; readonly b: number }) {
  return { filledA: (counted?.a ?? 0) / totals.a, filledB: (counted?.b ?? 0) / totals.b };
}

function described(difference: FoundDifference, traced: Traced, rates: Rates | undefined): Difference {
  const { attribute, values } = difference;
  const [field = ''] = attribute.names;
  const [value = ''] = values;
  if (attribute.by === 'column') return { ...difference, predicate: { kind: 'oneOf', field, values: [value] } };
  if (attribute.by === 'month') {
    const predicate: Predicate = { kind: 'period', field, from: value, until: shift('month', value, 1) };
    return { ...difference, predicate };
  }
  const sliced = traced.slices.get(attribute);
  const place = sliced?.places.get(valueKey(values));
  const slice = place === undefined ? undefined : sliced?.slices[place];
  if (sliced === undefined || place === undefined || slice === undefined)
    throw new Error(`No batches have ${attribute.names.join()} ${values.join()}`);
  const rate = difference.more ? rates?.ratioOf(sliced.membership, slice) : undefined;
  return { ...difference, ...batchesOf(traced, slice), ...(rate === undefined ? {} : { rate }) };
}
