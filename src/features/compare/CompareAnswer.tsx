import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../analysis/compare/types';
import { NothingFound } from '../../session/NothingFound';
import controls from '../../ui/controls.module.css';
import { EmptyState } from '../../ui/EmptyState';
import { Figure, type FigureState } from '../../ui/Figure';
import classes from './Compare.module.css';
import { DifferenceFigure } from './DifferenceFigure';
import { LookedAt } from './LookedAt';
import { RestSelect } from './RestSelect';
import { useTitle } from './title';

/** Height of a list while it has no rows, in pixels. */
const HEIGHT = 280;

interface Asked {
  readonly data?: Comparison;
  readonly error: Error | null;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

/** The screen in each of its states: waiting, not answered, too few on a side, answered. */
export function CompareAnswer({ asked: { data, error, isPlaceholderData, refetch } }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  if (error !== null) {
    const texts = { what: t('trends.failed'), why: error.message, todo: t('trends.failedHint') };
    return <Alone state={{ kind: 'error', ...texts, onRetry: () => void refetch() }} />;
  }
  if (data === undefined) return <Alone state={{ kind: 'loading' }} />;
  return <Answer answer={data} state={{ kind: isPlaceholderData ? 'refreshing' : 'ready' }} />;
}

function Alone({ state }: { readonly state: FigureState }) {
  const { t } = useTranslation();
  return (
    <Figure title={t('compare.heading')} state={state} height={HEIGHT}>
      {null}
    </Figure>
  );
}

function Answer({ answer, state }: { readonly answer: Comparison; readonly state: FigureState }) {
  const { t } = useTranslation();
  const [expert, setExpert] = useState(false);
  const title = useTitle(answer);
  const { a, tooFew } = answer;
  if (a === 0 && state.kind === 'ready') return <NothingFound />;
  return (
    <>
      <h1 className={classes.title}>{title}</h1>
      <div className={classes.tools}>
        <RestSelect />
        <label className={controls.choice}>
          <input type="checkbox" checked={expert} onChange={(event) => setExpert(event.target.checked)} />
          {t('compare.expert')}
        </label>
      </div>
      {tooFew === undefined ? (
        <div className={classes.figures}>
          <DifferenceFigure answer={answer} state={state} about="origin" expert={expert} />
          <DifferenceFigure answer={answer} state={state} about="complaint" expert={expert} />
          <LookedAt answer={answer} />
        </div>
      ) : (
        <EmptyState title={t('compare.tooFew')}>
          {tooFew === 'a' ? t('compare.tooFewChosen') : t('compare.tooFewOthers')}
        </EmptyState>
      )}
    </>
  );
}
