import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsOf, lastAct, type SafetyAct } from '../../domain/safety-acts';
import { rememberedName } from '../../session/remembered-name';
import type { SafetyWatch } from '../../session/safety-watch';
import { TextButton } from '../../ui/TextButton';
import { useKeys } from '../../ui/use-keys';
import classes from './Safety.module.css';

interface UndoNoteProps {
  readonly acts: readonly SafetyAct[];
  readonly act: SafetyWatch['act'];
}

/** What was done last since the screen was opened, and the way back. */
export function UndoNote({ acts, act }: UndoNoteProps) {
  const { t } = useTranslation();
  const [seen] = useState(() => acts.at(-1)?.id ?? 0);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [undone, setUndone] = useState<number | undefined>(undefined);
  const last = lastAct(acts);
  const fresh = last !== undefined && last.id > seen;
  const undo = () => {
    if (last === undefined) return;
    setFailure(undefined);
    act({ kind: 'undo', of: last.id, by: rememberedName() || last.by }).then(
      () => setUndone(itemsOf(last)),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  };
  useKeys((key) => {
    if (key !== 'u' || !fresh) return false;
    undo();
    return true;
  });
  const newest = acts.at(-1);
  if (newest?.kind === 'undo' && undone !== undefined)
    return (
      <p role="status" className={classes.undo}>
        {t('safety.didUndo', { count: undone })}
      </p>
    );
  if (!fresh) return null;
  const count = itemsOf(last);
  return (
    <p role="status" className={classes.undo}>
      {last.kind === 'close' ? t('safety.didClose', { count }) : t('safety.didReopen', { count })}{' '}
      <TextButton onClick={undo}>{t('safety.undo')}</TextButton>
      {failure !== undefined && (
        <span role="alert" className={classes.later}>
          ▲ {t('safety.kept', { message: failure })}
        </span>
      )}
    </p>
  );
}
