import { useTranslation } from 'react-i18next';
import { type Format, formatFor } from './format';

/** Formats of the page's language. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatFor(i18n.language);
}
