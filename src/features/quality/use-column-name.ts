import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../domain/columns';
import { useLabels } from '../../ui/labels';

/** What a column of a list is called: of complaints, `received_at` is when somebody called; of goods, when they arrived. */
export function useColumnName(): (dataset: Dataset, column: string) => string {
  const { t } = useTranslation();
  const labels = useLabels();
  const arrived: ReadonlySet<Dataset> = new Set(['material_lot', 'returned_item']);
  return (dataset, column) =>
    column === 'received_at' && arrived.has(dataset) ? t('quality.arrived') : labels.column(column);
}
