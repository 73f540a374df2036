import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilePlan } from '../../../../data/ingest/plan';
import { MOST_EXPRESSION } from '../../../../domain/expression-syntax';
import controls from '../../../../ui/controls.module.css';
import { Select } from '../../../../ui/Select';
import { TextButton } from '../../../../ui/TextButton';
import { TargetPicker } from '../TargetPicker';
import classes from './Computed.module.css';
import { ComputedHelp } from './ComputedHelp';
import { ComputedPreview } from './ComputedPreview';
import { type Draft, named, readDraft } from './draft';
import { useExpressionProblem } from './use-expression-problem';

interface ComputedEditorProps {
  readonly plan: FilePlan;
  readonly initial: Draft;
  /** Name of the column that is changed; undefined of a new one. */
  readonly before: string | undefined;
  readonly onSave: (draft: Draft) => void;
  readonly onClose: () => void;
}

/** One computed column: its name, its expression, what it becomes, and what it gives for the first rows as it is typed. */
export function ComputedEditor({ plan, initial, before, onSave, onClose }: ComputedEditorProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const problemText = useExpressionProblem();
  const read = readDraft(plan, draft, before);
  const problem = 'code' in read ? read : undefined;
  const ofName = problem !== undefined && !('at' in problem);
  // Nobody is told off for what they have not begun to write.
  const shown = problem !== undefined && (tried || (ofName ? draft.name !== '' : draft.expression.trim() !== ''));
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const insert = (text: string) => {
    const { selectionStart = draft.expression.length, selectionEnd = selectionStart } = field.current ?? {};
    change({ expression: draft.expression.slice(0, selectionStart) + text + draft.expression.slice(selectionEnd) });
    field.current?.focus();
  };
  const sources = plan.columns.filter(({ computed }) => computed === undefined).map(({ source }) => source);
  return (
    <form
      className={classes.editor}
      aria-label={t('computed.title')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problem === undefined) onSave(draft);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={classes.fields}>
        <label className={controls.field}>
          {t('computed.name')}
          <input
            className={controls.input}
            value={draft.name}
            maxLength={100}
            aria-invalid={shown && ofName}
            // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
            autoFocus={initial.name === ''}
            onChange={(event) => change({ name: event.target.value })}
          />
        </label>
        <div className={controls.field}>
          <span>{t('review.target')}</span>
          <TargetPicker
            dataset={plan.dataset}
            column={{ source: draft.name, target: draft.target }}
            onChange={(target) => change({ target })}
          />
        </div>
      </div>
      <label className={controls.field}>
        {t('computed.expression')}
        <textarea
          ref={field}
          className={`${controls.input} ${classes.expression}`}
          value={draft.expression}
          rows={2}
          spellCheck={false}
          maxLength={MOST_EXPRESSION}
          aria-invalid={shown && !ofName}
          aria-describedby={id}
          // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
          autoFocus={initial.name !== ''}
          onChange={(event) => change({ expression: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </label>
      <p id={id} role="status" className={shown ? classes.problem : classes.hint}>
        {shown ? `▲ ${problemText(problem)}` : t('computed.hint')}
      </p>
      <div className={classes.actions}>
        <Select
          label={t('computed.insertColumn')}
          value=""
          options={[
            { value: '', label: t('computed.insertColumn') },
            ...sources.map((source) => ({ value: named(source), label: source })),
          ]}
          onChange={(text) => text !== '' && insert(text)}
          outlined
        />
        <ComputedHelp sources={sources} onTake={(expression) => change({ expression })} />
      </div>
      {!('code' in read) && <ComputedPreview plan={plan} computed={read} />}
      <div className={classes.actions}>
        <TextButton submit strong>
          {before === undefined ? t('computed.take') : t('computed.save')}
        </TextButton>
        <TextButton quiet onClick={onClose}>
          {t('common.cancel')}
        </TextButton>
      </div>
    </form>
  );
}
