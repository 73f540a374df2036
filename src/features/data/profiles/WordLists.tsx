import { useTranslation } from 'react-i18next';
import { type LearnedWord, type LearnedWords, wordsKey } from '../../../data/ingest/meaning/learned-words';
import { codesFor, hasCodes } from '../../../data/ingest/meaning/value-synonyms';
import { type Column, DATASETS, SCHEMAS } from '../../../domain/columns';
import { IconButton } from '../../../ui/IconButton';
import { useLabels } from '../../../ui/labels';
import { Select } from '../../../ui/Select';
import classes from './Profiles.module.css';

interface WordListsProps {
  readonly words: LearnedWords;
  readonly onChange: (next: (words: LearnedWords) => LearnedWords) => void;
  readonly onRemove: (key: string, word: LearnedWord) => void;
}

/** The words that were explained at imports, column by column: they hold in every later file. */
export function WordLists({ words, onChange, onRemove }: WordListsProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const lists = Object.entries(words).flatMap(([key, list]) => {
    const column = columnFor(key);
    return column === undefined || list.length === 0 ? [] : [{ key, list, column }];
  });
  const count = lists.reduce((sum, { list }) => sum + list.length, 0);
  if (count === 0) return null;
  return (
    <details className={classes.words}>
      <summary>{t('profiles.words', { count })}</summary>
      {lists.map(({ key, list, column }) => (
        <section key={key} aria-label={labels.column(column.name)}>
          <h3>{labels.column(column.name)}</h3>
          <ul>
            {list.map((word) => (
              <WordRow
                key={word.value}
                column={column}
                word={word}
                onCode={(code) => onChange((before) => ({ ...before, [key]: withCode(before[key] ?? [], word, code) }))}
                onRemove={() => onRemove(key, word)}
              />
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

interface WordRowProps {
  readonly column: Column;
  readonly word: LearnedWord;
  readonly onCode: (code: string) => void;
  readonly onRemove: () => void;
}

function WordRow({ column, word: { value, code }, onCode, onRemove }: WordRowProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <li>
      <span>{value}</span>
      <Select
        label={t('review.codeOf', { value })}
        value={code}
        options={codesFor(column).map((id) => ({ value: id, label: labels.value(column.name, id) }))}
        onChange={onCode}
        outlined
      />
      <IconButton icon="close" label={t('profiles.removeWord', { value })} onClick={onRemove} />
    </li>
  );
}

function withCode(list: readonly LearnedWord[], { value }: LearnedWord, code: string): readonly LearnedWord[] {
  return list.map((word) => (word.value === value ? { value, code } : word));
}

/** A column whose words are kept under this name; undefined when there is none any more. */
function columnFor(key: string): Column | undefined {
  const columns = DATASETS.flatMap((dataset) => SCHEMAS[dataset].columns).filter(hasCodes);
  return columns.find(({ name }) => name === key) ?? columns.find((column) => wordsKey(column) === key);
}
