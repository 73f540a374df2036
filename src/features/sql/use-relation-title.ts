import { useTranslation } from 'react-i18next';
import type { Relation } from './relation-list';

/** What a view holds, in the words of the page. */
export function useRelationTitle(): (relation: Pick<Relation, 'dataset' | 'holds'>) => string {
  const { t } = useTranslation();
  const others = { issues: t('sql.issues'), events: t('sql.events'), rejected: t('sql.rejected') };
  return ({ dataset, holds = 'issues' }) => (dataset === undefined ? others[holds] : t(`datasets.name.${dataset}`));
}
