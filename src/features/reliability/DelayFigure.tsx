import { useMemo } from 'react';
import type { ReportingDelay } from '../../analysis/reliability/types';
import type { MeasureId } from '../../domain/measure';
import { useFootnote } from '../../session/footnote';
import { ageLines } from '../../ui/charts/age-lines';
import { useChartStyle } from '../../ui/charts/use-chart-style';
import { Figure, type FigureState } from '../../ui/Figure';
import { PlotFigure } from './PlotFigure';
import classes from './Reliability.module.css';
import { HEIGHTS } from './view';
import { countedAs, useAgeWords } from './words';

interface DelayFigureProps {
  readonly delay: ReportingDelay | null;
  readonly measure: MeasureId;
  readonly state: FigureState;
  readonly sql: readonly string[];
}

/** How late failures are reported, and what that means for the last months. */
export function DelayFigure({ delay, measure, state, sql }: DelayFigureProps) {
  const { t } = useAgeWords();
  if (delay !== null) return <Delay delay={delay} measure={measure} state={state} sql={sql} />;
  return (
    <Figure
      title={t('reliability.delay.name')}
      state={{ kind: 'cannot', because: t('reliability.delay.cannot'), hint: t('reliability.delay.hint') }}
      height={HEIGHTS.list}
    >
      {null}
    </Figure>
  );
}

/** Points of the curve at most, beside its first weeks, which are drawn day by day. */
const POINTS = 24;
/** Share reported from which the curve has nothing more to tell. */
const ALL = 0.999;

function Delay({ delay, measure, state, sql }: DelayFigureProps & { readonly delay: ReportingDelay }) {
  const words = useAgeWords();
  const { t, format } = words;
  const style = useChartStyle();
  const footnote = useFootnote();
  const plot = useMemo(() => {
    const end = delay.reported.findIndex((share) => share >= ALL);
    const shown = end === -1 ? delay.reported : delay.reported.slice(0, end + 1);
    const stride = Math.max(1, Math.floor(shown.length / POINTS));
    return ageLines({
      lines: [
        {
          key: 'reported',
          name: '',
          points: shown.flatMap((share, day) =>
            day % stride === 0 || day === shown.length - 1
              ? [{ age: day, value: 100 * share, label: t('reliability.delay.within', { day }) }]
              : [],
          ),
        },
      ],
      axis: t('reliability.delay.axis'),
      unit: t('reliability.delay.unit'),
      most: 100,
      format: (value) => format.number(value),
      style,
    });
  }, [delay, t, format, style]);
  const note = footnote({
    measure: countedAs(measure),
    basis: 'count',
    unjudged: 0,
    notes: [
      t('reliability.delay.method', { n: delay.complaints }),
      ...(delay.negative > 0 ? [t('reliability.delay.negative', { n: delay.negative })] : []),
    ],
  });
  return (
    <PlotFigure
      state={state}
      sql={sql}
      title={t('reliability.delay.title', { median: delay.median, most: delay.most })}
      plot={plot}
      fileName="reporting-delay"
      table={() => ({
        header: [
          t('reliability.delay.month'),
          t('reliability.delay.seen'),
          t('reliability.delay.completeness'),
          t('reliability.delay.expected'),
          t('state.provisional'),
        ],
        rows: delay.months.map(({ month, seen, completeness, expected, provisional }) => [
          format.month(month),
          seen,
          completeness,
          expected,
          provisional ? t('value.boolean.true') : '',
        ]),
      })}
      footnote={note}
    >
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('reliability.delay.month')}</th>
              {delay.months.map(({ month }) => (
                <th key={month} scope="col">
                  {format.month(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('reliability.delay.seen')}</th>
              {delay.months.map(({ month, seen }) => (
                <td key={month}>{format.number(seen)}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('reliability.delay.completeness')}</th>
              {delay.months.map(({ month, completeness, provisional }) => (
                <td key={month}>
                  {format.percent(completeness, 0)}
                  {provisional && <span className={classes.range}>▨ {t('state.provisional')}</span>}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('reliability.delay.expected')}</th>
              {delay.months.map(({ month, expected }) => (
                <td key={month}>{format.number(expected)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </PlotFigure>
  );
}
