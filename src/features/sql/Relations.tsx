import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceData } from '../../session/hooks';
import { FindField } from '../../ui/FindField';
import { useLabels } from '../../ui/labels';
import { TextButton } from '../../ui/TextButton';
import { RelationEntry } from './RelationEntry';
import { type Relation, relationsOf, sought } from './relation-list';
import classes from './SidePanel.module.css';
import { useRelationTitle } from './use-relation-title';

/** The views and their columns, to be looked through, searched, and put into the statement. */
export function Relations({ onInsert }: { readonly onInsert: (name: string) => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const titleOf = useRelationTitle();
  const { workspace, version } = useWorkspaceData();
  const [wanted, setWanted] = useState('');
  const [blank, setBlank] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the facts change with the version of the data
  const relations = useMemo(() => {
    const logged = workspace.journal.some(({ plan }) => plan.events !== undefined);
    return relationsOf(workspace.facts, logged);
  }, [workspace, version]);
  const [unfolded, setUnfolded] = useState(() => lonely(relations));
  const needle = wanted.trim().toLowerCase();
  const found = sought(relations, needle, {
    relation: titleOf,
    column: ({ name }) => labels.column(name),
  });
  const isAside = ({ relation: { holds } }: (typeof found)[number]) => holds === 'issues' || holds === 'rejected';
  const own = found.filter((one) => !isAside(one));
  const aside = found.filter(isAside);
  const fold = (name: string, open: boolean) => {
    // While something is sought, what is open is what was found.
    if (needle !== '' || open === unfolded.has(name)) return;
    setUnfolded((before) => new Set(open ? [...before, name] : [...before].filter((other) => other !== name)));
  };
  const entry = ({ relation, columns, byColumn }: (typeof found)[number]) => (
    <RelationEntry
      key={`${relation.name} ${needle}`}
      relation={relation}
      columns={needle !== '' && byColumn ? columns : columns.filter(({ filled }) => blank || filled !== 0)}
      open={needle === '' ? unfolded.has(relation.name) : byColumn}
      onFold={(open) => fold(relation.name, open)}
      onInsert={onInsert}
    />
  );
  return (
    <>
      <FindField label={t('sql.findColumn')} value={wanted} onChange={setWanted} />
      <div className={classes.choices}>
        <label className={classes.choice}>
          <input type="checkbox" checked={blank} onChange={(event) => setBlank(event.target.checked)} />
          {t('sql.showBlank')}
        </label>
        {needle === '' && (
          <TextButton
            quiet
            onClick={() => setUnfolded(new Set(unfolded.size === 0 ? own.map(({ relation }) => relation.name) : []))}
          >
            {unfolded.size === 0 ? t('sql.unfoldAll') : t('sql.foldAll')}
          </TextButton>
        )}
      </div>
      {found.length === 0 && <p className={classes.hint}>{t('sql.noColumn')}</p>}
      {own.map(entry)}
      {aside.length > 0 && (
        <details key={String(needle !== '')} className={classes.relation} open={needle !== ''}>
          <summary className={classes.relationName}>
            <span className={classes.hint}>{t('sql.aside', { count: aside.length })}</span>
          </summary>
          <div className={classes.aside}>{aside.map(entry)}</div>
        </details>
      )}
    </>
  );
}

/** A list that is the only one is unfolded; of several all are folded, so that each can be seen. */
function lonely(relations: readonly Relation[]): ReadonlySet<string> {
  const [first, ...others] = relations.filter(({ dataset }) => dataset !== undefined);
  return new Set(first === undefined || others.length > 0 ? [] : [first.name]);
}
