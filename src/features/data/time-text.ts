import type { Format } from '../../ui/format';

/** Date and time, or the date alone where the file gave no hour. */
export function timeText(format: Format, time: string | null): string {
  return time?.slice(11, 19) === '00:00:00' ? format.date(time) : format.dateTime(time);
}
