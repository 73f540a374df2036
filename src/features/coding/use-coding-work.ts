import { useEffect, useRef, useState } from 'react';
import { applyDraft, applyVersion, type CodingPreview, previewCoding, undoCoding } from '../../analysis/coding';
import type { CodingHooks } from '../../data/coding/pass';
import type { Coding } from '../../domain/coding';
import { useWorkspaceData } from '../../session/hooks';

export type CodingWork =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number; readonly secondsLeft?: number }
  | { readonly kind: 'preview'; readonly preview: CodingPreview; readonly of: Coding }
  | { readonly kind: 'failed'; readonly message: string };

const IDLE: CodingWork = { kind: 'idle' };

/** The one piece of long work on the coding: looking at what would change, applying, undoing. Leaving the screen stops it. */
export function useCodingWork() {
  const { workspace } = useWorkspaceData();
  const [work, setWork] = useState<CodingWork>(IDLE);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);

  const attempt = async (body: (hooks: CodingHooks) => Promise<CodingWork>) => {
    stop.current.abort();
    const controller = new AbortController();
    stop.current = controller;
    const began = performance.now();
    const onProgress = (done: number, total: number) =>
      !controller.signal.aborted &&
      setWork({ kind: 'running', done, total, secondsLeft: ((performance.now() - began) / 1000) * (total / done - 1) });
    setWork({ kind: 'running', done: 0, total: workspace.facts.complaint.rows });
    try {
      const next = await body({ signal: controller.signal, onProgress: (done, total) => void onProgress(done, total) });
      if (stop.current === controller) setWork(next);
    } catch (error) {
      if (stop.current !== controller) return;
      if (controller.signal.aborted) setWork(IDLE);
      else setWork({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  const then = (body: (hooks: CodingHooks) => Promise<unknown>) =>
    attempt(async (hooks) => {
      await body(hooks);
      return IDLE;
    });
  return {
    work,
    preview: (of: Coding) =>
      attempt(async (hooks) => ({ kind: 'preview', of, preview: await previewCoding(workspace, of, hooks) })),
    apply: (note: string) => then((hooks) => applyDraft(workspace, note, hooks)),
    goTo: (version: number) => then((hooks) => applyVersion(workspace, version, hooks)),
    undo: () => then((hooks) => undoCoding(workspace, hooks)),
    cancel: () => stop.current.abort(),
    close: () => setWork(IDLE),
  };
}
