import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState';

/** For a link to a screen that this version does not have. */
export function NotFound() {
  const { t } = useTranslation();
  return <EmptyState title={t('shell.notFound')}>{t('shell.notFoundHint')}</EmptyState>;
}
