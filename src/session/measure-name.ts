import { useTranslation } from 'react-i18next';
import { presentColumns } from '../data/queries/facts';
import { canTellQuality } from '../data/schema/derived';
import type { MeasureId } from '../domain/measure';
import { useWorkspaceData } from './hooks';

export interface MeasureNames {
  readonly nameOf: (measure: MeasureId) => string;
  /** Whether the data tell quality complaints from others; if not, they are called just complaints. */
  readonly tellsQuality: boolean;
  /** The column that a measure is read from, if the data lack it: what they would give is not zero but unknown. */
  readonly lacking: (measure: MeasureId) => string | undefined;
}

/** What a measure is read from, where a single column tells. */
const TOLD_BY: Partial<Record<MeasureId, string>> = { confirmed: 'finding', safety: 'safety_related', cost: 'cost' };

/** What the measures are called in the open workspace. */
export function useMeasureNames(): MeasureNames {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const present = presentColumns(workspace.facts.complaint);
  const tellsQuality = canTellQuality(present);
  return {
    tellsQuality,
    lacking: (measure) => {
      const column = TOLD_BY[measure];
      return column === undefined || present.has(column) ? undefined : column;
    },
    nameOf: (measure) => (measure === 'quality' && !tellsQuality ? t('measure.complaints') : t(`measure.${measure}`)),
  };
}
