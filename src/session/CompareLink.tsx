import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useScope } from '../ui/view/view-state';

/** Leads from some complaints to what is different about them; nothing while all are shown, as they have no rest. */
export function CompareLink() {
  const { t } = useTranslation();
  const { scope } = useScope();
  if (scope.length === 0) return null;
  return (
    <Link to="/compare" search={(before) => ({ ...before, vs: undefined })} title={t('compare.linkHint')}>
      {t('compare.link')}
    </Link>
  );
}
