import { Popover } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintList } from '../../analysis/complaints';
import { useWorkspaceData } from '../../session/hooks';
import { download } from '../../ui/csv';
import { ProgressNote } from '../../ui/ProgressNote';
import { TextButton } from '../../ui/TextButton';
import { isPersonal, type Wording } from './cell-text';
import { ExportForm } from './ExportForm';
import { type ExportOptions, exportColumns, exportCsv } from './export-csv';

interface ExportButtonProps {
  readonly list: ComplaintList;
  /** Ids of the shown columns, in their order. */
  readonly shown: readonly string[];
  readonly wording: Wording;
  /** Without ending. */
  readonly fileName: string;
}

type State = { readonly kind: 'idle' | 'failed' } | { readonly kind: 'busy'; readonly rows: number };

/** Exports the whole list, in the columns shown. */
export function ExportButton({ list, shown, wording, fileName }: ExportButtonProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const work = useRef<AbortController>(undefined);

  const run = async (options: ExportOptions) => {
    const controller = new AbortController();
    work.current = controller;
    setState({ kind: 'busy', rows: 0 });
    try {
      const file = await exportCsv({
        list,
        columns: exportColumns(shown, options, wording),
        stored: workspace.facts.complaint.stored,
        signal: controller.signal,
        onProgress: (rows) => setState({ kind: 'busy', rows }),
      });
      download(`${fileName}.csv`, file);
      setState({ kind: 'idle' });
      setOpen(false);
    } catch {
      setState({ kind: controller.signal.aborted ? 'idle' : 'failed' });
    }
  };

  return (
    <Popover
      opened={open}
      onChange={setOpen}
      closeOnClickOutside={state.kind !== 'busy'}
      position="bottom-end"
      shadow="sm"
      transitionProps={{ duration: 0 }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <TextButton onClick={() => setOpen(!open)}>{t('complaints.export')}</TextButton>
      </Popover.Target>
      <Popover.Dropdown>
        {state.kind === 'busy' ? (
          <ProgressNote
            label={t('complaints.exporting', { count: list.rowCount })}
            rows={state.rows}
            onCancel={() => work.current?.abort()}
          />
        ) : (
          <ExportForm
            rows={list.rowCount}
            columns={shown.length}
            people={shown.filter(isPersonal).map(wording.labels.column)}
            failed={state.kind === 'failed'}
            onExport={(options) => void run(options)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
