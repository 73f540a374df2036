import type { ParseKeys } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identifier } from '../../data/schema/sql';
import { useWorkspaceData } from '../../session/hooks';
import { useLabels } from '../../ui/labels';
import { useFormat } from '../../ui/use-format';
import { type Relation, type RelationColumn, relationsOf } from './relation-list';
import classes from './SidePanel.module.css';

/** The views and their columns, to be looked through, searched, and put into the statement. */
export function Relations({ onInsert }: { readonly onInsert: (name: string) => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { workspace, version } = useWorkspaceData();
  const [wanted, setWanted] = useState('');
  const [blank, setBlank] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the facts change with the version of the data
  const relations = useMemo(() => relationsOf(workspace.facts), [workspace, version]);
  const needle = wanted.trim().toLowerCase();
  const matches = ({ name }: RelationColumn) => `${name} ${labels.column(name)}`.toLowerCase().includes(needle);
  const columnsOf = ({ columns }: Relation) =>
    columns.filter((column) => (needle === '' ? blank || column.filled !== 0 : matches(column)));
  const found = relations.filter((relation) => needle === '' || columnsOf(relation).length > 0);
  return (
    <>
      <input
        type="search"
        className={classes.search}
        aria-label={t('sql.findColumn')}
        placeholder={t('sql.findColumn')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <label className={classes.choice}>
        <input type="checkbox" checked={blank} onChange={(event) => setBlank(event.target.checked)} />
        {t('sql.showBlank')}
      </label>
      {found.length === 0 && <p className={classes.hint}>{t('sql.noColumn')}</p>}
      {found.map((relation, at) => (
        <RelationEntry
          key={`${relation.name} ${needle !== ''}`}
          relation={relation}
          columns={columnsOf(relation)}
          open={needle !== '' || at === 0}
          onInsert={onInsert}
        />
      ))}
    </>
  );
}

interface RelationEntryProps {
  readonly relation: Relation;
  readonly columns: readonly RelationColumn[];
  readonly open: boolean;
  readonly onInsert: (name: string) => void;
}

function RelationEntry({ relation, columns, open, onInsert }: RelationEntryProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const format = useFormat();
  const { name, dataset, rows } = relation;
  const title: string =
    dataset !== undefined
      ? t(`dataset.${dataset}` as ParseKeys)
      : name === 'rejected'
        ? t('sql.rejected')
        : t('sql.issues');
  return (
    <details className={classes.relation} open={open}>
      <summary className={classes.relationName}>
        <code>{name}</code>
        <span className={classes.hint}>
          {title}
          {rows !== undefined && ` · ${t('table.rows', { count: rows })}`}
        </span>
      </summary>
      <ul className={classes.columns}>
        <li>
          <button type="button" className={classes.column} onClick={() => onInsert(name)}>
            <span className={classes.hint}>{t('sql.insertTable', { table: name })}</span>
          </button>
        </li>
        {columns.map((column) => {
          const label = labels.column(column.name);
          return (
            <li key={column.name}>
              <button
                type="button"
                className={classes.column}
                title={t('sql.insertColumn', { column: column.name })}
                onClick={() => onInsert(written(column.name))}
              >
                <span className={classes.names}>
                  <code>{column.name}</code>
                  {label !== column.name && <span className={classes.hint}>{label}</span>}
                </span>
                <span className={classes.type}>{column.type}</span>
                <span className={classes.filled} title={t('sql.filled')}>
                  {column.filled !== undefined && format.percent(column.filled, 0)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** A name as it stands in a statement: quoted where it must be. */
function written(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name) ? name : identifier(name);
}

/** Column names of ours that are words of the language. */
const RESERVED: ReadonlySet<string> = new Set(['column', 'case', 'end', 'group', 'order', 'to', 'at']);
