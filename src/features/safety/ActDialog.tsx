import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsOf, type SafetyItem } from '../../analysis/safety';
import { CLOSE_REASONS, type CloseReason, lacksOf } from '../../domain/safety-acts';
import { rememberedName, rememberName } from '../../session/remembered-name';
import type { SafetyWatch } from '../../session/safety-watch';
import { Dialog, DialogActions } from '../../ui/Dialog';
import { TextButton } from '../../ui/TextButton';
import classes from './ActDialog.module.css';
import { useSafetyWords } from './use-safety-words';

/** Items that somebody is about to close, or to open again. */
export interface AskedAct {
  readonly kind: 'close' | 'reopen';
  readonly items: readonly SafetyItem[];
}

interface ActDialogProps {
  readonly asked: AskedAct;
  readonly watch: SafetyWatch;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for the reason and the name before items are closed or opened again. Esc leaves everything as it is. */
export function ActDialog({ asked: { kind, items }, watch, onDone, onClose }: ActDialogProps) {
  const { t } = useTranslation();
  const { name, kinds } = useSafetyWords();
  const id = useId();
  const [reason, setReason] = useState<CloseReason>('notSafety');
  const [sameAs, setSameAs] = useState('');
  const [text, setText] = useState('');
  const [by, setBy] = useState(rememberedName);
  const [tried, setTried] = useState(false);
  // It is being kept: a second click would be a second act, and Undo takes back only one.
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | undefined>(undefined);

  const closing = kind === 'close';
  const numbers = items.flatMap(({ number }) => number ?? []);
  const lacks = lacksOf({ reason: closing ? reason : 'other', sameAs, text }, by, numbers);
  const unknownSame = closing && reason === 'sameAs' && !lacks.sameAs && watch.ready?.has(sameAs.trim()) !== true;
  const first = items[0];
  const what = first !== undefined && items.length === 1 ? name(first) : t('safety.several', { count: items.length });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || lacks.by || lacks.text || lacks.sameAs || unknownSame) return;
    setBusy(true);
    setFailure(undefined);
    rememberName(by.trim());
    const said = { by: by.trim(), text: text.trim() };
    const act = closing
      ? watch.act({
          ...said,
          kind: 'close',
          reason,
          ...(reason === 'sameAs' ? { sameAs: sameAs.trim() } : {}),
          items: Object.fromEntries(items.map((item) => [item.key, reasonsOf(item)])),
        })
      : watch.act({ ...said, kind: 'reopen', keys: items.map(({ key }) => key) });
    act.then(
      () => {
        onDone();
        onClose();
      },
      (error: unknown) => {
        setBusy(false);
        setFailure(error instanceof Error ? error.message : String(error));
      },
    );
  };
  const lack = (missing: boolean, words: string) =>
    tried && missing ? (
      <span role="alert" className={classes.lack}>
        ▲ {words}
      </span>
    ) : null;
  return (
    <Dialog title={closing ? t('safety.closeTitle', { what }) : t('safety.reopenTitle', { what })} onClose={onClose}>
      <form onSubmit={submit} className={classes.form}>
        {closing && (
          <fieldset className={classes.reasons}>
            <legend>{t('safety.reasonLabel')}</legend>
            {CLOSE_REASONS.map((one) => (
              <label key={one} className={classes.choice}>
                <input type="radio" name={`${id}-reason`} checked={reason === one} onChange={() => setReason(one)} />
                {kinds[one]}
              </label>
            ))}
          </fieldset>
        )}
        {closing && reason === 'sameAs' && (
          <label className={classes.field}>
            {t('safety.sameAsLabel')}
            <input className={classes.input} value={sameAs} onChange={(event) => setSameAs(event.target.value)} />
            {lack(lacks.sameAs, t('safety.lackSameAs'))}
            {lack(unknownSame, t('safety.unknownSame'))}
          </label>
        )}
        <label className={classes.field}>
          {!closing ? t('safety.reopenLabel') : reason === 'sameAs' ? t('safety.textOptional') : t('safety.textLabel')}
          <textarea
            className={classes.area}
            rows={3}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {lack(lacks.text, t('safety.lackText'))}
        </label>
        <label className={classes.field}>
          {t('safety.by')}
          <input
            className={classes.input}
            autoComplete="name"
            maxLength={80}
            value={by}
            onChange={(event) => setBy(event.target.value)}
          />
          <span className={classes.hint}>{t('safety.byHint')}</span>
          {lack(lacks.by, t('safety.lackBy'))}
        </label>
        {failure !== undefined && (
          <p role="alert" className={classes.lack}>
            ▲ {t('safety.kept', { message: failure })}
          </p>
        )}
        <DialogActions>
          <TextButton onClick={onClose}>{t('common.cancel')}</TextButton>
          <TextButton strong submit disabled={busy}>
            {closing ? t('safety.close') : t('safety.reopen')}
          </TextButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
