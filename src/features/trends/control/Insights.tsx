import { useTranslation } from 'react-i18next';
import type { EarlyWarning, RateChange, SeriesChart } from '../../../analysis/series/types';
import { useExpert } from '../../../session/expert';
import { TextButton } from '../../../ui/TextButton';
import { useControlView } from '../../../ui/view/view-state';
import { changeLine } from '../change-flags';
import { useWords, type Words } from '../words';
import classes from './Control.module.css';
import type { ControlReading } from './reading';

interface InsightsProps {
  readonly chart: SeriesChart;
  readonly reading: ControlReading;
}

/** Shifts told at most, the latest. */
const SHIFTS = 4;

/** What else the points tell: where something began, how a month compares with the one a year before, what warned early. */
export function Insights({ chart, reading }: InsightsProps) {
  const [expert] = useExpert();
  return (
    <>
      <Started chart={chart} reading={reading} />
      <Seasons chart={chart} reading={reading} expert={expert} />
      {expert && <Early early={chart.early} reading={reading} />}
    </>
  );
}

function Started({ chart, reading }: InsightsProps) {
  const { t } = useTranslation();
  const { change } = chart;
  return (
    <section className={classes.part}>
      <h3>{t('control.started')}</h3>
      {!change.known && <p className={classes.dim}>{t(`control.code.noShift.${change.why}`)}</p>}
      {change.known && change.changes.length === 0 && <p className={classes.dim}>{t('control.noShift')}</p>}
      {change.known &&
        change.changes
          .slice(-SHIFTS)
          .toReversed()
          .map((one) => <Shift key={one.point} change={one} chart={chart} reading={reading} />)}
    </section>
  );
}

function Shift({ change, chart, reading }: InsightsProps & { readonly change: RateChange }) {
  const { t } = useTranslation();
  const words = useWords();
  const [{ phases }, changeView] = useControlView();
  const { before, after, entries } = change;
  const begins = chart.points[change.point]?.from;
  const numbers = {
    from: reading.name(change.point),
    before: reading.limit(before),
    after: reading.limit(after),
    ratio: ratioText(change, words),
  };
  // Without a value the distance between events is endless.
  const rose = (after ?? Number.POSITIVE_INFINITY) > (before ?? Number.POSITIVE_INFINITY);
  const [from, to] = change.points.map(reading.name);
  return (
    <div>
      <p>
        {rose ? t('control.rose', numbers) : t('control.fell', numbers)}
        {t('common.sentenceSeparator')}
        {from === to ? t('control.windowOne', { from }) : t('control.window', { from, to })}
        {begins !== undefined && !phases.includes(begins) && (
          <TextButton quiet onClick={() => changeView({ phases: [...phases, begins].sort() })}>
            {t('control.beginPhase')}
          </TextButton>
        )}
      </p>
      {entries.length > 0 && (
        <>
          <p className={classes.dim}>{t('control.during')}</p>
          <ul className={classes.changes}>
            {entries.map((entry) => (
              <li key={entry.id}>⚑ {changeLine(entry, words)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Seasons({ chart, reading, expert }: InsightsProps & { readonly expert: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const { seasonality } = chart;
  if (!seasonality.known) {
    const { why } = seasonality;
    if (!expert) return null;
    return (
      <section className={classes.part}>
        <h3>{t('control.sameMonth')}</h3>
        <p className={classes.dim}>
          {t(
            `control.code.noSeason.${why.code}`,
            why.code === 'tooFewMonths' ? { found: why.found, needed: why.needed } : {},
          )}
        </p>
      </section>
    );
  }
  const { months, limit } = seasonality;
  const latest = months.findLast(({ ratio }) => ratio !== null);
  if (latest === undefined && !(expert && limit !== null)) return null;
  const { number } = words.format;
  return (
    <section className={classes.part}>
      <h3>{t('control.sameMonth')}</h3>
      {latest !== undefined && (
        <p>
          {t('control.yearAgo', {
            period: reading.name(latest.point),
            ratio: number(latest.ratio, 2),
            interval: intervalText(latest.interval, words),
          })}
        </p>
      )}
      {expert && limit !== null && (
        <p>
          {limit.alarms.length === 0
            ? t('control.seasonalCalm')
            : t('control.seasonalAlarms', { periods: limit.alarms.map(reading.name).join(t('common.listSeparator')) })}
        </p>
      )}
    </section>
  );
}

function Early({ early, reading }: { readonly early: EarlyWarning; readonly reading: ControlReading }) {
  const { t } = useTranslation();
  const { format } = useWords();
  const { ewma, cusum } = early;
  if (!ewma.known && !cusum.known) return null;
  return (
    <section className={classes.part}>
      <h3>{t('control.early')}</h3>
      {ewma.known && (
        <p>{ewma.first === null ? t('control.ewmaCalm') : t('control.ewma', { period: reading.name(ewma.first) })}</p>
      )}
      {cusum.known && (
        <p>
          {cusum.first === null
            ? t('control.cusumCalm', { shift: format.number(cusum.shift, 2) })
            : t('control.cusum', { shift: format.number(cusum.shift, 2), period: reading.name(cusum.first) })}
        </p>
      )}
    </section>
  );
}

function ratioText({ ratio, interval }: Pick<RateChange, 'ratio' | 'interval'>, words: Words): string {
  if (ratio === null) return '';
  return words.t('control.ratio', { ratio: words.format.number(ratio, 2), interval: intervalText(interval, words) });
}

/** An interval of a ratio, which may be open above; one that is open below begins at 0. */
function intervalText([low, high]: RateChange['interval'], { t, format }: Words): string {
  const from = format.number(low ?? 0, 2);
  return high === null
    ? t('control.atLeast', { low: from })
    : t('control.between', { low: from, high: format.number(high, 2) });
}
