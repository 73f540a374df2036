import { useTranslation } from 'react-i18next';
import type { SeriesChart } from '../../../analysis/series/types';
import { Delta } from '../../../ui/Delta';
import { TextButton } from '../../../ui/TextButton';
import { useDrill } from '../../../ui/view/drill';
import { useWords } from '../words';
import classes from './Control.module.css';
import type { ControlReading } from './reading';
import { noLimitsTexts, stateOf, violationText } from './words';

/** Patterns listed, the latest; the table has all. */
const LISTED = 12;

/** What the rules found, in words, latest first; each opens its complaints. Or why nothing is judged. */
export function ViolationList({ chart, reading }: { readonly chart: SeriesChart; readonly reading: ControlReading }) {
  const { t } = useTranslation();
  const words = useWords();
  const { openRows } = useDrill(chart.scope);
  const { points, violations, since } = chart;
  const judged = points.some(({ z }) => z !== null);
  return (
    <section className={classes.part} aria-label={t('control.signals')}>
      {noLimitsTexts(chart, reading, words).map((text) => (
        <p key={text}>○ {text}</p>
      ))}
      {judged && violations.length === 0 && <p>● {t('control.calm')}</p>}
      {violations.length > 0 && (
        <ul className={classes.list}>
          {violations
            .toReversed()
            .slice(0, LISTED)
            .map((violation) => {
              const [first, last] = violation.points.map((at) => points[at]);
              const state = stateOf(violation, chart);
              const text = violationText(violation, reading, words);
              return (
                <li key={`${violation.rule} ${violation.points.join()}`}>
                  {state === undefined ? <span aria-hidden="true">◆</span> : <Delta state={state} />}
                  <span>{text}</span>
                  {first !== undefined && last !== undefined && (
                    <TextButton
                      quiet
                      aria-label={t('control.openRows', { period: text })}
                      onClick={() =>
                        openRows([{ kind: 'period', field: 'received_at', from: first.from, until: last.until }])
                      }
                    >
                      {t('figure.rows')}
                    </TextButton>
                  )}
                </li>
              );
            })}
        </ul>
      )}
      {violations.length > LISTED && <p>{t('control.more', { count: violations.length - LISTED })}</p>}
      {since !== undefined && (
        <p>
          {t(`control.code.since.${chart.unit === 'unitsBetween' ? 'unitsBetween' : 'daysBetween'}`, {
            day: words.format.date(since.from),
            value: reading.value(since.value),
          })}
        </p>
      )}
    </section>
  );
}
