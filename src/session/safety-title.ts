import { useTranslation } from 'react-i18next';
import type { SafetyWatch } from './safety-watch';

/** The state of the safety watch in one sentence: how many items are open, and since when. */
export function useSafetyTitle(ready: SafetyWatch['ready']): string {
  const { t } = useTranslation();
  if (ready === undefined) return t('screen.safety');
  const { open, more } = ready;
  const oldest = open[0];
  if (oldest === undefined) return t('safety.titleNone');
  if (more) return t('safety.titleMore', { count: open.length });
  const age = oldest.age === null ? t('safety.ageUnknown') : t('safety.age', { count: oldest.age });
  return t('safety.title', { count: open.length, age });
}
