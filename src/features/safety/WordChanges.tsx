import { useTranslation } from 'react-i18next';
import type { WordChange } from '../../analysis/safety-decisions';
import type { Format } from '../../ui/format';
import { wallClock } from '../../ui/wall-clock';
import classes from './Words.module.css';

interface WordChangesProps {
  readonly changes: readonly WordChange[];
  readonly format: Format;
}

/** Who changed the list of words, when and how, the latest first. */
export function WordChanges({ changes, format }: WordChangesProps) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  const list = (words: readonly string[]) => words.join(t('common.listSeparator'));
  return (
    <section>
      <h3 className={classes.heading}>{t('safety.changes')}</h3>
      <ol className={classes.plain}>
        {changes.toReversed().map(({ at, by, added, removed, dropped }) => {
          const what = [
            added.length > 0 && t('safety.added', { words: list(added) }),
            removed.length > 0 && t('safety.removed', { words: list(removed) }),
            dropped > 0 && t('safety.dropped', { count: dropped }),
          ].filter((part) => part !== false);
          return (
            <li key={at}>{t('safety.changeLine', { at: format.dateTime(wallClock(at)), by, what: list(what) })}</li>
          );
        })}
      </ol>
    </section>
  );
}
