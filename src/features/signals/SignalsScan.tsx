import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signals } from '../../analysis/signals/signals';
import type { ScanProgress, SignalsQuestion } from '../../analysis/signals/types';
import { useAnswer } from '../../session/hooks';
import { Figure, type FigureState } from '../../ui/Figure';
import { ProgressNote } from '../../ui/ProgressNote';
import classes from './Signals.module.css';
import { SignalsAnswer } from './SignalsAnswer';

/** Height of the place of the list until there is one, in pixels. */
const HEIGHT = 420;

interface SignalsScanProps {
  readonly question: SignalsQuestion;
  readonly onStop: () => void;
}

/** Scans, says how far it is, and shows what came of it; the scan ends with the component. */
export function SignalsScan({ question, onStop }: SignalsScanProps) {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<(ScanProgress & { readonly of: string }) | undefined>(undefined);
  const { data, error, refetch, isFetching, isPlaceholderData } = useAnswer(
    'signals',
    question,
    (source, asked, signal) => {
      const of = JSON.stringify(asked);
      const onProgress = (told: ScanProgress) => {
        if (!signal.aborted) setProgress({ ...told, of });
      };
      return signals(source, asked, { signal, onProgress });
    },
  );
  const now = progress?.of === JSON.stringify(question) && progress.total > 0 ? progress : undefined;
  const running = isFetching && (
    <div className={classes.progress}>
      <ProgressNote
        label={now === undefined ? t('signals.scanning') : t('signals.scanningDone', { ...now })}
        share={now && now.done / now.total}
        onCancel={onStop}
      />
    </div>
  );
  const waiting: FigureState | undefined =
    error !== null
      ? {
          kind: 'error',
          what: t('signals.failed'),
          why: error.message,
          todo: t('signals.failedHint'),
          onRetry: () => void refetch(),
        }
      : data === undefined
        ? { kind: 'loading' }
        : undefined;
  return (
    <>
      {waiting !== undefined || data === undefined ? (
        <Figure title={t('screen.signals')} state={waiting ?? { kind: 'loading' }} height={HEIGHT}>
          {null}
        </Figure>
      ) : (
        <SignalsAnswer answer={data} state={{ kind: isPlaceholderData ? 'refreshing' : 'ready' }} />
      )}
      {running}
    </>
  );
}
