import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton';
import { useFormat } from '../../ui/use-format';
import classes from './Words.module.css';
import type { WordCount } from './word-draft';

interface WordTableProps {
  readonly words: readonly string[];
  /** Undefined while they are being counted. */
  readonly counts: ReadonlyMap<string, WordCount> | undefined;
  readonly onRemove: (word: string) => void;
}

/** Each word with what it finds. */
export function WordTable({ words, counts, onRemove }: WordTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = (word: string, what: keyof WordCount) =>
    counts === undefined ? '…' : format.number(counts.get(word)?.[what] ?? 0);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('safety.word')}</th>
          <th scope="col">{t('safety.hits')}</th>
          <th scope="col">{t('safety.deniedHits')}</th>
          <th scope="col">{t('safety.alone')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {words.map((word) => (
          <tr key={word}>
            <th scope="row">{word}</th>
            <td>{shown(word, 'hits')}</td>
            <td>{shown(word, 'denied')}</td>
            <td>{shown(word, 'alone')}</td>
            <td>
              <IconButton icon="close" label={t('safety.remove', { word })} onClick={() => onRemove(word)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
