import type { ReliabilityAnswer } from '../../analysis/reliability/types';
import type { FigureState } from '../../ui/Figure';

/** What the figures of the screen share: an answer, and whether it is still the answer to the question asked. */
export interface AgesView {
  readonly answer: ReliabilityAnswer;
  readonly state: FigureState;
}

/** Heights of the figures' contents in pixels, kept in every state so that nothing jumps. */
export const HEIGHTS = { table: 320, chart: 280, list: 120 } as const;
