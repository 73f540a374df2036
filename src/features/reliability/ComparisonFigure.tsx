import { useMemo } from 'react';
import type { Comparison, Side } from '../../analysis/reliability/types';
import { useExpert } from '../../session/expert';
import { type AgeLine, ageLines } from '../../ui/charts/age-lines';
import { Chart } from '../../ui/charts/Chart';
import { useChartStyle } from '../../ui/charts/use-chart-style';
import type { TableText } from '../../ui/csv';
import { Figure } from '../../ui/Figure';
import { ComparePicker } from './ComparePicker';
import { FactLines } from './FactLines';
import { PlotFigure } from './PlotFigure';
import classes from './Reliability.module.css';
import { type AgesView, HEIGHTS } from './view';
import { type AgeWords, chanceText, intervalText, scopeName, useAgeFootnote, useAgeWords } from './words';

/** Two populations at equal age: what was made before and after, or two of a kind. */
export function ComparisonFigure({ view }: { readonly view: AgesView }) {
  const { t } = useAgeWords();
  const { comparison, question } = view.answer;
  if (comparison !== null) return <Compared view={view} comparison={comparison} />;
  return (
    <Figure title={t('reliability.compare.name')} state={view.state} height={HEIGHTS.list}>
      <p className={classes.population}>{t('reliability.compare.why')}</p>
      <ComparePicker measure={question.measure} />
    </Figure>
  );
}

interface ComparedProps {
  readonly view: AgesView;
  readonly comparison: Comparison;
}

const KEYS = ['first', 'second'] as const;
/** Tell the two apart where their names have no room. */
const SIGNS = ['①', '②'] as const;

function Compared({ view, comparison }: ComparedProps) {
  const words = useAgeWords();
  const { t, format } = words;
  const style = useChartStyle();
  const footnote = useAgeFootnote(view.answer);
  const [expert] = useExpert();
  const { sql, population, question } = view.answer;
  const { axis } = population;
  const names = comparison.sides.map(({ scope }, at) => `${SIGNS[at]} ${scopeName(scope, words)}`);
  const [first = '', second = ''] = names;
  const plots = useMemo(() => {
    const shared = { axis: t(`reliability.word.axis.${axis}`), style };
    const label = (months: number) => t('reliability.months', { months: format.number(months, 1) });
    const each = (points: (side: Side) => AgeLine['points'], stepped: boolean) =>
      comparison.sides.map(
        (side, at): AgeLine => ({
          key: KEYS[at] ?? '',
          name: [first, second][at] ?? '',
          stepped,
          ...(at === 0 ? { role: 'context' as const } : {}),
          points: points(side),
        }),
      );
    const rates = ageLines({
      ...shared,
      lines: each(
        ({ ages }) =>
          ages.map(({ months, perThousand, interval, thin, claims, exposure }) => ({
            age: months,
            value: perThousand,
            unsure: thin || months > comparison.ages,
            label: label(months),
            detail: [
              intervalText(interval, format.rate, { t }),
              t('reliability.claimsOf', { claims: format.number(claims), units: format.number(exposure) }),
            ],
          })),
        false,
      ),
      unit: t('reliability.perThousand'),
      format: (value) => format.rate(value),
    });
    const lives = ageLines({
      ...shared,
      lines: each(
        ({ failed }) =>
          failed.map(({ months, share, interval, atRisk }) => ({
            age: months,
            value: 100 * share,
            label: label(months),
            detail: [
              ...(interval === null ? [] : [intervalText(interval, (value) => format.percent(value, 2), { t })]),
              t('reliability.compare.atRisk', { n: format.number(atRisk) }),
            ],
          })),
        true,
      ),
      unit: t('reliability.percentFailed'),
      format: (value) => format.number(value, 2),
    });
    return { rates, lives };
  }, [comparison, axis, first, second, t, format, style]);
  const livesTitle = t('reliability.compare.lives');
  return (
    <PlotFigure
      state={view.state}
      sql={sql}
      title={verdictText(comparison, first, second, words)}
      plot={plots.rates}
      fileName="comparison"
      table={() => comparisonTable(comparison, names, words)}
      footnote={footnote(t(`reliability.word.method.${comparison.method}`), t('reliability.compare.method'))}
      tools={<ComparePicker measure={question.measure} />}
    >
      <FactLines lines={plainLines(comparison, words)} />
      <SideTable comparison={comparison} names={names} />
      {expert && (
        <>
          <FactLines lines={expertLines(comparison, words)} />
          {comparison.sides.some(({ failed }) => failed.length > 0) && (
            <>
              <h3 className={classes.sub}>{livesTitle}</h3>
              <Chart plot={plots.lives} title={livesTitle} height={HEIGHTS.chart} />
            </>
          )}
        </>
      )}
    </PlotFigure>
  );
}

