import { type Decisions, UnreadableDecision } from '../decisions';
import { type Learned, NOTHING_LEARNED } from '../ingest/survey/profile';
import { PROFILES, WORDS } from './kinds';

/** What earlier imports of a workspace have taught. A damaged file of it stops no import: it goes on without, and says so. */
export async function learnedOf(decisions: Decisions): Promise<Learned> {
  try {
    return { profiles: await decisions.read(PROFILES), words: await decisions.read(WORDS) };
  } catch (error) {
    if (error instanceof UnreadableDecision) return { ...NOTHING_LEARNED, unreadable: true };
    throw error;
  }
}
