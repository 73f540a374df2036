import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { compare } from '../../analysis/compare/compare';
import { useAnswer, useWorkspaceData } from '../../session/hooks';
import { Welcome } from '../../session/Welcome';
import { EmptyState } from '../../ui/EmptyState';
import { useMeasure, useRest, useScope } from '../../ui/view/view-state';
import { CompareAnswer } from './CompareAnswer';

/** What is different about some complaints, against the rest or others. */
export function Compare() {
  const { workspace } = useWorkspaceData();
  const { scope } = useScope();
  if (workspace.facts.complaint.rows === 0) return <Welcome />;
  return scope.length === 0 ? <NothingChosen /> : <CompareQuestion />;
}

function CompareQuestion() {
  const { scope } = useScope();
  const [rest] = useRest();
  const [{ id }] = useMeasure();
  const asked = useAnswer('compare', { scope, rest, measure: id }, compare);
  return <CompareAnswer asked={asked} />;
}

function NothingChosen() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('compare.nothingChosen')}
      action={
        <>
          <Link to="/trends">{t('screen.trends')}</Link>
          <Link to="/complaints">{t('screen.complaints')}</Link>
        </>
      }
    >
      {t('compare.nothingChosenHint')}
    </EmptyState>
  );
}
