import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codingItems } from '../../analysis/coding-rows';
import { useAnswer } from '../../session/hooks';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextButton } from '../../ui/TextButton';
import { ItemList } from './ItemList';

interface ExamplesProps {
  /** Row ids, the latest first. */
  readonly ids: readonly number[];
  readonly columns: readonly string[];
}

const PAGE = 50;

/** Complaints by their place in the table, a page at a time. */
export function Examples({ ids, columns }: ExamplesProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(PAGE);
  const { data, error } = useAnswer('coding-items', { ids: ids.slice(0, shown), columns }, codingItems);
  if (error !== null) return <ErrorNote what={t('coding.failed')} why={error.message} />;
  return (
    <>
      <ItemList items={data ?? []} />
      {ids.length > shown && (
        <TextButton onClick={() => setShown(shown + PAGE)}>
          {t('coding.more', { count: ids.length - shown })}
        </TextButton>
      )}
    </>
  );
}
