import { useTranslation } from 'react-i18next';
import type { Relation } from '../../analysis/relations';

/** A check in words: whose rows, and what is wrong with those that it finds. */
export function useRelationText(): (relation: Pick<Relation, 'kind' | 'dataset'>) => string {
  const { t } = useTranslation();
  return ({ kind, dataset }) => t(`relation.${kind}`, { dataset: t(`datasets.name.${dataset}`) });
}
