import { useTranslation } from 'react-i18next';
import type { Rename } from '../../domain/coding';
import { problemsOf } from '../../domain/coding-check';
import { dayOf } from '../../domain/coding-terms';
import { EmptyState } from '../../ui/EmptyState';
import { TextButton } from '../../ui/TextButton';
import classes from './Coding.module.css';
import { type EditableField, EditableList } from './EditableList';
import { ProblemLines } from './ProblemLines';
import type { Draft } from './use-draft';

/** Names that stand for others from a day on. */
export function RenameTab({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const { renames } = draft.file.draft;
  const change = (next: (renames: readonly Rename[]) => readonly Rename[]) =>
    draft.edit((before) => ({ ...before, renames: next(before.renames) }));
  const fields: EditableField<Rename>[] = [
    { label: t('coding.renames.before'), value: ({ before }) => before, change: (before) => ({ before }) },
    { label: t('coding.renames.after'), value: ({ after }) => after, change: (after) => ({ after }) },
    {
      label: t('coding.from'),
      placeholder: t('coding.day'),
      read: dayOf,
      value: ({ from }) => from,
      change: (from) => ({ from }),
    },
  ];
  return (
    <>
      <div className={classes.actions}>
        <TextButton onClick={() => change((all) => [...all, { before: '', after: '', from: '' }])}>
          {t('coding.renames.add')}
        </TextButton>
      </div>
      <ProblemLines problems={problemsOf(draft.file.draft).filter((problem) => 'rename' in problem)} />
      {renames.length === 0 ? (
        <EmptyState title={t('coding.renames.empty')}>{t('coding.renames.emptyHint')}</EmptyState>
      ) : (
        <EditableList rows={renames} fields={fields} onRows={change} />
      )}
    </>
  );
}
