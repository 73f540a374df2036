import { EVENTS } from '../schema/events';
import { literal } from '../schema/sql';

/** Every event of one complaint with all that its record said, in the order in which they happened. */
export function complaintEvents(complaintNo: string): string {
  return `SELECT * FROM ${EVENTS} WHERE complaint_no = ${literal(complaintNo)} ORDER BY "at" NULLS FIRST, source_file, event_no`;
}
