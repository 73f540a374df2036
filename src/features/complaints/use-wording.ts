import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../ui/labels';
import { useFormat } from '../../ui/use-format';
import type { Wording } from './cell-text';

/** How cells are written in the page's language; the same object until that changes. */
export function useWording(): Wording {
  const { t, i18n } = useTranslation();
  const labels = useLabels();
  const format = useFormat();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language alone; the functions are new at every render
  return useMemo(() => ({ labels, format, separator: t('common.listSeparator') }), [i18n.language]);
}
