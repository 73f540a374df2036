import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allSafetyTexts, type SafetyItem } from '../../analysis/safety';
import type { Standing } from '../../domain/safety-acts';
import type { WordReader } from '../../domain/sentinel';
import { useWorkspaceData } from '../../session/hooks';
import { downloadCsv, type TableText } from '../../ui/csv';
import { useLabels } from '../../ui/labels';
import { TextButton } from '../../ui/TextButton';
import { outputTable } from './output-table';
import { PrintList } from './PrintList';
import classes from './Safety.module.css';
import { useSafetyWords } from './use-safety-words';

/** Items on paper at most. */
const MOST_PRINTED = 1000;

interface OutputButtonsProps {
  readonly items: readonly SafetyItem[];
  readonly standings: ReadonlyMap<string, Standing>;
  readonly reader: WordReader;
}

/** The list as a file or on paper, as it is filtered. */
export function OutputButtons({ items, standings, reader }: OutputButtonsProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const words = useSafetyWords();
  const { workspace } = useWorkspaceData();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [printed, setPrinted] = useState<TableText | undefined>(undefined);
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  const make = async (of: readonly SafetyItem[], then: (table: TableText) => void) => {
    const controller = new AbortController();
    work.current?.abort();
    work.current = controller;
    setBusy(true);
    setFailure(undefined);
    try {
      const texts = await allSafetyTexts(workspace, of, controller.signal);
      controller.signal.throwIfAborted();
      then(outputTable({ items: of, texts, standings, reader, labels, words, t }));
    } catch (error) {
      if (!controller.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      if (work.current === controller) setBusy(false);
    }
  };
  return (
    <span className={classes.output}>
      <TextButton
        disabled={busy}
        onClick={() => void make(items, (table) => downloadCsv(`${t('safety.fileName')}.csv`, table))}
      >
        {t('safety.export')}
      </TextButton>
      <TextButton disabled={busy} onClick={() => void make(items.slice(0, MOST_PRINTED), setPrinted)}>
        {t('safety.print')}
      </TextButton>
      <span role="status">{busy && t('safety.working')}</span>
      {failure !== undefined && (
        <span role="alert" className={classes.later}>
          ▲ {t('safety.failed')} {failure}
        </span>
      )}
      {printed !== undefined && <PrintList table={printed} total={items.length} onDone={() => setPrinted(undefined)} />}
    </span>
  );
}
