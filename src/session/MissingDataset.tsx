import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../domain/columns';
import { EmptyState } from '../ui/EmptyState';
import { TextButton } from '../ui/TextButton';

interface MissingDatasetProps {
  readonly dataset: Dataset;
  /** Instead of the way to the Data screen; null = none. */
  readonly action?: ReactNode;
}

/** Stands where a screen lacks a list: which one, what it would answer, and where to bring it in. */
export function MissingDataset({ dataset, action }: MissingDatasetProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toData = (
    <TextButton strong onClick={() => void navigate({ to: '/data' })}>
      {t('datasets.toData')}
    </TextButton>
  );
  return (
    <EmptyState
      title={t('datasets.absent', { dataset: t(`datasets.name.${dataset}`) })}
      action={action === null ? undefined : (action ?? toData)}
    >
      {t(`datasets.unlock.${dataset}`)}
    </EmptyState>
  );
}
