import { useTranslation } from 'react-i18next';
import { CRITICAL, FLAG, reasonsOf, type SafetyItem, type SafetyTexts } from '../../analysis/safety';
import type { CloseAct, CloseReason, Closing, ReopenAct } from '../../domain/safety-acts';
import type { WordReader } from '../../domain/sentinel';
import { useFormat } from '../../ui/use-format';
import { wallClock } from '../../ui/wall-clock';
import { type Piece, sentenceOf } from './sentence';

/** How items, reasons and acts are named. */
export function useSafetyWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = (code: string) =>
    code === FLAG ? t('safety.flag') : code === CRITICAL ? t('safety.critical') : t('safety.whyWord', { word: code });
  const kinds: Readonly<Record<CloseReason, string>> = {
    notSafety: t('safety.notSafety'),
    sameAs: t('safety.sameAs'),
    contained: t('safety.contained'),
    other: t('safety.other'),
  };
  const closing = ({ reason: code, sameAs = '', text }: Closing) => {
    const what = code === 'sameAs' ? t('safety.sameAsOf', { number: sameAs }) : kinds[code];
    return [what, text].filter((part) => part !== '').join(t('safety.colon'));
  };
  return {
    name: ({ number, sourceFile, sourceRow }: SafetyItem) =>
      number ?? t('safety.noNumber', { record: sourceRow, file: sourceFile }),
    reason,
    reasons: (item: SafetyItem): string[] => {
      const all = reasonsOf(item).map(reason);
      return all.length > 0 ? all : item.denied.map((word) => t('safety.whyDenied', { word }));
    },
    kinds,
    closing,
    act: (act: CloseAct | ReopenAct) => {
      const facts = { by: act.by, at: format.dateTime(wallClock(act.at)) };
      return act.kind === 'close'
        ? t('safety.wasClosed', { ...facts, why: closing(act) })
        : t('safety.wasReopened', { ...facts, why: act.text });
    },
  };
}

/** The one sentence that shows why an item is here: of the first text that says a word, else of the first text. */
export function tellingSentence({ texts }: SafetyTexts, reader: WordReader): Piece[] {
  const read = texts.map(({ text }) => ({ text, mentions: reader.mentions(text) }));
  const telling =
    read.find(({ mentions }) => mentions.some(({ denied }) => !denied)) ??
    read.find(({ mentions }) => mentions.length > 0) ??
    read[0];
  return telling === undefined ? [] : sentenceOf(telling.text, telling.mentions);
}
