import { useTranslation } from 'react-i18next';
import type { Quality } from '../../analysis/quality';
import type { Relation } from '../../analysis/relations';
import { findingId } from '../../domain/quality';
import { useWorkspaceData } from '../../session/hooks';
import { MissingDataset } from '../../session/MissingDataset';
import type { TableText } from '../../ui/csv';
import { Figure } from '../../ui/Figure';
import { useFormat } from '../../ui/use-format';
import classes from './Quality.module.css';
import { RelationRow } from './RelationRow';
import { useRelationText } from './use-relation-text';

interface RelationsFigureProps {
  readonly quality: Quality;
  /** Opens the finding of a relation. */
  readonly onOpen: (finding: string) => void;
}

/** Whether the lists agree with each other: every check that could be made, those that found something first. */
export function RelationsFigure({ quality: { relations, relationSql }, onOpen }: RelationsFigureProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const table = useTable();
  if (relations.length === 0) {
    if (workspace.facts.batch.rows > 0) return null;
    return (
      <section className={classes.panel}>
        <h2>{t('relations.title')}</h2>
        <MissingDataset dataset="batch" />
      </section>
    );
  }
  const faults = relations.filter(({ count }) => count > 0).length;
  return (
    <Figure
      title={
        faults === 0
          ? t('relations.clean', { count: relations.length })
          : t('relations.faults', { count: relations.length, faults })
      }
      state={{ kind: 'ready' }}
      height={0}
      footnote={t('relations.footnote')}
      actions={{ fileName: 'relations', sql: relationSql, table: () => table(relations) }}
    >
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('relations.check')}</th>
              <th scope="col">{t('relations.result')}</th>
              <th scope="col" className={classes.number}>
                {t('relations.checked')}
              </th>
              <th scope="col" className={classes.number}>
                {t('relations.found')}
              </th>
              <th scope="col" className={classes.number}>
                {t('relations.share')}
              </th>
              <th scope="col">{t('relations.examples')}</th>
            </tr>
          </thead>
          <tbody>
            {[...relations].sort(byFaults).map((relation) => (
              <RelationRow
                key={`${relation.kind} ${relation.dataset}`}
                relation={relation}
                onShow={() =>
                  onOpen(findingId({ kind: 'relation', dataset: relation.dataset, about: [relation.kind] }))
                }
              />
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  );
}

/** What is wrong comes first, the rest stays in the order of the checks. */
function byFaults(a: Relation, b: Relation): number {
  return Number(b.count > 0) - Number(a.count > 0);
}

/** The checks as text, for copying and export. */
function useTable(): (found: readonly Relation[]) => TableText {
  const { t } = useTranslation();
  const format = useFormat();
  const textOf = useRelationText();
  return (found) => ({
    header: [
      t('relations.check'),
      t('relations.checked'),
      t('relations.found'),
      t('relations.share'),
      t('relations.examples'),
    ],
    rows: found.map((relation) => [
      textOf(relation),
      relation.checked,
      relation.count,
      relation.checked === 0 ? '' : format.percent(relation.share, 2),
      relation.examples.join(' · '),
    ]),
  });
}
