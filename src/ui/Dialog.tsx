import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** The dialog is gone, by Esc too. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A decision over the page, which waits for it. Esc leaves everything as it is; what is typed here is not for what stands behind. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={heading} className={classes.dialog} onClose={onClose} onKeyDown={keepKeys}>
      <h2 id={heading} className={classes.title}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}

/** The buttons at the end of a dialog. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}

function keepKeys(event: KeyboardEvent): void {
  event.stopPropagation();
}
