import type { Overview } from '../../analysis/overview';
import type { FigureState } from '../../ui/Figure';

/** An answer that has a month to show, and whether it is still the answer to the question asked. */
export interface OverviewView {
  readonly answer: Overview & { readonly month: string };
  readonly state: FigureState;
}
