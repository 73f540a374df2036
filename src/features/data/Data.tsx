import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceData } from '../../session/hooks';
import classes from './Data.module.css';
import { DataTitle } from './DataTitle';
import { FileChooser } from './FileChooser';
import { JobPanel } from './JobPanel';
import { Journal } from './Journal';
import { KeptRows } from './kept/KeptRows';
import { ListsPanel } from './lists/ListsPanel';
import { RelationsNote } from './lists/RelationsNote';
import { ProfilesPanel } from './profiles/ProfilesPanel';
import { StoragePanel } from './StoragePanel';

/** Files come in here: chosen, reviewed, imported; and stay in sight with all that was not read of them. */
export function Data() {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const leftSample = useLocation({ select: ({ state }) => state.leftSample === true });
  const [asked, setFile] = useState<number | undefined>(undefined);
  // An import that was taken back has nothing left to look at.
  const file = workspace.journal.some(({ id }) => id === asked) ? asked : undefined;
  const showKept = (of: number | undefined) => {
    setFile(of);
    document.getElementById(KEPT)?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className={classes.screen}>
      <DataTitle />
      {leftSample && (
        <p role="status" className={classes.notice}>
          {t('data.leftSample')}
        </p>
      )}
      <FileChooser />
      <JobPanel onShowKept={showKept} />
      <ListsPanel />
      {workspace.journal.length > 0 && (
        <>
          <RelationsNote />
          <Journal onShowKept={showKept} />
          <div id={KEPT}>
            <KeptRows file={file} onFile={setFile} />
          </div>
        </>
      )}
      <ProfilesPanel />
      <StoragePanel />
    </div>
  );
}

const KEPT = 'kept-rows';
