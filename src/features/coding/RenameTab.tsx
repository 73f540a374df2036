import { useTranslation } from 'react-i18next';
import type { Rename } from '../../domain/coding';
import { problemsOf } from '../../domain/coding-check';
import { dayOf } from '../../domain/coding-terms';
import { EmptyState } from '../../ui/EmptyState';
import { IconButton } from '../../ui/IconButton';
import { TextButton } from '../../ui/TextButton';
import { CellInput } from './CellInput';
import classes from './Coding.module.css';
import type { Draft } from './use-draft';
import { useProblemWords } from './use-problem-words';

/** Names that stand for others from a day on. */
export function RenameTab({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const { renames } = draft.file.draft;
  const change = (next: (renames: readonly Rename[]) => readonly Rename[]) =>
    draft.edit((before) => ({ ...before, renames: [...next(before.renames)] }));
  const set = (at: number, part: Partial<Rename>) =>
    change((all) => all.map((rename, index) => (index === at ? { ...rename, ...part } : rename)));
  const add = () => change((all) => [...all, { before: '', after: '', from: '' }]);
  return (
    <>
      <div className={classes.actions}>
        <TextButton onClick={add}>{t('coding.renames.add')}</TextButton>
      </div>
      {problemsOf(draft.file.draft)
        .filter((problem) => 'rename' in problem)
        .map((problem) => (
          <p key={JSON.stringify(problem)} className={classes.lack}>
            ▲ {words.problem(problem)}
          </p>
        ))}
      {renames.length === 0 ? (
        <EmptyState title={t('coding.renames.empty')}>{t('coding.renames.emptyHint')}</EmptyState>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('coding.renames.before')}</th>
              <th scope="col">{t('coding.renames.after')}</th>
              <th scope="col">{t('coding.from')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {renames.map((rename, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a rename has no other name than its place
              <tr key={at}>
                <td>
                  <CellInput
                    label={t('coding.renames.before')}
                    value={rename.before}
                    onValue={(before) => set(at, { before })}
                  />
                </td>
                <td>
                  <CellInput
                    label={t('coding.renames.after')}
                    value={rename.after}
                    onValue={(after) => set(at, { after })}
                  />
                </td>
                <td>
                  <CellInput
                    label={t('coding.from')}
                    placeholder={t('coding.day')}
                    value={rename.from}
                    read={dayOf}
                    onValue={(from) => set(at, { from })}
                  />
                </td>
                <td className={classes.short}>
                  <IconButton
                    icon="close"
                    label={t('coding.remove')}
                    onClick={() => change((all) => all.filter((_, index) => index !== at))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
