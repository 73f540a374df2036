import * as z from 'zod/mini';
import type { ColumnLayout } from '../../ui/table/use-columns';

const ids = z.array(z.string());
const layoutSchema = z.object({ order: ids, shown: ids, pinned: ids });

const keyOf = (workspace: string) => `truecause.complaint-columns.${workspace}`;

/**
 * How the columns of a workspace were last arranged in this browser, as far as they still exist; undefined when nobody
 * arranged them, or it cannot be read.
 */
export function rememberedLayout(workspace: string, existing: readonly string[]): ColumnLayout | undefined {
  const known = (names: readonly string[]) => names.filter((name) => existing.includes(name));
  try {
    const { order, shown, pinned } = layoutSchema.parse(JSON.parse(localStorage.getItem(keyOf(workspace)) ?? 'null'));
    return { order: known(order), shown: known(shown), pinned: known(pinned) };
  } catch {
    return undefined;
  }
}

/** Keeps an arrangement. A browser that refuses to store it forgets it on reload, which is no reason to fail now. */
export function rememberLayout(workspace: string, layout: ColumnLayout): void {
  try {
    localStorage.setItem(keyOf(workspace), JSON.stringify(layout));
  } catch {
    return;
  }
}
