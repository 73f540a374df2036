import { useTranslation } from 'react-i18next';
import type { ChangeEntry } from '../../analysis/changes';
import type { Grain } from '../../domain/period';
import { MissingDataset } from '../../session/MissingDataset';
import { Drawer } from '../../ui/Drawer';
import { EmptyState } from '../../ui/EmptyState';
import { TextButton } from '../../ui/TextButton';
import classes from './Changes.module.css';
import { type ChangeGroup, groupTitle } from './change-flags';
import type { Changes } from './use-changes';
import { useWords } from './words';

interface ChangeDrawerProps {
  readonly changes: Changes;
  /** The flag whose changes are listed; undefined for all that may concern the scope, whatever the axis. */
  readonly group: ChangeGroup | undefined;
  readonly grain: Grain;
  /** Lists all. */
  readonly onAll: () => void;
  readonly onClose: () => void;
}

/** Changes listed at most. */
const LISTED = 300;

/** What changed, in full. */
export function ChangeDrawer({ changes, group, grain, onAll, onClose }: ChangeDrawerProps) {
  const { t } = useTranslation();
  const words = useWords();
  if (changes.kind !== 'ready')
    return (
      <Drawer title={t('changes.title')} onClose={onClose}>
        {changes.kind === 'absent' && <MissingDataset dataset="change" />}
      </Drawer>
    );
  const entries = group?.entries ?? changes.entries;
  // The latest are what somebody asks for who asks for all; of a flag the first comes first.
  const listed = group === undefined ? entries.toReversed().slice(0, LISTED) : entries.slice(0, LISTED);
  const title =
    group === undefined ? t('changes.titleAll', { count: entries.length }) : groupTitle(group, grain, words);
  return (
    <Drawer title={title} onClose={onClose}>
      <p className={classes.lead}>
        {changes.entries.length < changes.all &&
          `${t('changes.narrowed', { count: changes.entries.length, all: changes.all })} `}
        {changes.more && `${t('changes.more', { count: changes.all })} `}
        {entries.length > LISTED && `${t('changes.listed', { count: LISTED })} `}
        {group !== undefined && (
          <TextButton quiet onClick={onAll}>
            {t('changes.all', { count: changes.entries.length })}
          </TextButton>
        )}
      </p>
      {listed.length === 0 && <EmptyState title={t('changes.noneHere')} />}
      <ol className={classes.list}>
        {listed.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </Drawer>
  );
}

function Entry({ entry }: { readonly entry: ChangeEntry }) {
  const { labels, format } = useWords();
  const facts = (
    [
      ['model', entry.model],
      ['line', entry.line],
      ['part', entry.part],
      ['supplier', entry.supplier],
      ['batch_from', entry.batchFrom],
    ] as const
  ).filter(([, value]) => value !== null && value !== '');
  return (
    <li className={classes.entry}>
      <p className={classes.when}>
        <span>{format.date(entry.day)}</span>
        {entry.kind !== null && <span>{labels.value('kind', entry.kind)}</span>}
        {entry.number !== null && <span className={classes.number}>{entry.number}</span>}
      </p>
      {entry.text !== null && <p className={classes.text}>{entry.text}</p>}
      {facts.length > 0 && (
        <p className={classes.facts}>
          {facts.map(([column, value]) => (
            <span key={column}>
              {labels.column(column)} {value}
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
