import type { Forecast, ForecastMonth } from '../../analysis/reliability/types';
import { useExpert } from '../../session/expert';
import type { TableText } from '../../ui/csv';
import { Figure } from '../../ui/Figure';
import { NumberLink } from '../../ui/NumberLink';
import { useDrill } from '../../ui/view/drill';
import { useAgeChoice } from '../../ui/view/view-state';
import { FactLines } from './FactLines';
import classes from './Reliability.module.css';
import { type AgesView, HEIGHTS } from './view';
import { type AgeWords, intervalText, useAgeFootnote, useAgeWords } from './words';

/** Claims that the units of today will bring in the next months, by failure mode. */
export function ForecastFigure({ view }: { readonly view: AgesView }) {
  const words = useAgeWords();
  const { t, format } = words;
  const { answer, state } = view;
  const { forecast, sql, question } = answer;
  const { all } = forecast;
  const footnote = useAgeFootnote(answer);
  const [expert] = useExpert();
  const drill = useDrill();
  const whole = (value: number) => format.number(value);
  if (all.total === null || all.months.length === 0)
    return (
      <Figure
        title={t('reliability.forecast.name')}
        state={{
          kind: 'cannot',
          because: t(`reliability.word.forecast.${all.why ?? 'tooFewClaims'}`, { n: all.claims }),
        }}
        height={HEIGHTS.list}
      >
        {null}
      </Figure>
    );
  const rows = [all, ...forecast.byMode];
  return (
    <Figure
      title={t('reliability.forecast.title', {
        until: monthName(all.months.at(-1), words),
        n: format.number(all.total.expected),
        interval: intervalText(all.total.interval, whole, words),
      })}
      state={state}
      height={HEIGHTS.list}
      footnote={footnote(t('reliability.forecast.method'))}
      actions={{
        fileName: 'forecast',
        sql: [...sql],
        table: () => forecastTable(rows, words),
        showRows: () => drill.openRows(),
      }}
    >
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('reliability.mode')}</th>
              <th scope="col">{t('reliability.forecast.soFar')}</th>
              {all.months.map((month) => (
                <th key={month.from} scope="col">
                  {monthName(month, words)}
                </th>
              ))}
              <th scope="col">{t('reliability.forecast.total')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Line key={row.mode ?? 'all'} forecast={row} all={all} whole={at === 0} chosen={question.mode} />
            ))}
          </tbody>
        </table>
      </div>
      <FactLines
        lines={[
          t('reliability.forecast.leftOut'),
          forecast.untracedShare !== null &&
            forecast.untracedShare > 0 &&
            t('reliability.forecast.untraced', { share: format.percent(forecast.untracedShare) }),
          forecast.beyondSeen > 0.005 &&
            t('reliability.forecast.beyond', {
              share: format.percent(forecast.beyondSeen),
              months: format.number(forecast.oldestSeen),
            }),
          forecast.modesLeftOut > 0 && t('reliability.forecast.modes', { n: forecast.modesLeftOut }),
          all.backtest !== null &&
            t('reliability.forecast.backtest', {
              day: format.date(all.backtest.madeOn),
              n: format.number(all.backtest.expected),
              interval: intervalText(all.backtest.interval, whole, words),
              came: all.backtest.came,
            }),
          expert &&
            all.dispersion !== null &&
            t('reliability.forecast.dispersion', { value: format.number(all.dispersion, 2) }),
        ]}
      />
    </Figure>
  );
}

function monthName(month: ForecastMonth | undefined, { t, format }: AgeWords): string {
  if (month === undefined) return '';
  const name = format.month(month.from);
  return month.rest ? t('reliability.forecast.rest', { month: name }) : name;
}

interface LineProps {
  readonly forecast: Forecast;
  /** The forecast of everything, by whose months the columns are. */
  readonly all: Forecast;
  readonly whole: boolean;
  readonly chosen: string | undefined;
}

function Line({ forecast, all, whole, chosen }: LineProps) {
  const words = useAgeWords();
  const { t, format, labels } = words;
  const [, choose] = useAgeChoice();
  const { mode, claims, months, total } = forecast;
  const name =
    whole && chosen === undefined ? t('reliability.allModes') : labels.value('failure_mode', mode ?? chosen ?? '');
  const range = ([low, high]: ForecastMonth['interval']) =>
    t('reliability.forecast.range', { low: format.number(low), high: format.number(high) });
  return (
    <tr>
      <th scope="row">
        {mode === null || mode === '' ? name : <NumberLink onClick={() => choose({ mode })}>{name}</NumberLink>}
      </th>
      <td>{format.number(claims)}</td>
      {total === null ? (
        <td colSpan={all.months.length + 1}>
          {t(`reliability.word.forecast.${forecast.why ?? 'tooFewClaims'}`, { n: claims })}
        </td>
      ) : (
        <>
          {months.map((month) => (
            <td key={month.from}>
              {format.number(month.expected, 1)}
              <span className={classes.range}>{range(month.interval)}</span>
            </td>
          ))}
          <td>
            {format.number(total.expected, 1)}
            <span className={classes.range}>{range(total.interval)}</span>
          </td>
        </>
      )}
    </tr>
  );
}

function forecastTable(rows: readonly Forecast[], words: AgeWords): TableText {
  const { t, format, labels } = words;
  return {
    header: [
      t('reliability.mode'),
      t('reliability.forecast.from'),
      t('reliability.forecast.until'),
      t('reliability.forecast.expected'),
      t('reliability.low'),
      t('reliability.high'),
    ],
    rows: rows.flatMap(({ mode, months }) =>
      months.map(({ from, until, expected, interval }) => [
        mode === null ? t('reliability.allModes') : labels.value('failure_mode', mode),
        format.date(from),
        format.date(until),
        expected,
        ...interval,
      ]),
    ),
  };
}
