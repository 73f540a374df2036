import { useTranslation } from 'react-i18next';
import type { ImportProgress } from '../data/ingest/importer';
import { ProgressNote } from '../ui/ProgressNote';

interface ImportProgressNoteProps {
  readonly progress: ImportProgress;
  readonly secondsLeft?: number;
  /** Records of the file at hand, where they have been counted. */
  readonly records?: number;
  readonly onCancel?: () => void;
}

/** Files on their way into the data: which one, what is done with it, how far. */
export function ImportProgressNote({ progress, secondsLeft, records, onCancel }: ImportProgressNoteProps) {
  const label = useStepLabel(progress);
  const { step, bytes, total } = progress;
  if (step === 'coding')
    return (
      <ProgressNote
        label={label}
        share={bytes / Math.max(1, total)}
        rows={bytes}
        secondsLeft={secondsLeft}
        onCancel={onCancel}
      />
    );
  return (
    <ProgressNote
      label={label}
      bytesDone={bytes}
      bytesTotal={total}
      rows={records === undefined || total === 0 ? undefined : Math.round((records * bytes) / total)}
      secondsLeft={secondsLeft}
      onCancel={onCancel}
    />
  );
}

function useStepLabel({ step, file, at, of }: ImportProgress): string {
  const { t } = useTranslation();
  if (step === 'merging') return t('step.merging');
  if (step === 'coding') return t('step.coding');
  if (file === '') return t('step.fetching');
  const turn = of > 1 ? t('step.turn', { at, of }) : '';
  return turn + (step === 'reading' ? t('step.reading', { file }) : t('step.loading', { file }));
}
