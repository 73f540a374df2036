import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isAboutFailure, uncodedCount } from '../analysis/coding-rows';
import { useFormat } from '../ui/use-format';
import { useMeasure, useScope } from '../ui/view/view-state';
import { useAnswer } from './hooks';

interface UncodedNoteProps {
  /** What the figure is by. */
  readonly dimensions: readonly string[];
  /** The figure answers the question asked; until then this one waits. */
  readonly ready: boolean;
}

/**
 * Says under a figure of failures how many of the complaints counted name none, with the way to where they are named. Nothing under other
 * figures, and nothing when all have a name.
 */
export function UncodedNote({ dimensions, ready }: UncodedNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { scope } = useScope();
  const [measure] = useMeasure();
  const concerned = dimensions.some(isAboutFailure);
  const { data } = useAnswer('coding-share', { scope, measure: measure.id }, uncodedCount, {
    enabled: concerned && ready,
  });
  if (!concerned || data === undefined || data.uncoded === 0) return null;
  const share = data.uncoded / data.n;
  const facts = { uncoded: data.uncoded, count: data.n, share: format.percent(share, share < 0.01 ? 1 : 0) };
  return (
    <>
      {t('common.sentenceSeparator')}
      {t('coding.uncoded', facts)}{' '}
      <Link to="/coding" search={(before) => ({ ...before, tab: 'queue' as const, row: undefined })}>
        {t('coding.codeThem')}
      </Link>
    </>
  );
}
