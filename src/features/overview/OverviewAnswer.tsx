import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../analysis/overview';
import { NothingFound } from '../../session/NothingFound';
import { EmptyState } from '../../ui/EmptyState';
import { Figure, type FigureState } from '../../ui/Figure';
import { HeadlineFigure } from './HeadlineFigure';
import { MoverFigure } from './MoverFigure';
import classes from './Overview.module.css';
import { SafetyHeadline } from './SafetyHeadline';
import { useTitle } from './title';
import type { OverviewView } from './view';

/** Height of the first skeleton in pixels: about that of the headlines. */
const HEIGHT = 320;

interface Asked {
  readonly data?: Overview;
  readonly error: Error | null;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

/** The screen in each of its states: waiting, not answered, no complete month, answered. */
export function OverviewAnswer({ asked: { data, error, isPlaceholderData, refetch } }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  if (error !== null) {
    const onRetry = () => void refetch();
    const texts = { what: t('trends.failed'), why: error.message, todo: t('trends.failedHint') };
    return <Alone state={{ kind: 'error', ...texts, onRetry }} />;
  }
  if (data === undefined) return <Alone state={{ kind: 'loading' }} />;
  const { month } = data;
  if (month === undefined)
    return (
      <div className={classes.alone}>
        <SafetyHeadline />
        {data.asOf === undefined ? (
          <EmptyState
            title={t('figure.cannot', { because: t('trends.noTimeBecause') })}
            action={<Link to="/data">{t('welcome.look')}</Link>}
          >
            {t('trends.noTimeHint')}
          </EmptyState>
        ) : (
          <EmptyState title={t('overview.noMonth')} action={<Link to="/trends">{t('overview.toTrends')}</Link>}>
            {t('overview.noMonthHint')}
          </EmptyState>
        )}
      </div>
    );
  if (data.headlines.every(({ months }) => months.every(({ n }) => n === 0)))
    return (
      <div className={classes.alone}>
        <SafetyHeadline />
        <NothingFound />
      </div>
    );
  return <Figures view={{ answer: { ...data, month }, state: { kind: isPlaceholderData ? 'refreshing' : 'ready' } }} />;
}

function Alone({ state }: { readonly state: FigureState }) {
  const { t } = useTranslation();
  return (
    <Figure title={t('screen.overview')} state={state} height={HEIGHT}>
      {null}
    </Figure>
  );
}

function Figures({ view }: { readonly view: OverviewView }) {
  const title = useTitle(view.answer);
  return (
    <>
      <h1 className={classes.title}>{title}</h1>
      <SafetyHeadline />
      <div className={classes.figures}>
        <HeadlineFigure view={view} />
        <MoverFigure view={view} />
      </div>
    </>
  );
}
