import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ConfirmDialog.module.css';
import { Dialog, DialogActions } from './Dialog';
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
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={classes.body}>{children}</div>
      <DialogActions>
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
      </DialogActions>
    </Dialog>
  );
}
