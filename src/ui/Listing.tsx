import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote, type ErrorText } from './ErrorNote';
import type { FigureState } from './Figure';
import classes from './Listing.module.css';

type ListingState = Extract<FigureState, { kind: 'loading' | 'ready' | 'refreshing' | 'error' }>;

interface ListingProps {
  /** What is listed and how many: the answer in a sentence. */
  readonly title: ReactNode;
  /** What chooses, finds and exports; not on paper. */
  readonly tools: ReactNode;
  /** Sentences between the tools and the list. */
  readonly notes?: ReactNode;
  readonly state: ListingState;
  /** Of the place until the list is there, in pixels. */
  readonly height: number;
  /** The place of the list. */
  readonly place?: Ref<HTMLDivElement>;
  /** The list, or why it is empty; read only when it is known. */
  readonly children: ReactNode;
}

/** How asking for a list goes, as TanStack Query tells it. */
interface Asked {
  readonly data?: unknown;
  readonly error: Error | null;
  /** `data` answer the question before. */
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

/** The state of a list by how asking for it goes. @param failed what is said when it fails, beside the reason */
export function listingState(asked: Asked, failed: Omit<ErrorText, 'why'>): ListingState {
  const { data, error, isPlaceholderData, refetch } = asked;
  if (error !== null) return { kind: 'error', ...failed, why: error.message, onRetry: () => void refetch() };
  return { kind: data === undefined ? 'loading' : isPlaceholderData ? 'refreshing' : 'ready' };
}

/** A screen that is one long list: title, tools, and the list in each of its states. */
export function Listing({ title, tools, notes, state, height, place, children }: ListingProps) {
  const { t } = useTranslation();
  const waiting = state.kind === 'loading' || state.kind === 'refreshing';
  return (
    <>
      <h1 className={classes.title}>{title}</h1>
      <div className={classes.tools}>{tools}</div>
      {notes}
      <div ref={place} className={state.kind === 'refreshing' ? classes.refreshing : ''} aria-busy={waiting}>
        {state.kind === 'error' && <ErrorNote {...state} />}
        {state.kind === 'loading' && (
          <div className={classes.skeleton} style={{ height }} role="status" aria-label={t('common.loading')} />
        )}
        {(state.kind === 'ready' || state.kind === 'refreshing') && children}
      </div>
    </>
  );
}
