import type { ReliabilityAnswer } from '../../analysis/reliability/types';
import { useExpert } from '../../session/expert';
import { useLabels } from '../../ui/labels';
import classes from './Reliability.module.css';
import { useAgeWords } from './words';

/** Of which units the figures are, where they are known from, and what was left out. */
export function PopulationNote({ answer }: { readonly answer: ReliabilityAnswer }) {
  const { t, format } = useAgeWords();
  const labels = useLabels();
  const [expert] = useExpert();
  const { kind, axis, units, first, last, leftOut, claims } = answer.population;
  const left = leftOut.cutOff + leftOut.withoutBatch + leftOut.withoutBuildDay;
  const sentences = [
    t(`reliability.word.population.${kind}`),
    t('reliability.population.units', { n: units, first: format.date(first), last: format.date(last) }),
    t(`reliability.word.from.${axis}`),
    t('reliability.population.traced', {
      all: claims.all,
      n: claims.traced,
      share: format.percent(claims.tracedShare),
    }),
    claims.outside > 0 && t('reliability.population.outside', { n: claims.outside }),
    claims.negative > 0 && t('reliability.population.negative', { n: claims.negative }),
    left > 0 && t('reliability.population.left', { n: left }),
    expert &&
      t('reliability.population.how', {
        serial: claims.bySerial,
        range: claims.byRange,
        batch: claims.byBatch,
        untraced: claims.untraced,
      }),
    expert &&
      claims.dayColumn !== null &&
      t('reliability.population.byDay', { n: claims.byDay, column: labels.column(claims.dayColumn) }),
    expert &&
      left > 0 &&
      t('reliability.population.leftHow', {
        cut: leftOut.cutOff,
        batch: leftOut.withoutBatch,
        build: leftOut.withoutBuildDay,
      }),
  ];
  return <p className={classes.population}>{sentences.filter(Boolean).join(t('common.sentenceSeparator'))}</p>;
}
