import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { columnOf, DATASETS, EXTRA_PREFIX } from '../domain/columns';
import type { Value } from '../domain/scope';

export interface Labels {
  /** A column's name in the page's language; an extra column keeps the header of its file. */
  column(name: string): string;
  /** A cell's value: the label of a code, yes or no, "Blank" for null, else the text itself. */
  value(column: string, value: Value): string;
}

/** Words for columns and values. */
export function useLabels(): Labels {
  const { t, i18n } = useTranslation();
  return {
    column(name) {
      if (name.startsWith(EXTRA_PREFIX)) return name.slice(EXTRA_PREFIX.length);
      return i18n.exists(`column.${name}`) ? t(`column.${name}` as ParseKeys) : name;
    },
    value(column, value) {
      if (value === null || value === '') return t('common.blank');
      const family = familyOf(column, value);
      if (family === undefined || !i18n.exists(`value.${family}.${value}`)) return value;
      return t(`value.${family}.${value}` as ParseKeys);
    },
  };
}

/** Where the labels of a column's values are, below `value.`; a test holds it against the column catalogue. */
export function familyOf(column: string, value: string): string | undefined {
  const described = DATASETS.map((dataset) => columnOf(dataset, column)).find((found) => found !== undefined);
  if (described?.vocabulary !== undefined) return described.vocabulary;
  return described?.kind === 'boolean' && (value === 'true' || value === 'false') ? 'boolean' : undefined;
}
