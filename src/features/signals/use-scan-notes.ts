import type { Signals } from '../../analysis/signals/types';
import { shift } from '../../domain/period';
import { useSignalWords } from './words';

/** What stands under the signals: how they were found, over which time, and against which units. */
export function useScanNotes({ tests, window, exposure }: Signals): string[] {
  const { t, format } = useSignalWords();
  const days = window && { from: format.date(window.from), to: format.date(shift('day', window.until, -1)) };
  return [
    t('signals.howFound', { tests }),
    t('signals.unitsAre', { units: t(`signals.coded.units.${exposure.units}`) }),
    ...(exposure.why === undefined ? [] : [t(`signals.coded.noUnits.${exposure.why}`)]),
    ...(days === undefined
      ? []
      : [window?.provisional ? t('signals.windowProvisional', days) : t('signals.window', days)]),
  ];
}
