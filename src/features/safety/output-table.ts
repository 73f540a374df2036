import type { TFunction } from 'i18next';
import { reasonsOf, type SafetyItem, type SafetyTexts } from '../../analysis/safety';
import type { Standing } from '../../domain/safety-acts';
import type { WordReader } from '../../domain/sentinel';
import type { TableText } from '../../ui/csv';
import type { Labels } from '../../ui/labels';
import { maskContactsIn, maskName } from '../../ui/mask';
import { wallClock } from '../../ui/wall-clock';
import { tellingSentence, type useSafetyWords } from './use-safety-words';

interface Output {
  readonly items: readonly SafetyItem[];
  readonly texts: ReadonlyMap<number, SafetyTexts>;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly reader: WordReader;
  readonly labels: Labels;
  readonly words: ReturnType<typeof useSafetyWords>;
  readonly t: TFunction;
}

/** The list as a table of texts. People are masked: those who closed items, and telephone numbers and addresses in what was said. */
export function outputTable({ items, texts, standings, reader, labels, words, t }: Output): TableText {
  const separator = t('common.listSeparator');
  const column = (name: string) => labels.column(name);
  return {
    header: [
      column('complaint_no'),
      t('safety.csvReceived'),
      t('safety.csvAge'),
      column('model'),
      column('batch_no'),
      column('region'),
      column('failure_mode'),
      column('severity'),
      t('safety.csvWhy'),
      t('safety.csvSaid'),
      t('safety.csvState'),
      t('safety.csvClosedAs'),
      t('safety.csvRemark'),
      t('safety.csvBy'),
      t('safety.csvAt'),
    ],
    rows: items.map((item) => {
      const found = texts.get(item.rowId);
      const closed = standings.get(item.key)?.closed;
      const isItem = reasonsOf(item).length > 0;
      return [
        words.name(item),
        item.receivedAt?.slice(0, 10) ?? '',
        item.age,
        item.model,
        item.batch,
        item.region,
        item.failure,
        item.severity === null ? '' : labels.value('severity', item.severity),
        words.reasons(item).join(separator),
        found === undefined
          ? ''
          : maskContactsIn(
              tellingSentence(found, reader)
                .map(({ text }) => text)
                .join(''),
            ),
        closed !== undefined ? t('safety.closed') : isItem ? t('safety.open') : t('safety.denied'),
        closed === undefined
          ? ''
          : closed.reason === 'sameAs'
            ? t('safety.sameAsOf', { number: closed.sameAs ?? '' })
            : words.kinds[closed.reason],
        maskContactsIn(closed?.text ?? ''),
        maskName(closed?.by ?? ''),
        closed === undefined ? '' : wallClock(closed.at).slice(0, 16).replace('T', ' '),
      ];
    }),
  };
}
