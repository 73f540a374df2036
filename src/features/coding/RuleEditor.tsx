import { type FormEvent, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { namesOf } from '../../analysis/coding-rows';
import type { Rule } from '../../domain/coding';
import { gluedWords, parseExpression } from '../../domain/coding-syntax';
import { useAnswer } from '../../session/hooks';
import { Drawer } from '../../ui/Drawer';
import { TextButton } from '../../ui/TextButton';
import classes from './Coding.module.css';
import { Trial } from './Trial';
import type { Draft } from './use-draft';
import { useProblemWords } from './use-problem-words';

interface RuleEditorProps {
  readonly rule: Rule;
  readonly draft: Draft;
  readonly onClose: () => void;
}

/** One rule, tried on the data while it is written. */
export function RuleEditor({ rule, draft, onClose }: RuleEditorProps) {
  const { t } = useTranslation();
  const id = useId();
  const words = useProblemWords();
  const [edited, setEdited] = useState(rule);
  const [tried, setTried] = useState(false);
  const names = useAnswer('coding-names', null, (source, _, signal) => namesOf(source, signal)).data;
  const coding = draft.file.draft;
  const parsed = useMemo(() => parseExpression(edited.when), [edited.when]);
  const modes = [
    ...new Set([
      ...coding.terms.map(({ mode }) => mode),
      ...coding.rules.map(({ mode }) => mode),
      ...(names?.modes ?? []),
    ]),
  ];
  const parts = [...new Set([...coding.terms.map(({ part }) => part), ...(names?.parts ?? [])])];
  const glued = parsed.ok ? gluedWords(parsed.expression) : [];
  const lacks = edited.mode.trim() === '';
  const set = (part: Partial<Rule>) => setEdited((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!parsed.ok || lacks) return;
    const kept = { ...edited, when: edited.when.trim(), mode: edited.mode.trim(), part: edited.part.trim() };
    draft.edit((before) => ({
      ...before,
      rules: before.rules.some((other) => other.id === kept.id)
        ? before.rules.map((other) => (other.id === kept.id ? kept : other))
        : [...before.rules, kept],
    }));
    onClose();
  };
  return (
    <Drawer wide title={t('coding.editor.title')} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <label className={classes.field}>
          <span className={classes.subhead}>{t('coding.rules.when')}</span>
          <textarea
            className={classes.area}
            rows={2}
            value={edited.when}
            maxLength={2000}
            spellCheck={false}
            aria-invalid={!parsed.ok && (tried || edited.when !== '')}
            onChange={({ target }) => set({ when: target.value })}
          />
        </label>
        {!parsed.ok && (tried || edited.when !== '') && (
          <p role="alert" className={classes.lack}>
            ▲ {words.syntax(parsed.problem)}
          </p>
        )}
        {glued.map((word) => (
          <p key={word} className={classes.ask}>
            ○ {t('coding.editor.glued', { word })}
          </p>
        ))}
        <p className={classes.hint}>{t('coding.editor.help')}</p>
        <div className={classes.pair}>
          <label className={classes.field}>
            <span className={classes.subhead}>{t('coding.mode')}</span>
            <input
              className={classes.input}
              list={`${id}-modes`}
              maxLength={200}
              value={edited.mode}
              aria-invalid={tried && lacks}
              onChange={({ target }) => set({ mode: target.value })}
            />
            {tried && lacks && <span className={classes.lack}>▲ {t('coding.editor.noMode')}</span>}
          </label>
          <label className={classes.field}>
            <span className={classes.subhead}>{t('coding.part')}</span>
            <input
              className={classes.input}
              list={`${id}-parts`}
              maxLength={200}
              value={edited.part}
              onChange={({ target }) => set({ part: target.value })}
            />
          </label>
        </div>
        <Names id={`${id}-modes`} names={modes} />
        <Names id={`${id}-parts`} names={parts} />
        <div className={classes.choices}>
          <label className={classes.choice}>
            <input
              type="checkbox"
              checked={edited.replaces}
              onChange={({ target }) => set({ replaces: target.checked })}
            />
            {t('coding.editor.replaces')}
          </label>
          <label className={classes.choice}>
            <input type="checkbox" checked={edited.on} onChange={({ target }) => set({ on: target.checked })} />
            {t('coding.editor.on')}
          </label>
        </div>
        <div className={classes.actions}>
          <TextButton strong submit>
            {t('coding.editor.save')}
          </TextButton>
          <TextButton onClick={onClose}>{t('common.cancel')}</TextButton>
        </div>
        <Trial coding={coding} when={parsed.ok ? edited.when : undefined} id={rule.id} />
      </form>
    </Drawer>
  );
}

function Names({ id, names }: { readonly id: string; readonly names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names
        .filter((name) => name !== '')
        .slice(0, 300)
        .map((name) => (
          <option key={name} value={name} />
        ))}
    </datalist>
  );
}
