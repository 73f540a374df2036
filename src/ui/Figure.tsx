import { type CSSProperties, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState';
import { ErrorNote, type ErrorText } from './ErrorNote';
import classes from './Figure.module.css';
import { type FigureActions, FigureMenu } from './FigureMenu';
import { FigureTable } from './FigureTable';

/** What a figure can be in. `refreshing` keeps the old content, dimmed, until the new one comes. */
export type FigureState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'refreshing' }
  | { readonly kind: 'empty'; readonly title: string; readonly hint?: ReactNode; readonly action?: ReactNode }
  | ({ readonly kind: 'error'; readonly onRetry?: () => void } & ErrorText)
  /** The data cannot answer; `because` ends the sentence. */
  | { readonly kind: 'cannot'; readonly because: string; readonly hint?: ReactNode; readonly action?: ReactNode };

interface FigureProps {
  /** A sentence with the answer in it. */
  readonly title: ReactNode;
  readonly state: FigureState;
  /** Height of the content in pixels, kept while it loads so that nothing jumps. */
  readonly height: number;
  /** Method, denominator, how many are not judged. */
  readonly footnote?: ReactNode;
  readonly actions?: FigureActions;
  /** The chart or table; read only when there is something to show. */
  readonly children: ReactNode;
}

/** The frame of every chart and table: title, states, corner menu, footnote. What has a table can be read as one. */
export function Figure({ title, state, height, footnote, actions, children }: FigureProps) {
  const { t } = useTranslation();
  const heading = useId();
  const [tabular, setTabular] = useState(false);
  const table = tabular ? actions?.table : undefined;
  const shown = state.kind === 'ready' || state.kind === 'refreshing';
  return (
    <figure
      className={classes.figure}
      aria-labelledby={heading}
      aria-busy={state.kind === 'loading' || state.kind === 'refreshing'}
    >
      <div className={classes.head}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        {shown && actions !== undefined && (
          <div className={classes.menu}>
            <FigureMenu actions={actions} tabular={tabular} onTabular={setTabular} />
          </div>
        )}
      </div>
      <div
        className={`${classes.body} ${state.kind === 'refreshing' ? classes.refreshing : ''}`}
        style={{ '--figure-least': `${height}px` } as CSSProperties}
      >
        {!shown && <StateNote state={state} height={height} />}
        {shown && (table === undefined ? children : <FigureTable table={table} height={height} />)}
      </div>
      <span className={classes.spoken} role="status">
        {state.kind === 'refreshing' && t('figure.refreshing')}
      </span>
      {shown && footnote !== undefined && <figcaption className={classes.note}>{footnote}</figcaption>}
    </figure>
  );
}

function StateNote({ state, height }: { readonly state: FigureState; readonly height: number }) {
  const { t } = useTranslation();
  switch (state.kind) {
    case 'empty':
      return (
        <EmptyState title={state.title} action={state.action}>
          {state.hint}
        </EmptyState>
      );
    case 'error':
      return <ErrorNote {...state} />;
    case 'cannot':
      return (
        <EmptyState title={t('figure.cannot', { because: state.because })} action={state.action}>
          {state.hint}
        </EmptyState>
      );
    default:
      return <div className={classes.skeleton} style={{ height }} role="status" aria-label={t('common.loading')} />;
  }
}
