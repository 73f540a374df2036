import { useTranslation } from 'react-i18next';
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
  const { complaint, shipment } = useWorkspaceData().workspace.facts;
  const span = complaint.rows > 0 ? complaint : shipment;
  const details = {
    complaints: complaint.rows,
    shipments: shipment.rows,
    from: format.date(span.first),
    until: format.date(span.last),
  };
  if (complaint.rows > 0) return shipment.rows > 0 ? t('data.titleBoth', details) : t('data.titleComplaints', details);
  return shipment.rows > 0 ? t('data.titleShipments', details) : t('data.titleNone');
}