function verdictText({ verdict, ratio, interval }: Comparison, first: string, second: string, words: AgeWords): string {
  const { t, format } = words;
  const two = (value: number) => format.number(value, 2);
  return t(`reliability.word.verdict.${verdict}`, {
    first,
    second,
    ratio: format.number(ratio, 2),
    interval: interval === null ? '' : intervalText(interval, two, words),
  });
}

function plainLines(comparison: Comparison, { t, format }: AgeWords) {
  const { ages, claimsCompared, crudeDiffers, crudeRatio, ratio, overlap, widened } = comparison;
  return [
    ages === 0
      ? t('reliability.compare.noAges')
      : t('reliability.compare.ages', { months: ages, first: claimsCompared[0], second: claimsCompared[1] }),
    crudeDiffers &&
      crudeRatio !== null &&
      t('reliability.compare.crude', { crude: format.number(crudeRatio, 2), ratio: format.number(ratio, 2) }),
    widened && t('reliability.compare.widened'),
    overlap > 0 && t('reliability.compare.overlap', { n: overlap }),
  ];
}

function expertLines({ p, regression, crudeRatio, dispersion, logRank }: Comparison, words: AgeWords) {
  const { t, format } = words;
  const two = (value: number) => format.number(value, 2);
  return [
    t('reliability.compare.numbers', {
      p: chanceText(p, format),
      crude: format.number(crudeRatio, 2),
      dispersion: format.number(dispersion, 2),
    }),
    regression !== null &&
      t('reliability.compare.regression', {
        ratio: two(regression.ratio),
        interval: intervalText(regression.interval, two, words),
        p: chanceText(regression.p, format),
      }),
    logRank !== null &&
      t('reliability.compare.logRank', { chi: two(logRank.chiSquare), p: chanceText(logRank.p, format) }),
  ];
}

function SideTable({ comparison, names }: { readonly comparison: Comparison; readonly names: readonly string[] }) {
  const words = useAgeWords();
  const { t, format } = words;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('reliability.compare.population')}</th>
            <th scope="col">{t('reliability.units')}</th>
            <th scope="col">{t('reliability.claims')}</th>
            <th scope="col">{t('reliability.compare.meanMonths')}</th>
            <th scope="col">{t('reliability.compare.crudeRate')}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.sides.map(({ units, claims, meanMonths, crude }, at) => (
            <tr key={KEYS[at]}>
              <th scope="row">{names[at]}</th>
              <td>{format.number(units)}</td>
              <td>{format.number(claims)}</td>
              <td>{format.number(meanMonths, 1)}</td>
              <td>{format.rate(crude)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function comparisonTable({ sides }: Comparison, names: readonly string[], { t }: AgeWords): TableText {
  return {
    header: [
      t('reliability.compare.population'),
      t('reliability.compare.month'),
      t('reliability.claims'),
      t('reliability.exposure'),
      t('reliability.perThousandSoFar'),
      t('reliability.low'),
      t('reliability.high'),
    ],
    rows: sides.flatMap(({ ages }, at) =>
      ages.map(({ months, claims, exposure, perThousand, interval }) => [
        names[at],
        months,
        claims,
        exposure,
        perThousand,
        ...interval,
      ]),
    ),
  };
}
