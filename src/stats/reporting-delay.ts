/** What has been reported by now, counted by day. */
export interface DelayCounts {
  /** Reports that came so many days after the event, by days from 0. */
  readonly delays: readonly number[];
  /** The same reports by the days from their event until now: how late they could have come and still be seen. As long as `delays`; older ones in its last place. */
  readonly ages: readonly number[];
}

/**
 * Share of events that are reported within 0, 1, 2 … days, corrected for reports that have not come yet: the product, from the longest delay
 * down, of 1 − (reports at day j ÷ reports within j days of events at least j days old) (Lagakos, Barraj & De Gruttola 1988; right truncation).
 * It rises to 1 at the longest delay looked at, so what comes later still is left out. Empty without any report.
 */
export function reportedShares({ delays, ages }: DelayCounts): number[] {
  const total = delays.reduce((sum, n) => sum + n, 0);
  if (total === 0) return [];
  const shares = new Array<number>(delays.length).fill(1);
  // Reports within j days of events at least j days old: all within j days but those of younger events.
  let within = total;
  let younger = total - (ages.at(-1) ?? 0);
  for (let day = delays.length - 1; day > 0; day--) {
    const atRisk = within - younger;
    const late = delays[day] ?? 0;
    shares[day - 1] = (shares[day] ?? 1) * (atRisk > 0 ? 1 - late / atRisk : 1);
    within -= late;
    younger -= ages[day - 1] ?? 0;
  }
  return shares;
}
