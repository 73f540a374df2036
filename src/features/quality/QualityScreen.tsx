import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Quality, quality } from '../../analysis/quality';
import {
  declaring,
  judged,
  QUALITY_DECISIONS,
  type QualityDecisions,
  takingBack,
} from '../../analysis/quality-decisions';
import type { Finding } from '../../analysis/quality-finding';
import { DATASETS, type Dataset } from '../../domain/columns';
import { useAnswer, useDecision, useWorkspaceData } from '../../session/hooks';
import { ErrorNote } from '../../ui/ErrorNote';
import { Select } from '../../ui/Select';
import { TextButton } from '../../ui/TextButton';
import { CompletenessFigure } from './CompletenessFigure';
import { FindingDrawer } from './FindingDrawer';
import { FindingsFigure } from './FindingsFigure';
import { NumberingPanel } from './NumberingPanel';
import classes from './Quality.module.css';
import { RelationsFigure } from './RelationsFigure';
import { useFindingText } from './use-finding-text';

/** The page once the decisions are read: findings by what they cost, columns, and whether the lists agree. */
export function QualityScreen() {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const { data: kept, error: unreadable, change, keep, failure } = useDecision(QUALITY_DECISIONS);
  const decisions = kept ?? QUALITY_DECISIONS.initial;
  const { complete } = decisions;
  const asked = useAnswer(
    'quality',
    complete,
    (_, series, signal) => quality(workspace, { complete: series }, signal),
    // All lists are looked through: once, under what people have said.
    { enabled: kept !== undefined || unreadable !== null },
  );
  const [dataset, setDataset] = useState<Dataset | undefined>(undefined);
  const [open, setOpen] = useState<string | undefined>(undefined);
  const { data, error, isPlaceholderData, refetch } = asked;
  const title = useTitle(data, decisions);
  if (error !== null)
    return (
      <ErrorNote
        what={t('quality.failed')}
        why={error.message}
        todo={t('quality.failedHint')}
        onRetry={() => void refetch()}
      />
    );
  const of = data?.datasets.some((one) => one.dataset === dataset) ? dataset : undefined;
  const found = (data?.findings ?? []).filter((one) => of === undefined || one.dataset === of);
  const shown = data?.findings.find(({ id }) => id === open);
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <div>
          <h1 className={classes.title}>{title}</h1>
          {data !== undefined && (
            <p className={classes.dim}>{t('quality.intro', { rows: data.rows, lists: data.datasets.length })}</p>
          )}
        </div>
        <div className={classes.tools}>
          {data !== undefined && <DatasetChoice quality={data} dataset={of} onDataset={setDataset} />}
          <TextButton onClick={() => window.print()}>{t('quality.print')}</TextButton>
        </div>
      </header>
      {unreadable !== null && <ErrorNote what={t('quality.accept.unreadable')} why={unreadable.message} />}
      {failure !== undefined && <ErrorNote what={t('quality.accept.failed', { message: failure })} />}
      <FindingsFigure
        found={data && judged(found, decisions)}
        covered={data?.covered}
        refreshing={isPlaceholderData}
        openId={open}
        onOpen={({ id }) => setOpen(id)}
        onTakeBack={(id) => void keep((before) => takingBack(before, id))}
      />
      {data !== undefined && (
        <>
          <CompletenessFigure datasets={data.datasets} dataset={of} onDataset={setDataset} />
          <RelationsFigure quality={data} onOpen={setOpen} />
          <NumberingPanel
            numberings={data.numberings}
            complete={complete}
            onComplete={(series, isComplete) => void keep((before) => declaring(before, series, isComplete))}
          />
        </>
      )}
      {shown !== undefined && (
        <FindingDrawer
          key={shown.id}
          finding={shown}
          decisions={decisions}
          change={change}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

interface DatasetChoiceProps {
  readonly quality: Quality;
  readonly dataset: Dataset | undefined;
  readonly onDataset: (dataset: Dataset | undefined) => void;
}

const ALL = 'all';

function DatasetChoice({ quality: { datasets, findings }, dataset, onDataset }: DatasetChoiceProps) {
  const { t } = useTranslation();
  const count = (of: Dataset) => findings.filter((one) => one.dataset === of).length;
  const options = [
    { value: ALL, label: t('quality.all', { n: findings.length }) },
    ...datasets.map(({ dataset: of }) => ({
      value: of as string,
      label: t('quality.ofList', { dataset: t(`datasets.name.${of}`), n: count(of) }),
    })),
  ];
  return (
    <Select
      label={t('quality.which')}
      value={dataset ?? ALL}
      options={options}
      onChange={(value) => onDataset(DATASETS.find((one) => one === value))}
      outlined
    />
  );
}

/** The answer as a sentence: how much is wrong, and what costs most. */
function useTitle(data: Quality | undefined, decisions: QualityDecisions): string {
  const { t } = useTranslation();
  const textOf = useFindingText();
  if (data === undefined) return t('quality.looking');
  const { open, accepted } = judged(data.findings, decisions);
  const first: Finding | undefined = open[0]?.finding;
  if (first === undefined)
    return accepted.length > 0
      ? t('quality.titleAccepted', { count: accepted.length })
      : t('quality.titleNone', { rows: data.rows });
  const serious = open.filter(({ finding }) => finding.severity === 'serious').length;
  return t('quality.title', { count: open.length, serious, first: textOf(first).cost });
}
