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
  const { facts } = useWorkspaceData().workspace;
  const { complaint, shipment } = facts;
  const span = complaint.rows > 0 ? complaint : shipment;
  const details = {
    complaints: complaint.rows,
    shipments: shipment.rows,
    from: format.date(span.first),
    until: format.date(span.last),
  };
  if (complaint.rows > 0) return shipment.rows > 0 ? t('data.titleBoth', details) : t('data.titleComplaints', details);
  if (shipment.rows > 0) return t('data.titleShipments', details);
  const others = Object.values(facts).filter(({ rows }) => rows > 0);
  const rows = others.reduce((sum, other) => sum + other.rows, 0);
  return others.length > 0 ? t('data.titleOther', { count: others.length, rows }) : t('data.titleNone');
}
