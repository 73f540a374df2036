import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../analysis/quality-finding';
import type { FoundList } from '../../analysis/quality-rows';
import { csvContinued, download, toCsv } from '../../ui/csv';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { useRowColumns } from './use-row-columns';

interface ExportRowsProps {
  readonly list: FoundList;
  readonly finding: Finding;
}

/** Rows read at once. */
const PAGE = 2000;

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly share: number }
  | { readonly kind: 'failed'; readonly message: string };

/** All rows of a finding as a CSV file, as they are shown: people masked. */
export function ExportRows({ list, finding }: ExportRowsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useRowColumns(list.columns);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  const run = async () => {
    const controller = new AbortController();
    work.current = controller;
    const parts = [new Blob([toCsv({ header: columns.map(({ header }) => header), rows: [] })])];
    try {
      for (let first = 0; first < list.rowCount; first += PAGE) {
        setState({ kind: 'busy', share: first / list.rowCount });
        const rows = await list.rows(first, Math.min(first + PAGE, list.rowCount), controller.signal);
        controller.signal.throwIfAborted();
        parts.push(new Blob([csvContinued(rows.map((row) => columns.map(({ text }) => text(row))))]));
      }
      download(`${finding.kind}-${finding.dataset}.csv`, new Blob(parts, { type: 'text/csv;charset=utf-8' }));
      setState({ kind: 'idle' });
    } catch (error) {
      if (controller.signal.aborted) setState({ kind: 'idle' });
      else setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  if (state.kind === 'busy')
    return (
      <>
        <span role="status">
          {t('quality.drawer.exporting')} {format.percent(state.share, 0)}
        </span>
        <TextButton onClick={() => work.current?.abort()}>{t('common.cancel')}</TextButton>
      </>
    );
  return (
    <>
      <TextButton onClick={() => void run()}>{t('quality.drawer.export')}</TextButton>
      {state.kind === 'failed' && (
        <span role="alert">
          ▲ {t('quality.drawer.exportFailed')} {state.message}
        </span>
      )}
    </>
  );
}
