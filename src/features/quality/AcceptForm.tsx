import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberedName, rememberName } from '../../session/remembered-name';
import controls from '../../ui/controls.module.css';
import { TextButton } from '../../ui/TextButton';
import classes from './Quality.module.css';

interface AcceptFormProps {
  /** Rejects when it cannot be kept. */
  readonly onAccept: (by: string, reason: string) => Promise<unknown>;
}

/** Takes a finding as known, with a reason and a name; a button until somebody wants to. */
export function AcceptForm({ onAccept }: AcceptFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(rememberedName);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  if (!open)
    return (
      <p>
        <TextButton onClick={() => setOpen(true)}>{t('quality.accept.open')}</TextButton>
      </p>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || by.trim() === '') return;
    rememberName(by.trim());
    onAccept(by.trim(), reason.trim()).catch((error: unknown) =>
      setFailure(error instanceof Error ? error.message : String(error)),
    );
  };
  const lack = (missing: boolean, words: string, of: string) =>
    tried && missing ? (
      <span role="alert" id={`${id}-${of}`} className={classes.lack}>
        ▲ {words}
      </span>
    ) : null;
  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={keepKeys}>
      <label className={controls.field}>
        {t('quality.accept.reason')}
        <input
          className={controls.input}
          maxLength={500}
          value={reason}
          // biome-ignore lint/a11y/noAutofocus: somebody has just asked for this field
          autoFocus
          onChange={(event) => setReason(event.target.value)}
        />
        {lack(reason.trim() === '', t('quality.accept.lackReason'), 'reason')}
      </label>
      <label className={controls.field}>
        {t('quality.accept.by')}
        <input
          className={controls.input}
          maxLength={80}
          autoComplete="name"
          value={by}
          onChange={(event) => setBy(event.target.value)}
        />
        <span className={controls.hint}>{t('quality.accept.byHint')}</span>
        {lack(by.trim() === '', t('quality.accept.lackBy'), 'by')}
      </label>
      {failure !== undefined && (
        <p role="alert" className={classes.lack}>
          ▲ {t('quality.accept.failed', { message: failure })}
        </p>
      )}
      <div className={classes.tools}>
        <TextButton strong submit>
          {t('quality.accept.save')}
        </TextButton>
        <TextButton onClick={() => setOpen(false)}>{t('common.cancel')}</TextButton>
      </div>
    </form>
  );
}

/** What is typed here is not for the shell; Esc still closes the drawer. */
function keepKeys(event: KeyboardEvent): void {
  if (event.key !== 'Escape') event.stopPropagation();
}
