import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignalsQuestion } from '../../analysis/signals/types';
import { useWorkspaceData } from '../../session/hooks';
import { Welcome } from '../../session/Welcome';
import { EmptyState } from '../../ui/EmptyState';
import { TextButton } from '../../ui/TextButton';
import { useDimensionChoice, useMeasure, useScope } from '../../ui/view/view-state';
import { readDimensions } from './dimension-choice';
import { SignalsScan } from './SignalsScan';

/** Where failures have their address. */
export function Signals() {
  const { workspace } = useWorkspaceData();
  return workspace.facts.complaint.rows === 0 ? <Welcome /> : <Asked />;
}

/** A scan that was stopped is not begun again until somebody says so, or asks something else. */
function Asked() {
  const { t } = useTranslation();
  const { scope } = useScope();
  const [{ id: measure }] = useMeasure();
  const [choice] = useDimensionChoice();
  const { version } = useWorkspaceData();
  const [stopped, setStopped] = useState<string | undefined>(undefined);
  const question = useMemo<SignalsQuestion>(() => {
    const dimensions = readDimensions(choice);
    return { scope, measure, ...(dimensions === undefined ? {} : { dimensions }) };
  }, [scope, measure, choice]);
  const key = JSON.stringify([version, question]);
  if (stopped === key)
    return (
      <EmptyState
        title={t('signals.stopped')}
        action={
          <TextButton strong onClick={() => setStopped(undefined)}>
            {t('signals.scan')}
          </TextButton>
        }
      >
        {t('signals.stoppedHint')}
      </EmptyState>
    );
  return <SignalsScan question={question} onStop={() => setStopped(key)} />;
}
