import { useTranslation } from 'react-i18next';
import type { Comparison, Difference } from '../../analysis/compare/types';
import { useFormat } from '../../ui/use-format';
import { useAttributeText } from './attribute-text';

/** The one that the title names: what the complaints have more often, where units are from before what was said of them. */
function leading({ differences }: Pick<Comparison, 'differences'>): Difference | undefined {
  const more = differences.filter((difference) => difference.more);
  return more.find(({ about }) => about === 'origin') ?? more[0] ?? differences[0];
}

/** The answer in a sentence: what there is more of among the complaints than among the others. */
export function useTitle(answer: Comparison): string {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useAttributeText();
  const others = answer.question.rest === undefined ? t('compare.rest') : t('compare.others');
  const first = leading(answer);
  if (answer.tooFew !== undefined) return t('compare.heading');
  if (first === undefined) return t('compare.titleSame', { others, count: answer.a });
  const facts = {
    others,
    count: answer.a,
    what: text.of(first),
    share: format.percent(first.a.share, digits(first)),
    other: format.percent(first.b.share, digits(first)),
    times: first.ratio === null ? t('compare.onlyHere') : t('compare.times', { ratio: format.number(first.ratio, 1) }),
  };
  return first.more ? t('compare.titleMore', facts) : t('compare.titleFewer', facts);
}

/** Shares below a tenth say something after the point. */
function digits({ a, b }: Difference): number {
  return Math.min(a.share, b.share) < 0.1 ? 1 : 0;
}
