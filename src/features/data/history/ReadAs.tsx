import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '../../../data/ingest/kept/journal';
import { useLabels } from '../../../ui/labels';
import classes from './History.module.css';

/** How a file was read when it came: its text, and what became of its columns. */
export function ReadAs({ plan }: { readonly plan: JournalEntry['plan'] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { book, dialect, profile, columns } = plan;
  const facts = [
    book === undefined ? t(`encoding.${dialect.encoding}`) : t('review.onSheet', { sheet: book.sheet }),
    ...(profile === undefined ? [] : [t('review.byProfile', { profile: profile.name })]),
  ];
  return (
    <details className={classes.readAs}>
      <summary>{t('history.readAs', { facts: facts.join(' · '), count: columns.length })}</summary>
      <ul>
        {columns.map(({ index, source, target }) => (
          <li key={index}>
            {source} → {target === null ? t('history.leftOut') : labels.column(target)}
          </li>
        ))}
      </ul>
    </details>
  );
}
