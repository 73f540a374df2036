import { useTranslation } from 'react-i18next';
import type { Attribute, Difference } from '../../analysis/compare/types';
import { useLabels } from '../../ui/labels';
import { useFormat } from '../../ui/use-format';

export interface AttributeText {
  /** "Line and shift", "Purchased, by month". */
  readonly name: (attribute: Attribute) => string;
  readonly value: (difference: Pick<Difference, 'attribute' | 'values'>) => string;
  /** Both, as they stand in a sentence. */
  readonly of: (difference: Pick<Difference, 'attribute' | 'values'>) => string;
}

/** Attributes and their values in the page's language. */
export function useAttributeText(): AttributeText {
  const { t } = useTranslation();
  const labels = useLabels();
  const format = useFormat();
  const part = (name: string) => (name === 'build_week' ? t('compare.buildWeek') : labels.column(name));
  const name = ({ by, names }: Attribute) => {
    const all = names.map(part).join(' × ');
    return by === 'month' ? t('compare.byMonth', { column: all }) : all;
  };
  const value = ({ attribute: { by, names }, values }: Pick<Difference, 'attribute' | 'values'>) =>
    by === 'month'
      ? format.month(values[0] ?? '')
      : values.map((one, at) => labels.value(names[at] ?? '', one)).join(' × ');
  return {
    name,
    value,
    of: (difference) => t('compare.named', { attribute: name(difference.attribute), value: value(difference) }),
  };
}
