import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cell, csvContinued, download, toCsv } from './csv';
import { TextButton } from './TextButton';
import { useFormat } from './use-format';

interface CsvDownloadProps {
  /** Of the button. */
  readonly label: string;
  /** What is said while the rows are read. */
  readonly working: string;
  /** What is said before why it came to nothing. */
  readonly failed: string;
  /** With its ending. */
  readonly fileName: string;
  readonly header: readonly string[];
  readonly rowCount: number;
  /** The cells of rows first ≤ position < end. */
  readonly read: (first: number, end: number, signal: AbortSignal) => Promise<readonly (readonly Cell[])[]>;
}

/** Rows read at once: enough that reading them costs little, few enough to show progress. */
const PART = 1000;

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly share: number }
  | { readonly kind: 'failed'; readonly message: string };

/** A button that reads a list page by page, with progress and cancel, and hands it over as CSV. It stops when it leaves the screen. */
export function CsvDownload({ label, working, failed, fileName, header, rowCount, read }: CsvDownloadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  const run = async () => {
    const controller = new AbortController();
    const { signal } = controller;
    work.current = controller;
    const parts = [new Blob([toCsv({ header, rows: [] })])];
    try {
      for (let first = 0; first < rowCount; first += PART) {
        setState({ kind: 'busy', share: first / rowCount });
        const rows = await read(first, Math.min(first + PART, rowCount), signal);
        signal.throwIfAborted();
        parts.push(new Blob([csvContinued(rows)]));
      }
      download(fileName, new Blob(parts, { type: 'text/csv;charset=utf-8' }));
      setState({ kind: 'idle' });
    } catch (error) {
      if (signal.aborted) setState({ kind: 'idle' });
      else setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  if (state.kind === 'busy')
    return (
      <>
        <span role="status">
          {working} {format.percent(state.share, 0)}
        </span>
        <TextButton onClick={() => work.current?.abort()}>{t('common.cancel')}</TextButton>
      </>
    );
  return (
    <>
      {state.kind === 'failed' && (
        <span role="alert">
          ▲ {failed} {state.message}
        </span>
      )}
      <TextButton disabled={rowCount === 0} onClick={() => void run()}>
        {label}
      </TextButton>
    </>
  );
}
