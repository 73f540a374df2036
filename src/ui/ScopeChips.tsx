import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Predicate, Scope } from '../domain/scope';
import { Icon } from './icons';
import { useLabels } from './labels';
import classes from './ScopeChips.module.css';
import { predicateText } from './scope-text';
import { TextButton } from './TextButton';

interface ScopeChipsProps {
  readonly scope: Scope;
  readonly onRemove: (predicate: Predicate) => void;
  readonly onClear: () => void;
}

/** The scope in words, one removable chip a predicate. Arrow keys walk the chips, Delete and Backspace remove one. */
export function ScopeChips({ scope, onRemove, onClear }: ScopeChipsProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const list = useRef<HTMLUListElement>(null);

  const focusChip = (at: number) => list.current?.querySelectorAll('button')[at]?.focus();
  const onKeyDown = (event: KeyboardEvent, predicate: Predicate, at: number) => {
    if (event.key === 'ArrowLeft') focusChip(at - 1);
    else if (event.key === 'ArrowRight') focusChip(at + 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      focusChip(at === 0 ? 1 : at - 1);
      onRemove(predicate);
    } else return;
    event.preventDefault();
  };

  return (
    <section className={classes.bar} aria-label={t('scope.label')}>
      {scope.length === 0 && <span className={classes.everything}>{t('scope.everything')}</span>}
      <ul ref={list} className={classes.list}>
        {scope.map((predicate, at) => {
          const text = predicateText(predicate, { t, labels });
          return (
            <li key={chipKey(predicate)} className={classes.chip}>
              <span className={classes.text} title={text}>
                {text}
              </span>
              <button
                type="button"
                className={classes.remove}
                aria-label={t('scope.remove', { filter: text })}
                onClick={() => onRemove(predicate)}
                onKeyDown={(event) => onKeyDown(event, predicate, at)}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          );
        })}
      </ul>
      {scope.length > 0 && (
        <TextButton quiet onClick={onClear}>
          {t('scope.clear')}
        </TextButton>
      )}
    </section>
  );
}

function chipKey(predicate: Predicate): string {
  return `${predicate.field} ${predicate.kind} ${predicate.kind === 'contains' ? predicate.text : ''}`;
}
