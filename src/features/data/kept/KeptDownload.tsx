import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptList } from '../../../analysis/rejects';
import type { KeptFilter } from '../../../data/queries/rejects';
import { useFileName } from '../../../session/use-file-name';
import { type Cell, downloadCsv } from '../../../ui/csv';
import { TextButton } from '../../../ui/TextButton';
import { useFormat } from '../../../ui/use-format';
import type { Kinds } from './kinds';

interface KeptDownloadProps {
  readonly name: string;
  readonly list: KeptList;
  readonly filter: KeptFilter;
  readonly count: number;
  readonly kinds: Kinds;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'collecting'; readonly done: number }
  | { readonly kind: 'failed'; readonly message: string };

/** Rows asked for at once; enough that the engine is not asked too often, few enough to show progress. */
const PART = 500;

/** Collects the shown rows, which may have to be read from their files again, and hands them over as CSV. */
export function KeptDownload({ name, list, filter, count, kinds }: KeptDownloadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const fileName = useFileName();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const controller = useRef<AbortController>(undefined);

  const collect = async (signal: AbortSignal) => {
    const rows: Cell[][] = [];
    for (let first = 0; first < count; first += PART) {
      setState({ kind: 'collecting', done: first });
      const part = await list.rows(filter, first, Math.min(count, first + PART), signal);
      rows.push(
        ...part.map((row) => [fileName(row.sourceFile), row.record, row.line, kinds.nameOf(row.kind), row.raw]),
      );
    }
    const header = [t('kept.ofFile'), t('kept.record'), t('kept.line'), kinds.header, t('kept.raw')];
    downloadCsv(`${name}.csv`, { header, rows });
  };
  const start = () => {
    const made = new AbortController();
    controller.current = made;
    collect(made.signal).then(
      () => setState({ kind: 'idle' }),
      (error) => {
        if (made.signal.aborted) setState({ kind: 'idle' });
        else setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      },
    );
  };
  if (state.kind === 'collecting') {
    return (
      <>
        <span role="status">
          {t('kept.downloading')} {format.percent(state.done / count, 0)}
        </span>
        <TextButton onClick={() => controller.current?.abort()}>{t('common.cancel')}</TextButton>
      </>
    );
  }
  return (
    <>
      {state.kind === 'failed' && (
        <span role="alert">
          ▲ {t('kept.downloadFailed')} {state.message}
        </span>
      )}
      <TextButton disabled={count === 0} onClick={start}>
        {t('kept.download')}
      </TextButton>
    </>
  );
}
