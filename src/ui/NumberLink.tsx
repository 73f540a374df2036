import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './NumberLink.module.css';

interface NumberLinkProps {
  /** The number, already formatted. */
  readonly children: ReactNode;
  readonly onClick: () => void;
}

/** A number that opens the rows behind it: it looks like a number until it is pointed at. */
export function NumberLink({ children, onClick }: NumberLinkProps) {
  const { t } = useTranslation();
  return (
    <button type="button" className={classes.number} title={t('figure.rows')} onClick={onClick}>
      {children}
    </button>
  );
}
