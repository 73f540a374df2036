import { useTranslation } from 'react-i18next';

interface PrintedPart {
  /** Index of the first row on paper. */
  readonly first: number;
  readonly count: number;
  readonly total: number;
  /** Name of the button that writes all rows to a file, if there is one. */
  readonly exportName?: string;
}

/** Writes which rows of a long list are on paper and where the others are; nothing when all are there. */
export function usePartText(): (part: PrintedPart) => string | undefined {
  const { t } = useTranslation();
  return ({ first, count, total, exportName }) => {
    if (count === total) return undefined;
    const part = t('table.printed', { from: first + 1, to: first + count, total });
    return exportName === undefined
      ? part
      : part + t('common.sentenceSeparator') + t('table.printedExport', { button: exportName });
  };
}
