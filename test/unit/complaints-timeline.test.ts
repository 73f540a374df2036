import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCHEMAS } from '../../src/domain/columns';
import { timelineOf } from '../../src/features/complaints/drawer/event-order';
import { fieldGroups, TIMES } from '../../src/features/complaints/drawer/field-groups';

const DAY = 86_400;
const at = (row: Record<string, string>) =>
  timelineOf(TIMES, row).map(({ field, gap, inDays, impossible }) => ({ field, gap, inDays, impossible }));

describe('a timeline', () => {
  it('is in the order of the clock, with the time between', () => {
    const row = {
      closed_at: '2025-03-02 09:30:00',
      received_at: '2025-02-28 08:00:00',
      responded_at: '2025-02-28 08:00:30',
    };
    expect(at(row)).toEqual([
      { field: 'received_at', gap: null, inDays: false, impossible: [] },
      { field: 'responded_at', gap: 30, inDays: false, impossible: [] },
      { field: 'closed_at', gap: 2 * DAY + 5370, inDays: false, impossible: [] },
    ]);
  });

  it('counts whole days where an hour is missing, and calls nothing impossible within one', () => {
    const row = {
      occurred_at: '2025-02-28 21:00:00',
      received_at: '2025-02-28 00:00:00',
      closed_at: '2025-03-01 01:00:00',
    };
    expect(at(row)).toEqual([
      { field: 'received_at', gap: null, inDays: false, impossible: [] },
      { field: 'occurred_at', gap: 0, inDays: true, impossible: [] },
      { field: 'closed_at', gap: 4 * 3600, inDays: false, impossible: [] },
    ]);
  });

  it('names what something should have come after', () => {
    const row = {
      purchased_at: '2025-06-01 00:00:00',
      received_at: '2025-05-01 08:00:00',
      closed_at: '2025-04-30 08:00:00',
    };
    const impossible = Object.fromEntries(at(row).map(({ field, impossible: earlier }) => [field, earlier]));
    expect(impossible).toEqual({ closed_at: ['received_at'], received_at: ['purchased_at'], purchased_at: [] });
  });

  it('loses no time and never goes back', () => {
    const time = fc
      .integer({ min: 0, max: 40 * DAY })
      .map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' '));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...TIMES), time), (row) => {
        const events = timelineOf(TIMES, row);
        expect(events.map(({ field }) => field).sort()).toEqual(Object.keys(row).sort());
        expect(events.every(({ gap }) => gap === null || gap >= 0)).toBe(true);
      }),
    );
  });
});

it('shows every column of the catalogue once: in a group, or as a time', () => {
  const all = SCHEMAS.complaint.columns.map(({ name }) => name);
  const stored = [...all, 'failure_modes', 'x_颜色'];
  const grouped = fieldGroups({ stored }).flatMap(({ fields }) => fields);
  expect([...grouped, ...TIMES].sort()).toEqual([...all, 'x_颜色'].sort());
});
