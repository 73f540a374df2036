import { useMemo } from 'react';
import type { WeibullAnswer } from '../../analysis/reliability/types';
import { useExpert } from '../../session/expert';
import { ageLines } from '../../ui/charts/age-lines';
import { useChartStyle } from '../../ui/charts/use-chart-style';
import { Figure } from '../../ui/Figure';
import { FactLines } from './FactLines';
import { PlotFigure } from './PlotFigure';
import { type AgesView, HEIGHTS } from './view';
import { type AgeWords, agedText, chanceText, intervalText, useAgeFootnote, useAgeWords } from './words';

/** Whether units fail early, by chance or by wear, and when a tenth will have failed. */
export function WeibullFigure({ view }: { readonly view: AgesView }) {
  const { t } = useAgeWords();
  const { weibull } = view.answer;
  if (!('why' in weibull)) return <Fitted view={view} fit={weibull} />;
  return (
    <Figure
      title={t('reliability.weibull.name')}
      state={{
        kind: 'cannot',
        because: t(`reliability.word.weibull.${weibull.why}`, { n: weibull.failures }),
        hint: t('reliability.weibull.hint'),
      }}
      height={HEIGHTS.chart}
    >
      {null}
    </Figure>
  );
}

function Fitted({ view, fit }: { readonly view: AgesView; readonly fit: WeibullAnswer }) {
  const words = useAgeWords();
  const { t, format } = words;
  const style = useChartStyle();
  const footnote = useAgeFootnote(view.answer);
  const [expert] = useExpert();
  const { sql, population, failed } = view.answer;
  const { axis } = population;
  const plot = useMemo(() => {
    const line = (key: 'seen' | 'fitted') => ({
      key,
      name: t(`reliability.word.curve.${key}`),
      ...(key === 'seen' ? { role: 'context' as const, stepped: true } : {}),
      points: fit.fit.points.map((point) => ({
        age: point.months,
        value: 100 * point[key],
        label: t('reliability.months', { months: format.number(point.months, 1) }),
      })),
    });
    return ageLines({
      lines: [line('seen'), line('fitted')],
      axis: t(`reliability.word.axis.${axis}`),
      unit: t('reliability.percentFailed'),
      format: (value) => format.number(value, 2),
      style,
    });
  }, [fit, axis, t, format, style]);
  return (
    <PlotFigure
      state={view.state}
      sql={sql}
      title={fit.fit.verdict === 'badly' ? t('reliability.weibull.noCurve') : t(`reliability.word.kind.${fit.kind}`)}
      plot={plot}
      fileName="weibull"
      table={() => ({
        header: [
          t(`reliability.word.axis.${axis}`),
          t('reliability.word.curve.seen'),
          t('reliability.word.curve.fitted'),
          t('reliability.low'),
          t('reliability.high'),
        ],
        rows: fit.fit.points.map(({ months, seen, fitted }) => {
          const interval = failed.find((point) => point.months === months)?.interval;
          return [months, seen, fitted, interval?.[0], interval?.[1]];
        }),
      })}
      footnote={footnote(t('reliability.weibull.method'))}
    >
      <FactLines lines={[...plainLines(fit, axis, words), ...(expert ? expertLines(fit, words) : [])]} />
    </PlotFigure>
  );
}

function plainLines(fit: WeibullAnswer, axis: AgesView['answer']['population']['axis'], words: AgeWords) {
  const { t, format } = words;
  const { b10 } = fit;
  const months = (value: number) => format.number(value, value < 10 ? 1 : 0);
  return [
    b10.extrapolated
      ? t('reliability.weibull.b10Beyond', {
          age: agedText(axis, Math.floor(fit.fit.points.at(-1)?.months ?? 0), words),
        })
      : t('reliability.weibull.b10', {
          months: months(b10.months),
          interval: intervalText(b10.interval, months, words),
        }),
    t(`reliability.word.fit.${fit.fit.verdict}`),
    fit.few && t('reliability.weibull.few', { n: fit.failures }),
    fit.limited !== null && t('reliability.weibull.limited', { share: format.percent(fit.limited.share) }),
  ];
}

function expertLines(
  { shape, shapeInterval, scale, scaleInterval, b10, failures, fit, limited }: WeibullAnswer,
  words: AgeWords,
) {
  const { t, format } = words;
  const two = (value: number) => format.number(value, 2);
  const one = (value: number) => format.number(value, 1);
  return [
    t('reliability.weibull.shape', { value: two(shape), interval: intervalText(shapeInterval, two, words) }),
    t('reliability.weibull.scale', { value: one(scale), interval: intervalText(scaleInterval, one, words) }),
    b10.extrapolated &&
      t('reliability.weibull.b10Drawn', { months: one(b10.months), interval: intervalText(b10.interval, one, words) }),
    t('reliability.weibull.fit', { n: failures, p: chanceText(fit.p, format), gap: format.percent(fit.gap) }),
    limited !== null &&
      t('reliability.weibull.limitedFit', {
        shape: two(limited.shape),
        scale: one(limited.scale),
        gain: one(limited.gain),
      }),
  ];
}
