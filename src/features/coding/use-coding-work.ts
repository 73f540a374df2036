import { useEffect, useRef, useState } from 'react';
import { applyDraft, applyVersion, previewCoding, undoCoding } from '../../analysis/coding';
import type { CodingEffect } from '../../analysis/coding-effect';
import type { CodingHooks } from '../../data/coding/pass';
import type { Coding } from '../../domain/coding';
import { useWorkspaceData } from '../../session/hooks';
import { Pace } from '../../session/pace';

export type CodingWork =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number; readonly secondsLeft?: number }
  | { readonly kind: 'preview'; readonly effect: CodingEffect; readonly of: Coding }
  /** Something was applied or undone. */
  | { readonly kind: 'done'; readonly effect: CodingEffect; readonly undone: boolean }
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
    const pace = new Pace();
    const onProgress = (done: number, total: number) => {
      if (controller.signal.aborted) return;
      const secondsLeft = pace.secondsLeft({ step: 'coding', at: 1, bytes: done, total });
      setWork({ kind: 'running', done, total, secondsLeft });
    };
    onProgress(0, workspace.facts.complaint.rows);
    try {
      const next = await body({ signal: controller.signal, onProgress });
      if (stop.current === controller) setWork(next);
    } catch (error) {
      if (stop.current !== controller) return;
      if (controller.signal.aborted) setWork(IDLE);
      else setWork({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  const change = (body: (hooks: CodingHooks) => Promise<CodingEffect | undefined>, undone = false) =>
    attempt(async (hooks) => {
      const effect = await body(hooks);
      return effect === undefined ? IDLE : { kind: 'done', effect, undone };
    });
  return {
    work,
    preview: (of: Coding) =>
      attempt(async (hooks) => ({ kind: 'preview', of, effect: await previewCoding(workspace, of, hooks) })),
    apply: (note: string) => change(async (hooks) => (await applyDraft(workspace, note, hooks)).effect),
    goTo: (version: number) => change((hooks) => applyVersion(workspace, version, hooks)),
    undo: () => change((hooks) => undoCoding(workspace, hooks), true),
    cancel: () => stop.current.abort(),
    close: () => setWork(IDLE),
  };
}
