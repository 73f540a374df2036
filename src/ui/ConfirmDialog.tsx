import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ConfirmDialog.module.css';
import { TextButton } from './TextButton';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will be lost, by name. */
  readonly children: ReactNode;
  /** What the button does, as a verb. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before what cannot be undone. Esc and the first button leave everything as it is. */
export function ConfirmDialog({ title, children, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={heading} className={classes.dialog} onClose={onClose}>
      <h2 id={heading} className={classes.title}>
        {title}
      </h2>
      <div className={classes.body}>{children}</div>
      <div className={classes.actions}>
        <TextButton onClick={onClose}>{t('common.cancel')}</TextButton>
        <TextButton
          strong
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {confirm}
        </TextButton>
      </div>
    </dialog>
  );
}
