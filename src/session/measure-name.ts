import { useTranslation } from 'react-i18next';
import { presentColumns } from '../data/queries/facts';
import { canTellQuality } from '../data/schema/derived';
import type { MeasureId } from '../domain/measure';
import { useWorkspaceData } from './hooks';

export interface MeasureNames {
  readonly nameOf: (measure: MeasureId) => string;
  /** Whether the data tell quality complaints from others; if not, they are called just complaints. */
  readonly tellsQuality: boolean;
}

/** What the measures are called in the open workspace. */
export function useMeasureNames(): MeasureNames {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const tellsQuality = canTellQuality(presentColumns(workspace.facts.complaint));
  return {
    tellsQuality,
    nameOf: (measure) => (measure === 'quality' && !tellsQuality ? t('measure.complaints') : t(`measure.${measure}`)),
  };
}
