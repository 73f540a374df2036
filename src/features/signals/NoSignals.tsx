import { Link } from '@tanstack/react-router';
import type { Signals } from '../../analysis/signals/types';
import { Figure, type FigureState } from '../../ui/Figure';
import { smallestFound } from './smallest-found';
import { useScanNotes } from './use-scan-notes';
import { useSignalWords } from './words';

/** Expected counts for which is said what would have been found. */
const EXPECTED = 5;
const HEIGHT = 200;

/** In place of the list where it is empty: what was looked through, and what would have been found; or why nothing could be. */
export function NoSignals({ answer, state }: { readonly answer: Signals; readonly state: FigureState }) {
  const { t, format } = useSignalWords();
  const notes = useScanNotes(answer);
  const { modes, tests, window, sql } = answer;
  const refreshing = state.kind === 'refreshing';
  const shown = (): FigureState => {
    if (refreshing) return { kind: 'loading' };
    if (window === undefined)
      return {
        kind: 'cannot',
        because: t('signals.noTime'),
        hint: t('signals.noTimeHint'),
        action: <Link to="/data">{t('datasets.toData')}</Link>,
      };
    if (modes.length === 0)
      return {
        kind: 'empty',
        title: t('signals.noModes'),
        hint: t('signals.noModesHint'),
        action: <Link to="/safety">{t('signals.toSafety')}</Link>,
      };
    if (tests === 0) return { kind: 'empty', title: t('signals.titleNone'), hint: t('signals.nothingTested') };
    const found = { expected: EXPECTED, n: format.number(smallestFound(EXPECTED, tests)) };
    return {
      kind: 'empty',
      title: t('signals.noneHint', { count: tests, modes: format.number(modes.length) }),
      hint: [t('signals.noneFound', found), ...notes].join(t('common.sentenceSeparator')),
    };
  };
  return (
    <Figure
      title={t('signals.list', { count: 0, tests })}
      state={shown()}
      height={HEIGHT}
      actions={{ fileName: 'signals', sql }}
    >
      {null}
    </Figure>
  );
}
