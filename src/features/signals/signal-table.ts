import type { Signal } from '../../analysis/signals/types';
import type { TableText } from '../../ui/csv';
import type { SignalWords } from './words';

/** Signals with all their numbers, unrounded: what is copied and exported. */
export function signalTable(signals: readonly Signal[], words: SignalWords): TableText {
  const { t } = words;
  return {
    header: [
      t('signals.mode'),
      t('signals.slice'),
      t('signals.dimension'),
      t('signals.n'),
      t('signals.expected'),
      t('signals.ratio'),
      t('signals.low'),
      t('signals.high'),
      'q',
      'p',
      'IC₀₂₅',
      'φ',
      t('signals.severeColumn'),
      t('signals.safetyColumn'),
      t('signals.firstAlarm'),
      t('signals.method'),
      t('signals.why'),
    ],
    rows: signals.map((signal) => [
      words.mode(signal.mode, signal.modeField),
      words.slice(signal.dimension, signal.values),
      words.dimension(signal.dimension),
      signal.n,
      signal.expected,
      signal.ratio,
      signal.low,
      signal.high,
      signal.q,
      signal.p,
      signal.ic025,
      signal.dispersion,
      signal.severeShare,
      signal.safety,
      signal.firstAlarm?.slice(0, 7) ?? '',
      t(`signals.coded.method.${signal.basis}`),
      words.why(signal.why),
    ]),
  };
}
