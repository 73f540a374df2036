import { Popover } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { download } from './csv';
import { ProgressNote } from './ProgressNote';
import { TextButton } from './TextButton';

/** Writes a file and says how many rows are in it so far. Rejects with the signal's reason when cancelled. */
type WriteFile = (signal: AbortSignal, onProgress: (rows: number) => void) => Promise<Blob>;

interface ExportPopoverProps {
  /** Of the button. */
  readonly label: string;
  /** What is being done while the file is written. */
  readonly working: string;
  /** With its ending. */
  readonly fileName: string;
  /** What is asked before: `start` writes the file; `failure` says why the last try came to nothing. */
  readonly children: (start: (write: WriteFile) => void, failure: string | undefined) => ReactNode;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly rows: number }
  | { readonly kind: 'failed'; readonly message: string };

/** A button that asks what goes into a file, writes it with progress and cancel, and hands it to the downloads. */
export function ExportPopover({ label, working, fileName, children }: ExportPopoverProps) {
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  const start = async (write: WriteFile) => {
    const controller = new AbortController();
    work.current = controller;
    setState({ kind: 'busy', rows: 0 });
    try {
      download(fileName, await write(controller.signal, (rows) => setState({ kind: 'busy', rows })));
      setState({ kind: 'idle' });
      setOpen(false);
    } catch (error) {
      if (controller.signal.aborted) setState({ kind: 'idle' });
      else setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
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
        <TextButton onClick={() => setOpen(!open)}>{label}</TextButton>
      </Popover.Target>
      <Popover.Dropdown>
        {state.kind === 'busy' ? (
          <ProgressNote label={working} rows={state.rows} onCancel={() => work.current?.abort()} />
        ) : (
          children((write) => void start(write), state.kind === 'failed' ? state.message : undefined)
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
