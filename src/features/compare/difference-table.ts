import type { TFunction } from 'i18next';
import type { Difference } from '../../analysis/compare/types';
import type { TableText } from '../../ui/csv';
import type { AttributeText } from './attribute-text';

/** Differences as a table, unrounded. */
export function differenceTable(
  differences: readonly Difference[],
  { t, text }: { readonly t: TFunction; readonly text: AttributeText },
): TableText {
  return {
    header: [
      t('compare.attribute'),
      t('compare.value'),
      t('compare.shareOf', { side: t('compare.these') }),
      t('compare.shareOf', { side: t('compare.theOthers') }),
      t('compare.ratio'),
      t('compare.low'),
      t('compare.high'),
      t('compare.countOf', { side: t('compare.these') }),
      t('compare.knownOf', { side: t('compare.these') }),
      t('compare.countOf', { side: t('compare.theOthers') }),
      t('compare.knownOf', { side: t('compare.theOthers') }),
      t('compare.rate'),
      t('compare.q'),
    ],
    rows: differences.map((difference) => [
      text.name(difference.attribute),
      text.value(difference),
      difference.a.share,
      difference.b.share,
      difference.ratio,
      difference.low,
      difference.high,
      difference.a.n,
      difference.a.of,
      difference.b.n,
      difference.b.of,
      difference.rate?.ratio,
      difference.q,
    ]),
  };
}
