import type { Chapter } from './chapter';
import { leakageChapter } from './leakage-chapter';
import { lidClipChapter } from './lid-clip-chapter';
import { normalUseChapter } from './normal-use-chapter';
import type { StoryId } from './stories';

const CHAPTERS: Readonly<Record<StoryId, () => Chapter>> = {
  a: lidClipChapter,
  c: leakageChapter,
  i: normalUseChapter,
};

/** A fresh chapter for each story that is told. */
export function chaptersOf(told: ReadonlySet<StoryId>): ReadonlyMap<StoryId, Chapter> {
  return new Map([...told].map((id) => [id, CHAPTERS[id]()]));
}
