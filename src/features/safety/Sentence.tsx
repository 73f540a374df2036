import { useTranslation } from 'react-i18next';
import classes from './Sentence.module.css';
import type { Piece } from './sentence';

/** A text with its safety words marked: by ground, weight and underline, and by a word where they are denied. */
export function Sentence({ pieces }: { readonly pieces: readonly Piece[] }) {
  const { t } = useTranslation();
  return pieces.map(({ text, mark, at }) => {
    if (mark === undefined) return <span key={at}>{text}</span>;
    if (mark === 'said')
      return (
        <mark key={at} className={classes.said}>
          {text}
        </mark>
      );
    return (
      <span key={at} className={classes.denied}>
        {text}
        <span className={classes.tag}>{t('safety.deniedMark')}</span>
      </span>
    );
  });
}
