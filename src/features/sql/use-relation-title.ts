import { useTranslation } from 'react-i18next';
import type { Relation } from './relation-list';

/** What a view holds, in the words of the page. */
export function useRelationTitle(): (relation: Pick<Relation, 'name' | 'dataset'>) => string {
  const { t } = useTranslation();
  return ({ name, dataset }) => {
    if (dataset !== undefined) return t(`datasets.name.${dataset}`);
    return name === 'rejected' ? t('sql.rejected') : t('sql.issues');
  };
}
