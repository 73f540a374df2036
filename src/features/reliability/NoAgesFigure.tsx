import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NoAges } from '../../analysis/reliability/types';
import { NothingFound } from '../../session/NothingFound';
import { Figure } from '../../ui/Figure';
import { useLabels } from '../../ui/labels';
import { TextButton } from '../../ui/TextButton';
import { useAgeChoice, useScope } from '../../ui/view/view-state';
import { HEIGHTS } from './view';

/** Why nothing can be said of ages, and the way out. */
export function NoAgesFigure({ why }: { readonly why: NoAges }) {
  const { t } = useTranslation();
  const labels = useLabels();
  if (why.reason === 'noComplaints') return <NothingFound />;
  const field = why.reason === 'notInUnits' ? labels.column(why.field) : undefined;
  return (
    <Figure
      title={t('reliability.noAges')}
      state={{
        kind: 'cannot',
        because: t(`reliability.word.cannot.${why.reason}`, { field }),
        hint: t(`reliability.word.cannotHint.${why.reason}`, { field }),
        action: <WayOut why={why} />,
      }}
      height={HEIGHTS.list}
    >
      {null}
    </Figure>
  );
}

function WayOut({ why }: { readonly why: NoAges }) {
  const { t } = useTranslation();
  const { scope, clear, remove } = useScope();
  const [{ before, after }, choose] = useAgeChoice();
  const compared = before !== undefined || after !== undefined;
  const endComparison = () => choose({ before: undefined, after: undefined });
  const stop = <TextButton onClick={endComparison}>{t('reliability.compare.clear')}</TextButton>;
  switch (why.reason) {
    case 'noBuildDates':
      return <TextButton onClick={() => choose({ cohort: 'ship' })}>{t('reliability.word.cohort.ship')}</TextButton>;
    case 'notInUnits':
      if (scope.some(({ field }) => field === why.field))
        return <TextButton onClick={() => remove(why.field)}>{t('trends.release')}</TextButton>;
      return compared ? stop : null;
    case 'emptyScope':
      if (scope.length > 0) return <TextButton onClick={clear}>{t('scope.clear')}</TextButton>;
      return compared ? stop : null;
    default:
      return <Link to="/data">{t('datasets.toData')}</Link>;
  }
}
