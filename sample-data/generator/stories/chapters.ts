import type { Chapter } from '../chapter';
import { displayChapter } from './display';
import { earlyTripChapter } from './early-trip';
import { hiddenFaultChapter } from './hidden-fault';
import type { StoryId } from './ids';
import { leakageChapter } from './leakage';
import { lidClipChapter } from './lid-clip';
import { normalUseChapter } from './normal-use';
import { oldInstructionChapter } from './old-instruction';
import { scaleChapter } from './scale';
import { smellChapter } from './smell';
import { terminalChapter } from './terminal';
import { brokenGlassChapter } from './transport';
import type { World } from './world';

const CHAPTERS: Readonly<Record<StoryId, (world: World) => Chapter>> = {
  a: lidClipChapter,
  b: earlyTripChapter,
  c: leakageChapter,
  d: displayChapter,
  e: brokenGlassChapter,
  f: smellChapter,
  g: terminalChapter,
  h: scaleChapter,
  i: normalUseChapter,
  j: hiddenFaultChapter,
  k: oldInstructionChapter,
};

/** A fresh chapter for each story that is told. */
export function chaptersOf(world: World): ReadonlyMap<StoryId, Chapter> {
  return new Map([...world.told].map((id) => [id, CHAPTERS[id](world)]));
}
