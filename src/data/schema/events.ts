/** Table of the events of complaints that came in event logs: what each record said, under the names that the complaints' columns have. */
export const EVENTS = 'complaint_event';

/**
 * Columns that every event has; those of its file stand beside them. `event_no` counts within complaint and file, from 1; the last event is
 * the row of the complaint.
 */
export const EVENT_OWN = [
  { name: 'complaint_no', type: 'VARCHAR' },
  { name: 'at', type: 'TIMESTAMP' },
  { name: 'activity', type: 'VARCHAR' },
  { name: 'actor', type: 'VARCHAR' },
  { name: 'event_no', type: 'INTEGER' },
  { name: 'is_last', type: 'BOOLEAN' },
  { name: 'source_file', type: 'INTEGER' },
  { name: 'source_row', type: 'INTEGER' },
  { name: 'cell_issues', type: 'VARCHAR[]' },
] as const;

/** Statement that makes the table, or makes it anew, without events. */
export function createEvents(): string {
  return `CREATE OR REPLACE TABLE ${EVENTS} (${EVENT_OWN.map(({ name, type }) => `"${name}" ${type}`).join(', ')})`;
}
