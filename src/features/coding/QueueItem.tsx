import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodingItem } from '../../analysis/coding-rows';
import type { Coding } from '../../domain/coding';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import classes from './Coding.module.css';
import { safeText } from './safe-text';

interface QueueItemProps {
  readonly item: CodingItem;
  readonly coding: Coding;
  readonly suggestions: readonly string[];
  readonly names: readonly string[];
  readonly canGoBack: boolean;
  readonly onDecide: (mode: string) => void;
  readonly onSkip: () => void;
  readonly onBack: () => void;
}

/** One complaint with everything that is needed to name its failure. */
export function QueueItem(props: QueueItemProps) {
  const { item, coding, suggestions, names, canGoBack, onDecide, onSkip, onBack } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [typed, setTyped] = useState('');
  const rules = (item.coding_rules?.split(',') ?? []).map(
    (name) => coding.rules.find((rule) => rule.id === name)?.when ?? name,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') onDecide(typed.trim());
  };
  return (
    <>
      <div className={classes.facts}>
        <span>{item.key}</span>
        <span>{format.date(item.received_at)}</span>
        <span>{item.model}</span>
        {item.failure_mode_original !== null && (
          <span>{t('coding.queue.original', { mode: item.failure_mode_original })}</span>
        )}
        {rules.length > 0 && <span>{t('coding.queue.rules', { rules: rules.join(t('common.listSeparator')) })}</span>}
      </div>
      <p className={classes.big}>{item.text === '' ? t('coding.queue.noText') : safeText(item.text, item.people)}</p>
      <fieldset className={classes.choices} aria-label={t('coding.queue.suggestions')}>
        {suggestions.map((mode, at) => (
          <TextButton key={mode} onClick={() => onDecide(mode)}>
            <span className={classes.key}>{at + 1}</span>
            {mode}
          </TextButton>
        ))}
      </fieldset>
      <form className={classes.actions} onSubmit={submit}>
        <label>
          <span className={classes.hint}>{t('coding.queue.other')}</span>
          <input
            className={classes.input}
            list={`${id}-names`}
            maxLength={200}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <datalist id={`${id}-names`}>
          {names.slice(0, 300).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TextButton submit disabled={typed.trim() === ''}>
          {t('coding.queue.decide')}
        </TextButton>
        <TextButton quiet onClick={onSkip}>
          <Key press="S" />
          {t('coding.queue.skip')}
        </TextButton>
        <TextButton quiet onClick={() => onDecide('')}>
          <Key press="N" />
          {t('coding.queue.none')}
        </TextButton>
        {canGoBack && (
          <TextButton quiet onClick={onBack}>
            <Key press="Z" />
            {t('coding.queue.back')}
          </TextButton>
        )}
      </form>
    </>
  );
}

/** The key that does the same as the button. */
function Key({ press }: { readonly press: string }) {
  return <span className={classes.key}>{press}</span>;
}
