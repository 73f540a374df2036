import { dayOfMinute, isoMonth } from './calendar';

/** Numbers complaints in order of receipt, from 1 in each month: `TS202403-0042`. */
export function numbering(): (receivedAt: number) => string {
  let month = '';
  let number = 0;
  return (receivedAt) => {
    const now = isoMonth(dayOfMinute(receivedAt));
    number = now === month ? number + 1 : 1;
    month = now;
    return `TS${month.replace('-', '')}-${String(number).padStart(4, '0')}`;
  };
}
