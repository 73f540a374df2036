import type { SeriesChart } from '../../../analysis/series/types';
import type { Words } from '../words';
import type { ControlReading } from './reading';
import { violationText } from './words';

/** The answer in a sentence: how many patterns the rules found, and the latest of them. @param over what is charted, by what period */
export function controlTitle(
  { points, violations }: SeriesChart,
  over: string,
  reading: ControlReading,
  words: Words,
): string {
  const { t } = words;
  const judged = points.filter(({ z }) => z !== null).length;
  if (judged === 0) return t('control.titleUnknown', { over });
  const [first, ...others] = violations;
  if (first === undefined) return t('control.titleCalm', { over, count: judged });
  const latest = others.reduce((last, one) => (one.points[1] >= last.points[1] ? one : last), first);
  return t('control.titleSignals', { over, count: violations.length, latest: violationText(latest, reading, words) });
}
