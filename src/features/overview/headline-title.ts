import { useTranslation } from 'react-i18next';
import type { Headline } from '../../analysis/headline';
import { useMeasureNames } from '../../session/measure-name';
import { stateOf } from '../../ui/change-text';
import type { State } from '../../ui/Delta';
import { useFormat } from '../../ui/use-format';

/** Which measures moved beyond chance against the same month a year ago, else against the month before; the month alone when neither is known. */
export function useHeadlineTitle(month: string, headlines: readonly Headline[]): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf } = useMeasureNames();
  const byYear = headlines.some(({ yearBefore }) => yearBefore !== undefined);
  const changes = headlines.flatMap(({ measure, yearBefore, previous }) => {
    const change = byYear ? yearBefore : previous;
    return change === undefined ? [] : [{ name: nameOf(measure), state: stateOf(change) }];
  });
  const words = { month: format.month(month), before: byYear ? t('overview.toYearBefore') : t('overview.toPrevious') };
  if (changes.length === 0) return t('overview.headlines', words);
  const namesOf = (wanted: State) =>
    changes
      .filter(({ state }) => state === wanted)
      .map(({ name }) => name)
      .join(t('common.listSeparator'));
  const moved = [
    { names: namesOf('worse'), text: (names: string) => t('overview.worse', { names }) },
    { names: namesOf('more'), text: (names: string) => t('overview.more', { names }) },
    { names: namesOf('better'), text: (names: string) => t('overview.better', { names }) },
    { names: namesOf('fewer'), text: (names: string) => t('overview.fewer', { names }) },
  ].flatMap(({ names, text }) => (names === '' ? [] : [text(names)]));
  if (changes.every(({ state }) => state === 'notEnough')) return t('overview.tooFew', words);
  if (moved.length === 0) return t('overview.steady', words);
  return t('overview.changed', { ...words, changes: moved.join(t('overview.changesSeparator')) });
}
