/** A moment as this machine's clock showed it: `2026-11-21T08:30:00`. */
export function wallClock(iso: string): string {
  const moment = new Date(iso);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
