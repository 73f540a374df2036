import { useTranslation } from 'react-i18next';
import classes from './ComplaintDrawer.module.css';

/** What a cell held that could not be read, beside its empty field. */
export function UnreadText({ raw }: { readonly raw: string | undefined }) {
  const { t } = useTranslation();
  if (raw === undefined) return null;
  return <span className={classes.unread}>▲ {t('complaints.unread', { raw })}</span>;
}
