import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Editor.module.css';
import { type Edited, indented, outdented } from './editing';

interface EditorProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onRun: () => void;
  /** Esc; true when there was something to stop. */
  readonly onEscape: () => boolean;
  /** Line (from 1) where the engine stumbled. */
  readonly faultyLine: number | undefined;
}

/** Where the statement is written: line numbers, indenting by Tab, and the faulty line marked. Esc, then Tab leaves it. */
export function Editor({ area, text, onText, onRun, onEscape, faultyLine }: EditorProps) {
  const { t } = useTranslation();
  const gutter = useRef<HTMLDivElement>(null);
  const [leaving, setLeaving] = useState(false);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const used = () => event.preventDefault();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      used();
      onRun();
    } else if (event.key === 'Escape') {
      if (onEscape()) used();
      else setLeaving(true);
      return;
    } else if (event.key === 'Tab' && !leaving && !event.ctrlKey && !event.altKey && !event.metaKey) {
      used();
      applyEdit(event.currentTarget, event.shiftKey ? outdented : indented);
    }
    if (event.key !== 'Shift') setLeaving(false);
  };
  const lines = text.split('\n').length;
  const numbers = Array.from({ length: lines }, (_, at) => (at + 1 === faultyLine ? `▲ ${at + 1}` : `${at + 1}`));
  return (
    <div className={classes.editor}>
      <div ref={gutter} className={classes.gutter} aria-hidden="true">
        {numbers.map((number, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the line is its number
          <div key={at} className={at + 1 === faultyLine ? classes.faulty : ''}>
            {number}
          </div>
        ))}
      </div>
      <textarea
        ref={area}
        className={classes.area}
        aria-label={t('sql.editor')}
        aria-description={t('sql.editorKeys')}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        aria-invalid={faultyLine !== undefined}
        placeholder={t('sql.placeholder')}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) => {
          if (gutter.current !== null) gutter.current.scrollTop = currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

/** Changes the text of a field as if it had been typed, so that the field's own undo takes it back. */
export function applyEdit(area: HTMLTextAreaElement, edit: (before: Edited) => Edited): void {
  const before = area.value;
  const next = edit({ text: before, start: area.selectionStart, end: area.selectionEnd });
  let from = 0;
  while (from < before.length && from < next.text.length && before[from] === next.text[from]) from++;
  let back = 0;
  const most = Math.min(before.length, next.text.length) - from;
  while (back < most && before.at(-1 - back) === next.text.at(-1 - back)) back++;
  const piece = next.text.slice(from, next.text.length - back);
  area.focus();
  // Without a change there is nothing to type, and to delete nothing would delete what stands before the cursor.
  if (next.text !== before) {
    area.setSelectionRange(from, before.length - back);
    // The one way into the undo history; where a browser has dropped it the text is set as it is.
    const typed = document.execCommand(piece === '' ? 'delete' : 'insertText', false, piece);
    if (!typed || area.value !== next.text) {
      area.setRangeText(next.text, 0, area.value.length);
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  area.setSelectionRange(next.start, next.end);
}
