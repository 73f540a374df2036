import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyWords } from '../../analysis/safety-decisions';
import { DEFAULT_WORDS, MOST_WORDS, tidyWords } from '../../domain/sentinel';
import { rememberedName, rememberName } from '../../session/remembered-name';
import { type SafetyWatch, useSafetyItems } from '../../session/safety-watch';
import { Drawer } from '../../ui/Drawer';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { WordChanges } from './WordChanges';
import classes from './Words.module.css';
import { WordTable } from './WordTable';
import { changeOf, countWords, savedWords } from './word-draft';

interface WordDrawerProps {
  readonly watch: SafetyWatch;
  readonly before: SafetyWords;
  readonly onClose: () => void;
}

/** The list of safety words, with what each finds while it is being edited. Nothing holds before it is saved. */
export function WordDrawer({ watch, before, onClose }: WordDrawerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [draft, setDraft] = useState<Pick<SafetyWords, 'words' | 'retired'>>(before);
  const [typed, setTyped] = useState('');
  const [keep, setKeep] = useState(true);
  const [by, setBy] = useState(rememberedName);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const now = useSafetyItems(before);
  const then = useSafetyItems(draft);
  const answer = then.refreshing ? undefined : then.data;
  const { inScope } = then;
  const counts = useMemo(
    () => (answer === undefined || inScope === undefined ? undefined : countWords(draft.words, answer, inScope)),
    [answer, inScope, draft.words],
  );
  const change = useMemo(
    () => (answer === undefined || now.data === undefined ? undefined : changeOf(now.data, answer, watch.standings)),
    [answer, now.data, watch.standings],
  );
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const changed = !same(draft.words, before.words) || !same(draft.retired, before.retired);
  const setWords = (words: readonly string[]) =>
    setDraft({ words: tidyWords(words), retired: draft.retired.filter(({ word }) => !words.includes(word)) });
  const add = (words: readonly string[]) => {
    setWords([...draft.words, ...words]);
    setTyped('');
  };
  const save = () => {
    setTried(true);
    if (busy || by.trim() === '' || change === undefined) return;
    setBusy(true);
    setFailure(undefined);
    rememberName(by.trim());
    const facts = {
      draft,
      lost: change.lost.length,
      keep,
      by: by.trim(),
      at: new Date().toISOString(),
      asOf: answer?.asOf,
    };
    watch
      .changeWords((current) => savedWords(current, facts))
      .then(onClose, (error: unknown) => {
        setBusy(false);
        setFailure(error instanceof Error ? error.message : String(error));
      });
  };
  return (
    <Drawer wide title={t('safety.wordsTitle')} onClose={onClose}>
      <div className={classes.content}>
        <p className={classes.hint}>{t('safety.wordsHint', { example: 'burn*' })}</p>
        {then.error !== null && <ErrorNote what={t('safety.failed')} why={then.error.message} />}
        <form
          className={classes.add}
          onSubmit={(event) => {
            event.preventDefault();
            add(typed.split(/[,，、;；\n]/));
          }}
        >
          <label className={classes.field}>
            {t('safety.addLabel')}
            <input className={classes.input} value={typed} onChange={(event) => setTyped(event.target.value)} />
          </label>
          <TextButton submit disabled={tidyWords([typed]).length === 0}>
            {t('safety.add')}
          </TextButton>
        </form>
        {draft.words.length >= MOST_WORDS && (
          <p className={classes.hint}>{t('safety.tooMany', { count: MOST_WORDS })}</p>
        )}
        <WordTable
          words={draft.words}
          counts={counts}
          onRemove={(word) => setWords(draft.words.filter((other) => other !== word))}
        />
        {DEFAULT_WORDS.some((word) => !draft.words.includes(word)) && (
          <TextButton quiet onClick={() => add(DEFAULT_WORDS)}>
            {t('safety.defaults')}
          </TextButton>
        )}
        {draft.retired.map(({ word, before: day }) => (
          <p key={word} className={classes.retired}>
            {t('safety.retired', { words: word, day })}{' '}
            <TextButton
              quiet
              onClick={() => setDraft({ ...draft, retired: draft.retired.filter((other) => other.word !== word) })}
            >
              {t('safety.again')}
            </TextButton>
          </p>
        ))}
        <section className={classes.save} aria-live="polite">
          {!changed ? (
            <p className={classes.hint}>{t('safety.unchanged')}</p>
          ) : change === undefined ? (
            <p className={classes.hint}>{t('safety.counting')}</p>
          ) : (
            <>
              <p>{t('safety.gained', { count: change.gained })}</p>
              {change.lost.length > 0 && (
                <fieldset className={classes.lost}>
                  <legend>{t('safety.lost', { count: change.lost.length })}</legend>
                  {[true, false].map((kept) => (
                    <label key={String(kept)} className={classes.choice}>
                      <input type="radio" name="safety-lost" checked={keep === kept} onChange={() => setKeep(kept)} />
                      {kept ? t('safety.keepLost') : t('safety.dropLost')}
                    </label>
                  ))}
                </fieldset>
              )}
              <label className={classes.field}>
                {t('safety.by')}
                <input
                  className={classes.input}
                  maxLength={80}
                  value={by}
                  onChange={(event) => setBy(event.target.value)}
                />
                {tried && by.trim() === '' && <span className={classes.lack}>▲ {t('safety.lackBy')}</span>}
              </label>
              <TextButton strong disabled={busy} onClick={save}>
                {t('safety.save')}
              </TextButton>
            </>
          )}
          {failure !== undefined && (
            <p role="alert" className={classes.lack}>
              ▲ {t('safety.kept', { message: failure })}
            </p>
          )}
        </section>
        <WordChanges changes={before.changes} format={format} />
      </div>
    </Drawer>
  );
}
