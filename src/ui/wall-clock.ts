/** A moment as this machine's clock shows it, in the manner of the data: `2026-11-21T08:30:00`; a text that tells no moment as it is. */
export function wallClock(moment: Date | string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return String(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
