import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownColumns } from '../../../data/ingest/kept/correction';
import type { JournalEntry } from '../../../data/ingest/kept/journal';
import type { Problem } from '../../../data/ingest/plan';
import { useImportJob, useWorkspaceData } from '../../../session/hooks';
import controls from '../../../ui/controls.module.css';
import { ErrorNote } from '../../../ui/ErrorNote';
import { useLabels } from '../../../ui/labels';
import { ProgressNote } from '../../../ui/ProgressNote';
import { TextButton } from '../../../ui/TextButton';
import { useProblemText } from '../use-problem-text';
import classes from './History.module.css';

interface CorrectRecordProps {
  readonly entry: JournalEntry;
  readonly record: number;
  /** As they stand in the file. */
  readonly cells: readonly string[];
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[]; readonly message?: string };

/** The cells of a rejected record, to be put right and taken in. */
export function CorrectRecord({ entry, record, cells }: CorrectRecordProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const [job] = useImportJob();
  const columns = ownColumns(entry.plan);
  const [edited, setEdited] = useState(() => columns.map((_, at) => cells[at] ?? ''));
  const [state, setState] = useState<State>({ kind: 'idle' });
  const isCorrected = workspace.journal.some(
    ({ corrects }) => corrects?.id === entry.id && corrects.records.includes(record),
  );
  if (isCorrected) return <p role="status">✓ {t('history.corrected')}</p>;
  if (state.kind === 'saving') return <ProgressNote label={t('history.correcting')} />;
  const surplus = cells.slice(columns.length).filter((cell) => cell !== '');
  const save = () => {
    setState({ kind: 'saving' });
    workspace.correct(entry.id, [{ record, cells: edited }]).then(
      ({ rowsAccepted, problems }) =>
        setState(rowsAccepted > 0 ? { kind: 'idle' } : { kind: 'failed', problems: problems.filter(isError) }),
      (error) =>
        setState({ kind: 'failed', problems: [], message: error instanceof Error ? error.message : String(error) }),
    );
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3 className={classes.section}>{t('history.correct')}</h3>
      <p className={classes.quiet}>{t('history.correctHint')}</p>
      {columns.map(({ source, target }, at) => (
        <CellField
          key={source}
          source={source}
          target={target}
          value={edited[at] ?? ''}
          onChange={(value) => setEdited(edited.map((cell, index) => (index === at ? value : cell)))}
        />
      ))}
      {surplus.length > 0 && (
        <p className={classes.quiet}>{t('history.surplus', { cells: surplus.join(t('common.listSeparator')) })}</p>
      )}
      {state.kind === 'failed' && <Failure problems={state.problems} message={state.message} />}
      <TextButton submit strong disabled={job.busy}>
        {t('history.correctSave')}
      </TextButton>
    </form>
  );
}

function Failure({ problems, message }: { readonly problems: readonly Problem[]; readonly message?: string }) {
  const { t } = useTranslation();
  const text = useProblemText();
  return <ErrorNote what={t('history.correctFailed')} why={message ?? problems.map(text).join(' ')} />;
}

interface CellFieldProps {
  readonly source: string;
  readonly target: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One cell under the name that its column has in the file, and what it stands for. */
function CellField({ source, target, value, onChange }: CellFieldProps) {
  const labels = useLabels();
  const id = useId();
  const meaning = target === null ? '' : labels.column(target);
  return (
    <div className={classes.field}>
      <label htmlFor={id}>
        {source}
        {meaning !== '' && meaning !== source && <span className={classes.quiet}> {meaning}</span>}
      </label>
      <input id={id} className={controls.input} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

const isError = ({ level }: Problem) => level === 'error';
