import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceData } from '../../session/hooks';
import { download } from '../../ui/csv';
import { TextButton } from '../../ui/TextButton';
import classes from './Data.module.css';
import { DataVersion } from './history/DataVersion';
import { ImportDrawer } from './history/ImportDrawer';
import { ImportRow } from './history/ImportRow';
import { UndoneList } from './history/UndoneList';

interface JournalProps {
  readonly onShowKept: (file: number) => void;
}

/** The files behind the data, in the order in which they came, and what each changed. */
export function Journal({ onShowKept }: JournalProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const { journal, undone } = workspace;
  const [open, setOpen] = useState<number | undefined>(undefined);
  const entry = journal.find(({ id }) => id === open);
  const save = () => {
    const text = JSON.stringify(journal, undefined, 2);
    download(`truecause-${workspace.name}-imports.json`, new Blob([text], { type: 'application/json' }));
  };
  return (
    <section className={classes.panel} data-testid="import-history">
      <div className={classes.heading}>
        <h2>{t('history.title', { count: journal.length })}</h2>
        <div className={classes.facts}>
          <DataVersion />
          <TextButton quiet onClick={save}>
            {t('history.export')}
          </TextButton>
        </div>
      </div>
      {journal.every(({ difference }) => difference === undefined) && (
        <p className={classes.facts}>{t('history.onlyFirst')}</p>
      )}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <Head />
          <tbody>
            {journal.map((one) => (
              <ImportRow
                key={one.id}
                entry={one}
                onOpen={() => setOpen(one.id)}
                onShowKept={() => onShowKept(one.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {undone.length > 0 && <UndoneList undone={undone} />}
      {entry !== undefined && <ImportDrawer key={entry.id} entry={entry} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function Head() {
  const { t } = useTranslation();
  // As `ImportRow` has them.
  const numbers = [
    t('history.accepted'),
    t('history.added'),
    t('history.changed'),
    t('history.unchanged'),
    t('history.vanished'),
    t('history.rejected'),
    t('history.cellIssues'),
  ];
  return (
    <thead>
      <tr>
        <th scope="col">{t('history.at')}</th>
        <th scope="col">{t('history.file')}</th>
        <th scope="col">{t('history.dataset')}</th>
        {numbers.map((name) => (
          <th key={name} scope="col" className={classes.number}>
            {name}
          </th>
        ))}
        <th scope="col">{t('history.fingerprint')}</th>
      </tr>
    </thead>
  );
}
