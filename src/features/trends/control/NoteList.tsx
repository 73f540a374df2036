import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Grain, periodOf } from '../../../domain/period';
import { useDecision } from '../../../session/hooks';
import { rememberedName, rememberName } from '../../../session/remembered-name';
import { IconButton } from '../../../ui/IconButton';
import { Select } from '../../../ui/Select';
import { TextButton } from '../../../ui/TextButton';
import { wallClock } from '../../../ui/wall-clock';
import { useWords } from '../words';
import classes from './Control.module.css';
import { LONGEST_NAME, LONGEST_NOTE, PERIOD_NOTES, type PeriodNote, restored, withNote } from './notes';

interface NoteListProps {
  readonly grain: Grain;
  /** First days of the periods on the axis; at least one. */
  readonly periods: readonly string[];
}

/** What people noted on the periods of the axis; further notes, and the removal of one, which can be undone. */
export function NoteList({ grain, periods }: NoteListProps) {
  const { t } = useTranslation();
  const { format } = useWords();
  const { data: notes, keep, failure } = useDecision(PERIOD_NOTES);
  const [writing, setWriting] = useState(false);
  const [removed, setRemoved] = useState<PeriodNote | undefined>(undefined);
  if (notes === undefined) return null;
  const onAxis = new Set(periods);
  const listed = notes.filter(({ day }) => onAxis.has(periodOf(grain, day)));
  return (
    <section className={classes.part} aria-label={t('control.noteTitle')}>
      {listed.length > 0 && (
        <ul className={classes.list}>
          {listed.map((note) => {
            const line = { period: format.bucket(grain, note.day), text: note.text, by: note.by };
            return (
              <li key={note.id}>
                <span>⚑ {note.by === '' ? t('control.noteUnsigned', line) : t('control.noteLine', line)}</span>
                <IconButton
                  icon="close"
                  label={t('control.noteRemove', line)}
                  onClick={() => {
                    setRemoved(note);
                    void keep((all) => all.filter(({ id }) => id !== note.id));
                  }}
                />
              </li>
            );
          })}
        </ul>
      )}
      {failure !== undefined && <p role="alert">▲ {t('control.noteFailed', { why: failure })}</p>}
      {removed !== undefined && failure === undefined && (
        <p role="status">
          {t('control.noteRemoved')}
          <TextButton
            quiet
            onClick={() => {
              void keep((all) => restored(all, removed));
              setRemoved(undefined);
            }}
          >
            {t('control.noteUndo')}
          </TextButton>
        </p>
      )}
      {writing ? (
        <NoteForm
          grain={grain}
          periods={periods}
          onKeep={(note) => {
            setRemoved(undefined);
            void keep((all) => withNote(all, note));
            setWriting(false);
          }}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <div>
          <TextButton quiet onClick={() => setWriting(true)}>
            {t('control.noteAdd')}
          </TextButton>
        </div>
      )}
    </section>
  );
}

interface NoteFormProps extends NoteListProps {
  readonly onKeep: (note: Omit<PeriodNote, 'id'>) => void;
  readonly onCancel: () => void;
}

function NoteForm({ grain, periods, onKeep, onCancel }: NoteFormProps) {
  const { t } = useTranslation();
  const { format } = useWords();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [text, setText] = useState('');
  const [by, setBy] = useState(rememberedName);
  // A period that a filter has taken off the axis is no longer meant.
  const day = chosen !== undefined && periods.includes(chosen) ? chosen : (periods.at(-1) ?? '');
  return (
    <form
      className={classes.form}
      aria-label={t('control.noteAdd')}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        rememberName(by.trim());
        onKeep({ day, text: text.trim(), by: by.trim(), at: wallClock(new Date()) });
      }}
    >
      <Select
        label={t('control.noteOn')}
        value={day}
        options={periods.toReversed().map((period) => ({ value: period, label: format.bucket(grain, period) }))}
        onChange={setChosen}
        outlined
      />
      <input
        // biome-ignore lint/a11y/noAutofocus: the field that the button before it opened
        autoFocus
        className={classes.text}
        aria-label={t('control.noteText')}
        placeholder={t('control.noteText')}
        maxLength={LONGEST_NOTE}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <input
        className={classes.name}
        aria-label={t('control.noteBy')}
        placeholder={t('control.noteBy')}
        maxLength={LONGEST_NAME}
        value={by}
        onChange={(event) => setBy(event.target.value)}
      />
      <TextButton submit disabled={text.trim() === ''}>
        {t('control.noteKeep')}
      </TextButton>
      <TextButton quiet onClick={onCancel}>
        {t('common.cancel')}
      </TextButton>
    </form>
  );
}
