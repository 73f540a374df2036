import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HistoryList } from './HistoryList';
import type { PastQuery } from './query-memory';
import { Relations } from './Relations';
import { SavedList } from './SavedList';
import classes from './SidePanel.module.css';

interface SidePanelProps {
  readonly history: readonly PastQuery[];
  /** Puts a statement into the editor. */
  readonly onOpen: (sql: string) => void;
  /** Puts a name in at the cursor. */
  readonly onInsert: (name: string) => void;
}

const TABS = ['relations', 'saved', 'history'] as const;
type Tab = (typeof TABS)[number];

/** What can be asked, what was kept, what was asked before. */
export function SidePanel({ history, onOpen, onInsert }: SidePanelProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('relations');
  const names: Readonly<Record<Tab, string>> = {
    relations: t('sql.relations'),
    saved: t('sql.saved'),
    history: t('sql.history'),
  };
  return (
    <aside className={classes.panel} aria-label={t('sql.side')}>
      <div className={classes.tabs}>
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            className={classes.tab}
            aria-pressed={each === tab}
            onClick={() => setTab(each)}
          >
            {names[each]}
          </button>
        ))}
      </div>
      <div className={classes.body}>
        {tab === 'relations' && <Relations onInsert={onInsert} />}
        {tab === 'saved' && <SavedList onOpen={onOpen} />}
        {tab === 'history' && <HistoryList history={history} onOpen={onOpen} />}
      </div>
    </aside>
  );
}
