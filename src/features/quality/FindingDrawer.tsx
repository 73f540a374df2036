import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accepting, type QualityDecisions } from '../../analysis/quality-decisions';
import type { Finding } from '../../analysis/quality-finding';
import { type FoundList, foundList } from '../../analysis/quality-rows';
import { scopeOf } from '../../domain/scope';
import { encodeScope } from '../../domain/scope-codec';
import { useWorkspaceData } from '../../session/hooks';
import { Drawer } from '../../ui/Drawer';
import { SqlDrawer } from '../../ui/SqlDrawer';
import { TextButton } from '../../ui/TextButton';
import { DataTable } from '../../ui/table/DataTable';
import { useFormat } from '../../ui/use-format';
import { AcceptForm } from './AcceptForm';
import { ExportRows } from './ExportRows';
import { ImportBars } from './ImportBars';
import classes from './Quality.module.css';
import { shareText } from './share-text';
import { useFindingText } from './use-finding-text';
import { useRowColumns } from './use-row-columns';

interface FindingDrawerProps {
  readonly finding: Finding;
  readonly decisions: QualityDecisions;
  readonly change: (next: (before: QualityDecisions) => QualityDecisions) => Promise<QualityDecisions>;
  readonly onClose: () => void;
}

/** One finding: what it costs, what to do, its imports, its rows, and whether somebody can live with it. */
export function FindingDrawer({ finding, decisions, change, onClose }: FindingDrawerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { workspace, version } = useWorkspaceData();
  const { title, cost, fix, examples } = useFindingText()(finding);
  const [reading, setReading] = useState(false);
  const { id, count, of, share, basis, byFile, rows, scope } = finding;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list is of one version of the data
  const list = useMemo(() => foundList(workspace, finding), [workspace, version, id]);
  const accepted = decisions.accepted.some((one) => one.id === id && one.count >= count);
  const toComplaints = () =>
    void navigate({
      to: '/complaints',
      search: (before) => ({ ...before, s: encodeScope(scopeOf(scope ?? [])) || undefined, all: '1' }),
    });
  return (
    <Drawer title={title} onClose={onClose} wide>
      <p>{cost}</p>
      <section className={classes.part}>
        <h3>{t('quality.drawer.fix')}</h3>
        <p>{fix}</p>
      </section>
      {byFile.length > 1 && (
        <section className={classes.part}>
          <h3>{t('quality.drawer.files')}</h3>
          <ImportBars counts={byFile} label={t('quality.byImport', { finding: title })} />
        </section>
      )}
      {examples.length > 0 && (
        <section className={classes.part}>
          <h3>{t('quality.drawer.examples')}</h3>
          <p className={classes.literal}>{examples.join(' · ')}</p>
        </section>
      )}
      <div className={`${classes.tools} ${classes.part}`}>
        <span>
          {t('quality.drawer.count', {
            count,
            of,
            share: shareText(format, share),
            basis: t(`quality.basis.${basis}`),
          })}
        </span>
        {scope !== undefined && <TextButton onClick={toComplaints}>{t('quality.drawer.inComplaints')}</TextButton>}
        {rows !== undefined && <TextButton onClick={() => setReading(true)}>{t('quality.drawer.sql')}</TextButton>}
        {list !== undefined && <ExportRows list={list} finding={finding} />}
      </div>
      {list === undefined ? (
        <p className={classes.dim}>{t('quality.drawer.noRows')}</p>
      ) : (
        <Rows list={list} label={title} id={`${workspace.name} ${version} ${id}`} />
      )}
      {!accepted && (
        <AcceptForm
          onAccept={(by, reason) =>
            change((before) => accepting(before, { id, by, reason, count, at: new Date().toISOString() })).then(onClose)
          }
        />
      )}
      {reading && rows !== undefined && <SqlDrawer sql={[rows.sql]} onClose={() => setReading(false)} />}
    </Drawer>
  );
}

const ROW = 28;
const HEAD_AND_FOOT = 68;
const MOST_ROWS_HIGH = 14;

function Rows({ list, label, id }: { readonly list: FoundList; readonly label: string; readonly id: string }) {
  const columns = useRowColumns(list.columns);
  return (
    <DataTable
      label={label}
      columns={columns}
      source={{ id, rowCount: list.rowCount, getRows: (start, end, signal) => list.rows(start, end, signal) }}
      height={HEAD_AND_FOOT + ROW * Math.max(1, Math.min(list.rowCount, MOST_ROWS_HIGH))}
    />
  );
}
