import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import classes from './Drawer.module.css';
import { IconButton } from './IconButton';

interface DrawerProps {
  readonly title: string;
  readonly onClose: () => void;
  /** For code and tables. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** Reading matter at the right edge. The page beside it stays in use; Esc closes and gives the focus back. */
export function Drawer({ title, onClose, wide = false, children }: DrawerProps) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  const heading = useId();
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return createPortal(
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={heading}
      className={`${classes.drawer} ${wide ? classes.wide : ''}`}
    >
      <header className={classes.head}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        <IconButton icon="close" label={t('common.close')} onClick={onClose} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard */}
      <div className={classes.body} tabIndex={0}>
        {children}
      </div>
    </aside>,
    document.body,
  );
}
