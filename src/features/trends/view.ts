import type { Trends } from '../../analysis/trends';
import type { FigureState } from '../../ui/Figure';

/** What the figures of the screen share: an answer, and whether it is still the answer to the question asked. */
export interface TrendsView {
  readonly answer: Trends;
  readonly state: FigureState;
}
