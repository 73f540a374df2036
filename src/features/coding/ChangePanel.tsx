import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodingEffect } from '../../analysis/coding-effect';
import type { Coding } from '../../domain/coding';
import { problemsOf } from '../../domain/coding-check';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import classes from './Coding.module.css';
import { EffectTables } from './EffectTables';
import { ProblemLines } from './ProblemLines';

interface ChangePanelProps {
  readonly effect: CodingEffect;
  readonly coding: Coding;
  readonly onApply: (note: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** What a coding would change, before it is applied. */
export function ChangePanel({ effect, coding, onApply, onClose }: ChangePanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [note, setNote] = useState('');
  const errors = problemsOf(coding).filter(({ level }) => level === 'error');
  const { changed, unknown } = effect;
  return (
    <section className={classes.panel}>
      <div className={classes.head}>
        <h2 className={classes.subhead}>
          {changed === 0 ? t('coding.change.titleNone') : t('coding.change.title', { count: changed })}
        </h2>
        <TextButton quiet onClick={onClose}>
          {t('common.close')}
        </TextButton>
      </div>
      <EffectSummary effect={effect} />
      {unknown.length > 0 && (
        <p className={classes.ask}>
          ○{' '}
          {t('coding.change.unknown', {
            names: unknown
              .slice(0, 10)
              .map(({ mode, n }) => `${mode} ${format.number(n)}`)
              .join(t('common.listSeparator')),
          })}
        </p>
      )}
      {errors.length > 0 && (
        <div role="alert">
          <p className={classes.lack}>{t('coding.change.errors')}</p>
          <ProblemLines problems={errors} />
        </div>
      )}
      <form
        className={classes.actions}
        onSubmit={(event) => {
          event.preventDefault();
          void onApply(note.trim());
        }}
      >
        <input
          className={`${classes.input} ${classes.note}`}
          aria-label={t('coding.change.note')}
          placeholder={t('coding.change.noteExample')}
          maxLength={200}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <TextButton strong submit disabled={errors.length > 0}>
          {t('coding.change.apply')}
        </TextButton>
      </form>
      <EffectTables effect={effect} columns={coding.columns} />
    </section>
  );
}

interface DonePanelProps {
  readonly effect: CodingEffect;
  readonly columns: readonly string[];
  /** It was an undoing. */
  readonly undone: boolean;
  /** Undefined when there is nothing to go back to. */
  readonly onUndo: (() => Promise<unknown>) | undefined;
  readonly onClose: () => void;
}

/** What was changed, right after: with the rows, and the way back. */
export function DonePanel({ effect, columns, undone, onUndo, onClose }: DonePanelProps) {
  const { t } = useTranslation();
  const { changed } = effect;
  return (
    <section className={classes.panel}>
      <div className={classes.head}>
        <h2 className={classes.subhead}>
          <span aria-live="polite">
            {undone ? t('coding.change.undone', { count: changed }) : t('coding.change.done', { count: changed })}
          </span>
        </h2>
        <span className={classes.actions}>
          {onUndo !== undefined && !undone && (
            <TextButton onClick={() => void onUndo()}>{t('coding.change.undo')}</TextButton>
          )}
          <TextButton quiet onClick={onClose}>
            {t('common.close')}
          </TextButton>
        </span>
      </div>
      <EffectSummary effect={effect} />
      <EffectTables effect={effect} columns={columns} />
    </section>
  );
}

function EffectSummary({ effect }: { readonly effect: CodingEffect }) {
  const { t } = useTranslation();
  return (
    <p className={classes.dim}>
      {t('coding.change.summary', {
        before: effect.uncodedBefore,
        after: effect.uncodedAfter,
        disagree: effect.disagree,
      })}
    </p>
  );
}
