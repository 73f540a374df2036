import { useTranslation } from 'react-i18next';
import type { ComplaintRow } from '../../analysis/complaints';
import { KeyText } from '../../ui/KeyText';
import classes from './Complaints.module.css';

/** A complaint's number, marked where safety is at stake. */
export function NumberCell({ row }: { readonly row: ComplaintRow }) {
  const { t } = useTranslation();
  return (
    <span className={classes.number}>
      {row.is_safety === true && (
        <span role="img" aria-label={t('state.safety')} title={t('state.safety')} className={classes.safety}>
          ◆
        </span>
      )}
      <KeyText text={String(row.complaint_no ?? '')} />
    </span>
  );
}
