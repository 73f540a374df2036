import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Masked.module.css';
import { maskContact, maskName } from './mask';

interface MaskedProps {
  readonly text: string;
  readonly kind: 'name' | 'contact';
}

/** A name or contact, masked until the reader asks for it. */
export function Masked({ text, kind }: MaskedProps) {
  const { t } = useTranslation();
  const [revealed, setRevealed] = useState(false);
  if (revealed) return <span>{text}</span>;
  return (
    <button type="button" className={classes.reveal} title={t('common.reveal')} onClick={() => setRevealed(true)}>
      {kind === 'name' ? maskName(text) : maskContact(text)}
    </button>
  );
}
