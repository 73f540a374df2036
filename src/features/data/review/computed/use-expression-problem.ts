import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ComputedProblem } from '../../../../data/ingest/meaning/computed';

/** What is wrong with a computed column, as a sentence that says where. */
export function useExpressionProblem(): (problem: ComputedProblem) => string {
  const { t } = useTranslation();
  return (problem) => {
    const what = t(`expressionProblem.${problem.code}` as ParseKeys, { near: 'near' in problem ? problem.near : '' });
    return 'at' in problem ? t('computed.problemAt', { at: problem.at, what }) : what;
  };
}
