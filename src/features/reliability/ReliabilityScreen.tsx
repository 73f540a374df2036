import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reliability, ReliabilityAnswer } from '../../analysis/reliability/types';
import { useMeasureNames } from '../../session/measure-name';
import { Figure, type FigureState } from '../../ui/Figure';
import { AgeControls } from './AgeControls';
import { ComparisonFigure } from './ComparisonFigure';
import { CurveFigure } from './CurveFigure';
import { DelayFigure } from './DelayFigure';
import { ForecastFigure } from './ForecastFigure';
import { NevadaFigure } from './NevadaFigure';
import { NoAgesFigure } from './NoAgesFigure';
import { PopulationNote } from './PopulationNote';
import classes from './Reliability.module.css';
import { HEIGHTS } from './view';
import { WeibullFigure } from './WeibullFigure';
import { agedText, countedAs, intervalText, useAgeWords } from './words';

interface Asked {
  readonly data?: Reliability;
  readonly error: Error | null;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

/** The screen in each of its states: waiting for the first answer, not answered, nothing to be said of ages, answered. */
export function ReliabilityScreen({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { data, error, isPlaceholderData, refetch } = asked;
  if (error !== null)
    return (
      <Alone
        state={{
          kind: 'error',
          what: t('trends.failed'),
          why: error.message,
          todo: t('trends.failedHint'),
          onRetry: () => void refetch(),
        }}
      />
    );
  if (data === undefined) return <Alone state={{ kind: 'loading' }} />;
  const refreshing = isPlaceholderData;
  if (data.known) return <Answered answer={data} refreshing={refreshing} />;
  return (
    <>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('screen.reliability')}</h1>
        <AgeControls cohort={data.question.cohort} mode={data.question.mode} />
      </header>
      <div className={classes.grid}>
        <div className={classes.wide}>
          <NoAgesFigure why={data.why} />
        </div>
        {data.delay !== null && (
          <div className={classes.wide}>
            <DelayFigure
              delay={data.delay}
              measure={data.question.measure}
              state={{ kind: refreshing ? 'refreshing' : 'ready' }}
              sql={data.sql}
            />
          </div>
        )}
      </div>
    </>
  );
}

function Alone({ state }: { readonly state: FigureState }) {
  const { t } = useTranslation();
  return (
    <Figure title={t('screen.reliability')} state={state} height={HEIGHTS.table}>
      {null}
    </Figure>
  );
}

interface AnsweredProps {
  readonly answer: ReliabilityAnswer;
  readonly refreshing: boolean;
}

function Answered({ answer, refreshing }: AnsweredProps) {
  const { question, delay, sql, modes } = answer;
  const state = useMemo<FigureState>(() => ({ kind: refreshing ? 'refreshing' : 'ready' }), [refreshing]);
  const view = useMemo(() => ({ answer, state }), [answer, state]);
  const title = useTitle(answer);
  return (
    <>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        <AgeControls cohort={question.cohort} mode={question.mode} modes={modes} />
      </header>
      <PopulationNote answer={answer} />
      <div className={classes.grid}>
        <div className={classes.wide}>
          <NevadaFigure view={view} />
        </div>
        <CurveFigure view={view} />
        <WeibullFigure view={view} />
        <div className={classes.wide}>
          <ForecastFigure view={view} />
        </div>
        <div className={classes.wide}>
          <ComparisonFigure view={view} />
        </div>
        <div className={classes.wide}>
          <DelayFigure delay={delay} measure={question.measure} state={state} sql={sql} />
        </div>
      </div>
    </>
  );
}

/** Months after which the title tells how many have complained, if enough units are that old. */
const YEAR = 12;

/** The answer in a sentence: claims per 1000 units in the first year, or as much of it as enough units have lived. */
function useTitle({ ages, population, question }: ReliabilityAnswer): string {
  const words = useAgeWords();
  const { nameOf } = useMeasureNames();
  const { t, format, labels } = words;
  const subject =
    question.mode === undefined ? nameOf(countedAs(question.measure)) : labels.value('failure_mode', question.mode);
  const point = ages.findLast(({ thin, months }) => !thin && months <= YEAR);
  if (point === undefined) return t('reliability.titleYoung', { subject });
  return t('reliability.title', {
    subject,
    age: agedText(population.axis, point.months, words),
    value: format.rate(point.perThousand),
    interval: intervalText(point.interval, format.rate, words),
  });
}
