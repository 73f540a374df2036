import { useTranslation } from 'react-i18next';
import { identifier } from '../../data/schema/sql';
import { useLabels } from '../../ui/labels';
import { useFormat } from '../../ui/use-format';
import type { Relation, RelationColumn } from './relation-list';
import classes from './SidePanel.module.css';
import { useRelationTitle } from './use-relation-title';

interface RelationEntryProps {
  readonly relation: Relation;
  readonly columns: readonly RelationColumn[];
  readonly open: boolean;
  readonly onFold: (open: boolean) => void;
  readonly onInsert: (name: string) => void;
}

/** One view, to be unfolded: its columns with their types and how full they are, each a button that puts it into the statement. */
export function RelationEntry({ relation, columns, open, onFold, onInsert }: RelationEntryProps) {
  const { t } = useTranslation();
  const titleOf = useRelationTitle();
  const { name, rows } = relation;
  return (
    <details className={classes.relation} open={open} onToggle={(event) => onFold(event.currentTarget.open)}>
      <summary className={classes.relationName}>
        <code>{name}</code>
        <span className={classes.hint}>
          {titleOf(relation)}
          {rows !== undefined && ` · ${t('table.rows', { count: rows })}`}
        </span>
      </summary>
      <ul className={classes.columns}>
        <li>
          <button type="button" className={classes.column} onClick={() => onInsert(name)}>
            <span className={classes.hint}>{t('sql.insertTable', { table: name })}</span>
          </button>
        </li>
        {columns.map((column) => (
          <li key={column.name}>
            <Column column={column} onInsert={onInsert} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ColumnProps {
  readonly column: RelationColumn;
  readonly onInsert: (name: string) => void;
}

function Column({ column: { name, type, filled }, onInsert }: ColumnProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const format = useFormat();
  const label = labels.column(name);
  return (
    <button
      type="button"
      className={classes.column}
      title={t('sql.insertColumn', { column: name })}
      onClick={() => onInsert(written(name))}
    >
      <span className={classes.names}>
        <code>{name}</code>
        {label !== name && <span className={classes.hint}>{label}</span>}
      </span>
      <span className={classes.type}>{type}</span>
      <span className={classes.filled} title={t('sql.filled')}>
        {filled !== undefined && format.percent(filled, 0)}
      </span>
    </button>
  );
}

/** A name as it stands in a statement: quoted where it must be. */
function written(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name) ? name : identifier(name);
}

/** Column names of ours that are words of the language. */
const RESERVED: ReadonlySet<string> = new Set(['column', 'case', 'end', 'group', 'order', 'to', 'at']);
