import { useTranslation } from 'react-i18next';
import { candidates, type SuggestedWords } from '../../analysis/coding-candidates';
import { CODING_DISMISSED } from '../../data/coding/kinds';
import type { Rule } from '../../domain/coding';
import { groupText, newRule, withWords } from '../../domain/coding-rules';
import { useAnswer, useDecision, useWorkspaceData } from '../../session/hooks';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import classes from './Coding.module.css';
import type { Draft } from './use-draft';

interface CandidateTabProps {
  readonly draft: Draft;
  /** Opens a rule that is not in the draft yet. */
  readonly onAccept: (rule: Rule) => void;
}

/** From this share of the named complaints on, a suggestion is taken in with all others. */
const SURE = 0.8;

/** Groups of words that could become rules, with what they speak for. */
export function CandidateTab({ draft, onAccept }: CandidateTabProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { workspace } = useWorkspaceData();
  const { columns, rules } = draft.file.draft;
  const asked = useAnswer('coding-candidates', { columns, rules }, (_, question, signal) =>
    candidates(workspace, question, signal),
  );
  const dismissed = useDecision(CODING_DISMISSED);
  const { data, error, isPlaceholderData } = asked;
  if (error !== null) return <ErrorNote what={t('coding.failed')} why={error.message} />;
  if (data === undefined) return <p className={classes.hint}>{t('common.loading')}</p>;
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  const left = data.groups.filter(({ words }) => !dismissed.data?.includes(words.join(' ')));
  const sure = left.filter(({ suggestion }) => suggestion !== undefined && suggestion.share >= SURE);
  const take = (groups: readonly SuggestedWords[]) =>
    draft.edit((before) => ({
      ...before,
      rules: groups.reduce<readonly Rule[]>(
        (all, { words, suggestion }) =>
          suggestion === undefined ? all : withWords(all, words, suggestion.mode, language),
        before.rules,
      ),
    }));
  return (
    <>
      {dismissed.failure !== undefined && <ErrorNote what={t('coding.notKept')} why={dismissed.failure} />}
      <div className={classes.head}>
        <p className={classes.hint}>
          {t('coding.candidates.hint')} {t('coding.candidates.covered', { covered: data.covered, texts: data.texts })}
        </p>
        {sure.length > 0 && (
          <TextButton disabled={isPlaceholderData} onClick={() => take(sure)}>
            {t('coding.candidates.takeAll', { count: sure.length })}
          </TextButton>
        )}
      </div>
      {left.length === 0 ? (
        <EmptyState title={t('coding.candidates.empty')}>{t('coding.candidates.emptyHint')}</EmptyState>
      ) : (
        <table className={classes.table} aria-busy={isPlaceholderData}>
          <thead>
            <tr>
              <th scope="col">{t('coding.candidates.words')}</th>
              <th scope="col" className={classes.count}>
                {t('coding.candidates.texts')}
              </th>
              <th scope="col">{t('coding.candidates.speaksFor')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {left.map((group) => {
              const { words, n, suggestion } = group;
              return (
                <tr key={words.join(' ')}>
                  <td>{groupText(words, language)}</td>
                  <td className={classes.count}>{format.number(n)}</td>
                  <td>
                    {suggestion !== undefined &&
                      t('coding.candidates.suggestion', {
                        mode: suggestion.mode,
                        share: format.percent(suggestion.share, 0),
                        count: suggestion.n,
                      })}
                  </td>
                  <td className={classes.short}>
                    {suggestion !== undefined && (
                      <TextButton quiet disabled={isPlaceholderData} onClick={() => take([group])}>
                        {t('coding.candidates.take')}
                      </TextButton>
                    )}
                    <TextButton
                      quiet
                      onClick={() => onAccept(newRule(rules, groupText(words, language), suggestion?.mode))}
                    >
                      {t('coding.candidates.accept')}
                    </TextButton>
                    <TextButton
                      quiet
                      onClick={() => void dismissed.keep((before) => [...new Set([...before, words.join(' ')])])}
                    >
                      {t('coding.candidates.dismiss')}
                    </TextButton>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}
