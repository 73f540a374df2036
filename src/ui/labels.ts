import type { i18n, ParseKeys, TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { columnOf, DATASETS, EXTRA_PREFIX } from '../domain/columns';
import type { Value } from '../domain/scope';

export interface Labels {
  /** A column's name in the page's language; an extra column keeps the header of its file. */
  column(name: string): string;
  /** A cell's value: the label of a code, yes or no, "Blank" for null, else the text itself. */
  value(column: string, value: Value): string;
}

/** Words for columns and values; the same object until the language changes. */
export function useLabels(): Labels {
  const { t, i18n } = useTranslation();
  const known = cache.get(i18n.language);
  if (known !== undefined) return known;
  const made = makeLabels(t, i18n);
  cache.set(i18n.language, made);
  return made;
}

const cache = new Map<string, Labels>();

function makeLabels(t: TFunction, i18n: i18n): Labels {
  // Finding a text costs more than drawing it, and a screen asks for the same few hundred at every click.
  const found = new Map<string, string>();
  const textOf = (key: string): string | undefined => {
    const text = found.get(key) ?? (i18n.exists(key) ? t(key as ParseKeys) : undefined);
    if (text !== undefined) found.set(key, text);
    return text;
  };
  return {
    column(name) {
      if (name.startsWith(EXTRA_PREFIX)) return name.slice(EXTRA_PREFIX.length);
      return textOf(`column.${name}`) ?? name;
    },
    value(column, value) {
      if (value === null || value === '') return textOf('common.blank') ?? '';
      const family = familyOf(column, value);
      return family === undefined ? value : (textOf(`value.${family}.${value}`) ?? value);
    },
  };
}

/** Where the labels of a column's values are, below `value.`; a test holds it against the column catalogue. */
export function familyOf(column: string, value: string): string | undefined {
  const described = DATASETS.map((dataset) => columnOf(dataset, column)).find((found) => found !== undefined);
  if (described?.vocabulary !== undefined) return described.vocabulary;
  return described?.kind === 'boolean' && (value === 'true' || value === 'false') ? 'boolean' : undefined;
}
