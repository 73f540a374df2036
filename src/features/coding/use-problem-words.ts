import { useTranslation } from 'react-i18next';
import type { CodingProblem } from '../../domain/coding-check';
import type { SyntaxProblem } from '../../domain/coding-syntax';

/** Sentences for what is wrong with a rule or a coding. */
export function useProblemWords() {
  const { t } = useTranslation();
  const syntax = ({ code, at, near }: SyntaxProblem): string => {
    switch (code) {
      case 'empty':
        return t('coding.syntax.empty');
      case 'tooLong':
        return t('coding.syntax.tooLong');
      case 'tooDeep':
        return t('coding.syntax.tooDeep', { at });
      case 'quoteOpen':
        return t('coding.syntax.quoteOpen', { at, near });
      case 'quoteEmpty':
        return t('coding.syntax.quoteEmpty', { at });
      case 'parenOpen':
        return t('coding.syntax.parenOpen', { at });
      case 'parenClose':
        return t('coding.syntax.parenClose', { at });
      case 'wordMissing':
        return near === '' ? t('coding.syntax.wordMissingEnd') : t('coding.syntax.wordMissing', { at, near });
      case 'matchesAll':
        return t('coding.syntax.matchesAll');
    }
  };
  const problem = (found: CodingProblem): string => {
    switch (found.code) {
      case 'syntax':
        return t('coding.problems.syntax', { n: found.rule + 1, text: syntax(found.problem) });
      case 'noMode':
        return t('coding.problems.noMode', { n: found.rule + 1 });
      case 'unknownMode':
        return t('coding.problems.unknownMode', { n: found.rule + 1, mode: found.mode });
      case 'sameWords':
        return t('coding.problems.sameWords', { n: found.rule + 1, other: found.other + 1 });
      case 'termNoMode':
        return t('coding.problems.termNoMode', { n: found.term + 1 });
      case 'termDays':
        return t('coding.problems.termDays', { n: found.term + 1 });
      case 'renameBlank':
        return t('coding.problems.renameBlank', { n: found.rename + 1 });
      case 'renameCircle':
        return t('coding.problems.renameCircle', { n: found.rename + 1 });
    }
  };
  return { syntax, problem };
}
