import { useTranslation } from 'react-i18next';
import { candidates } from '../../analysis/coding-rows';
import { CODING, CODING_DISMISSED } from '../../data/coding/kinds';
import type { Rule } from '../../domain/coding';
import { useAnswer, useDecision, useWorkspaceData } from '../../session/hooks';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import classes from './Coding.module.css';
import { newRule } from './new-rule';

interface CandidateTabProps {
  readonly columns: readonly string[];
  readonly onAccept: (rule: Rule) => void;
}

/** Groups of words that could become rules. */
export function CandidateTab({ columns, onAccept }: CandidateTabProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { workspace } = useWorkspaceData();
  const { data, error } = useAnswer('coding-candidates', columns, (_, of, signal) => candidates(workspace, of, signal));
  const dismissed = useDecision(CODING_DISMISSED);
  const rules = useDecision(CODING).data?.draft.rules ?? [];
  if (error !== null) return <ErrorNote what={t('coding.failed')} why={error.message} />;
  const and = i18n.language.startsWith('zh') ? ' 且 ' : ' and ';
  const left = data?.filter(({ words }) => !dismissed.data?.includes(words.join(' ')));
  if (left?.length === 0)
    return <EmptyState title={t('coding.candidates.empty')}>{t('coding.candidates.emptyHint')}</EmptyState>;
  return (
    <>
      <p className={classes.hint}>{t('coding.candidates.hint')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('coding.candidates.words')}</th>
            <th scope="col" className={classes.count}>
              {t('coding.candidates.texts')}
            </th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {left?.map(({ words, n }) => (
            <tr key={words.join(' ')}>
              <td>{words.join(and)}</td>
              <td className={classes.count}>{format.number(n)}</td>
              <td className={classes.short}>
                <TextButton quiet onClick={() => onAccept(newRule(rules, words.join(and)))}>
                  {t('coding.candidates.accept')}
                </TextButton>
                <TextButton
                  quiet
                  onClick={() => void dismissed.change((before) => [...new Set([...before, words.join(' ')])])}
                >
                  {t('coding.candidates.dismiss')}
                </TextButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
