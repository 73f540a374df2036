import { useTranslation } from 'react-i18next';
import { DATASETS } from '../../domain/columns';
import { useWorkspaceData } from '../../session/hooks';
import { useFormat } from '../../ui/use-format';
import classes from './Data.module.css';

/** What the workspace holds, as a sentence. */
export function DataTitle() {
  return <h1 className={classes.title}>{useTitle()}</h1>;
}

function useTitle(): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { facts } = useWorkspaceData().workspace;
  const { complaint, shipment } = facts;
  const span = complaint.rows > 0 ? complaint : shipment;
  const others = DATASETS.filter((dataset) => dataset !== 'complaint' && facts[dataset].rows > 0);
  const details = {
    complaints: complaint.rows,
    shipments: shipment.rows,
    from: format.date(span.first),
    until: format.date(span.last),
    count: others.length,
    rows: others.reduce((sum, dataset) => sum + facts[dataset].rows, 0),
  };
  if (complaint.rows > 0 && shipment.rows === 0) return t('data.titleComplaints', details);
  if (complaint.rows > 0) return others.length === 1 ? t('data.titleBoth', details) : t('data.titleAll', details);
  if (others.length === 0) return t('data.titleNone');
  return others.length === 1 && shipment.rows > 0 ? t('data.titleShipments', details) : t('data.titleOther', details);
}
