import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Relation, relations } from '../../../analysis/relations';
import { useAnswer, useWorkspaceData } from '../../../session/hooks';
import { MissingDataset } from '../../../session/MissingDataset';
import type { TableText } from '../../../ui/csv';
import { Figure, type FigureState } from '../../../ui/Figure';
import { useFormat } from '../../../ui/use-format';
import panel from '../Data.module.css';
import classes from './Lists.module.css';
import { RelationDrawer } from './RelationDrawer';
import { RelationRow } from './RelationRow';
import { useRelationText } from './use-relation-text';

/** Height that the table is given while it is not there, in pixels. */
const HEIGHT = 160;

/** Whether the lists agree with each other: orphans, impossible times, quantities that do not add up. */
export function RelationsFigure() {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const asked = useAnswer('relations', null, (source, _, signal) => relations(source, signal));
  const [open, setOpen] = useState<Relation | undefined>(undefined);
  const table = useTable();
  const { data, error, isPlaceholderData, refetch } = asked;
  const found = data?.found ?? [];
  if (data !== undefined && found.length === 0) {
    if (workspace.facts.batch.rows > 0) return null;
    return (
      <section className={panel.panel}>
        <h2 className={classes.alone}>{t('relations.title')}</h2>
        <MissingDataset dataset="batch" action={null} />
      </section>
    );
  }
  const faults = found.filter(({ count }) => count > 0).length;
  const state: FigureState =
    error !== null
      ? {
          kind: 'error',
          what: t('relations.failed'),
          why: error.message,
          todo: t('relations.failedHint'),
          onRetry: () => void refetch(),
        }
      : { kind: data === undefined ? 'loading' : isPlaceholderData ? 'refreshing' : 'ready' };
  const title =
    data === undefined
      ? t('relations.title')
      : faults === 0
        ? t('relations.clean', { count: found.length })
        : t('relations.faults', { count: found.length, faults });
  return (
    <>
      <Figure
        title={title}
        state={state}
        height={HEIGHT}
        footnote={t('relations.footnote')}
        actions={{ fileName: 'relations', sql: data?.sql, table: () => table(found) }}
      >
        <div className={panel.scroll}>
          <table className={panel.table}>
            <thead>
              <tr>
                <th scope="col">{t('relations.check')}</th>
                <th scope="col">{t('relations.result')}</th>
                <th scope="col" className={panel.number}>
                  {t('relations.checked')}
                </th>
                <th scope="col" className={panel.number}>
                  {t('relations.found')}
                </th>
                <th scope="col" className={panel.number}>
                  {t('relations.share')}
                </th>
                <th scope="col">{t('relations.examples')}</th>
              </tr>
            </thead>
            <tbody>
              {[...found].sort(byFaults).map((relation) => (
                <RelationRow
                  key={`${relation.kind} ${relation.dataset}`}
                  relation={relation}
                  onShow={() => setOpen(relation)}
                />
              ))}
            </tbody>
          </table>
        </div>
      </Figure>
      {open !== undefined && <RelationDrawer relation={open} onClose={() => setOpen(undefined)} />}
    </>
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
