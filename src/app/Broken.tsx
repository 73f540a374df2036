import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/ErrorNote';

/** What stands in for a screen that threw. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const why = error instanceof Error ? error.message : String(error);
  return <ErrorNote what={t('shell.broken')} why={why} todo={t('shell.brokenHint')} onRetry={reset} />;
}
