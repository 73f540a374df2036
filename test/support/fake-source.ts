import type { Source } from '../../src/analysis/view';
import { NO_FACTS } from '../../src/data/facts';
import type { DatasetFacts } from '../../src/data/queries/facts';

const NOTHING: DatasetFacts = { rows: 0, stored: [], filled: {}, distinct: {} };

export interface FakeData {
  readonly complaint?: Partial<DatasetFacts>;
  readonly shipment?: Partial<DatasetFacts>;
  /** The engine: rows for a statement. */
  readonly answer?: (sql: string) => readonly Record<string, unknown>[];
}

/** Facts of a dataset whose columns are all filled. */
export function factsWith(columns: readonly string[], facts: Partial<DatasetFacts> = {}): Partial<DatasetFacts> {
  const each = (value: number) => Object.fromEntries(columns.map((name) => [name, value]));
  return { rows: 100, stored: columns, filled: each(100), distinct: each(5), ...facts };
}

/** A source without an engine: the facts as given, and every statement answered by one function. Keeps what was asked. */
export function fakeSource({
  complaint,
  shipment,
  answer = () => [],
}: FakeData): Source & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    facts: { ...NO_FACTS, complaint: { ...NOTHING, ...complaint }, shipment: { ...NOTHING, ...shipment } },
    run: async <Row extends object>(sql: string) => {
      asked.push(sql);
      return [...answer(sql)] as Row[];
    },
    integers: async (sql: string) => Int32Array.from(answer(sql), (row) => Number(Object.values(row)[0])),
  };
}
