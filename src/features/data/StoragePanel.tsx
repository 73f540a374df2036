import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askPersistence, persistence } from '../../data/engine/persistence';
import { useWorkspaceData } from '../../session/hooks';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { ClearWorkspace } from './ClearWorkspace';
import classes from './Data.module.css';

/** Where the rows are, whether they will stay, and how much room they take. */
export function StoragePanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, version } = useWorkspaceData();
  const kept = workspace.engine.storage === 'opfs';
  const { data } = useQuery({ queryKey: ['persistence', version], queryFn: persistence, staleTime: 0 });
  const usage = data?.usage ?? null;
  const quota = data?.quota ?? null;
  return (
    <section className={classes.panel}>
      <div className={classes.heading}>
        <h2>{t('storage.title')}</h2>
        <ClearWorkspace />
      </div>
      <p className={classes.facts}>
        <span>{kept ? t('storage.opfs') : t('storage.memory')}</span>
        {kept && data?.persisted === true && <span>{t('storage.persisted')}</span>}
        {kept && data?.persisted === false && <AskPersistence />}
        {usage !== null && quota !== null && (
          <span>{t('storage.usage', { used: format.bytes(usage), quota: format.bytes(quota) })}</span>
        )}
      </p>
    </section>
  );
}

/** The browser may clear the rows: it can be asked not to, but it need not agree. */
function AskPersistence() {
  const { t } = useTranslation();
  const { version } = useWorkspaceData();
  const { refetch } = useQuery({ queryKey: ['persistence', version], queryFn: persistence });
  const [refused, setRefused] = useState(false);
  const ask = async () => {
    setRefused(!(await askPersistence()));
    await refetch();
  };
  return (
    <>
      <span>{t('storage.notPersisted')}</span>
      <TextButton onClick={() => void ask()}>{t('storage.ask')}</TextButton>
      {refused && <span role="status">{t('storage.refused')}</span>}
    </>
  );
}
