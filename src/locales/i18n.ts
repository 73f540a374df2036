import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language is called by its own name, whatever the language of the page. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

const STORED = 'truecause.language';

/** Only the language in use is downloaded. */
const CATALOGUES = {
  en: async () => (await import('./en/index')).en,
  'zh-CN': async () => (await import('./zh-CN/index')).zhCN,
} satisfies Record<Language, () => Promise<object>>;

/** The language for what a person chose before, else for what the browser prefers: any Chinese gives `zh-CN`. */
export function languageFor(stored: string | null, preferred: string): Language {
  const known = LANGUAGES.find((language) => language === stored);
  return known ?? (preferred.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');
}

/** Makes i18next ready in one language, by default the visitor's. */
export async function startI18n(language = languageFor(localStorage.getItem(STORED), navigator.language)) {
  await i18next
    .use(initReactI18next)
    .init({ lng: language, fallbackLng: false, interpolation: { escapeValue: false } });
  await use(language);
}

/** Switches the page to a language and remembers it. */
export async function chooseLanguage(language: Language) {
  localStorage.setItem(STORED, language);
  await use(language);
}

async function use(language: Language) {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await CATALOGUES[language]());
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.title = i18next.t('shell.product');
}
