import { useTranslation } from 'react-i18next';
import type { Basis, MeasureId, NoRate } from '../domain/measure';
import type { Grain } from '../domain/period';
import { useLabels } from '../ui/labels';
import { useFormat } from '../ui/use-format';
import { useMeasureNames } from './measure-name';

/** What a figure has to say about its numbers. */
export interface FootnoteFacts {
  readonly measure: MeasureId;
  /** In what the figure is given. */
  readonly basis: Basis;
  /** Length of the periods whose shipments are the denominator; left out when it is the whole time of the scope. */
  readonly grain?: Grain;
  readonly unjudged: number;
  /** Why it is given in counts although rates were asked for. */
  readonly noRate?: NoRate;
  /** The day up to which the data tell what happened. */
  readonly asOf?: string;
  /** Periods shown that are not over, by name. */
  readonly provisional?: readonly string[];
  /** Sentences that this figure alone needs; they come first. */
  readonly notes?: readonly string[];
}

/** Writes the note under a figure: measure, denominator, what is not judged, how far the data reach. */
export function useFootnote(): (facts: FootnoteFacts) => string {
  const { t } = useTranslation();
  const labels = useLabels();
  const format = useFormat();
  const { nameOf, tellsQuality } = useMeasureNames();
  const whyNot = (why: NoRate) =>
    t(`noRate.${why.reason}`, { field: 'field' in why ? labels.column(why.field) : undefined });
  return ({ measure, basis, grain, unjudged, noRate, asOf, provisional = [], notes = [] }) => {
    const untold = { category: labels.column('category'), cause: labels.column('cause_class') };
    const sentences = [
      ...notes,
      t('footnote.measure', { measure: nameOf(measure) }),
      measure === 'quality' && !tellsQuality && t('footnote.cannotTell', untold),
      unjudged > 0 && t('footnote.unjudged', { count: unjudged }),
      basis === 'shipped' && (grain === undefined ? t('footnote.denominator') : t(`grain.denominator.${grain}`)),
      noRate !== undefined && whyNot(noRate),
      asOf !== undefined && t('footnote.asOf', { day: format.date(asOf) }),
      provisional.length > 0 && t('footnote.provisional', { periods: provisional.join(t('common.listSeparator')) }),
    ];
    return sentences.filter((sentence) => sentence !== false).join(t('common.sentenceSeparator'));
  };
}
