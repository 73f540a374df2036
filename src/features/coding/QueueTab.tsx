import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CodingItem, namesOf, type Waiting, waitingItems } from '../../analysis/coding-rows';
import { CODING_REVIEWS, type Reviews } from '../../data/coding/kinds';
import type { Queue } from '../../data/queries/coding-rows';
import type { Coding } from '../../domain/coding';
import { useAnswer, useDecision } from '../../session/hooks';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Select } from '../../ui/Select';
import { useKeys } from '../../ui/use-keys';
import { useScope } from '../../ui/view/view-state';
import classes from './Coding.module.css';
import { isPending } from './pending';
import { QueueItem } from './QueueItem';

interface QueueTabProps {
  /** The draft, with the rules by which the complaints are coded now. */
  readonly coding: Coding;
  readonly waiting: Waiting | undefined;
  readonly reviews: Reviews;
  /** When the applied version was saved. */
  readonly since: string | undefined;
}

const PAGE = 50;
const MOST_KEYS = 9;

/** Complaints one by one, decided with a key; a decision is kept at once and holds from the next version on. */
export function QueueTab({ coding, waiting, reviews, since }: QueueTabProps) {
  const { t } = useTranslation();
  const [queue, setQueue] = useState<Queue>('uncoded');
  const [before, setBefore] = useState<number | undefined>(undefined);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<readonly string[]>([]);
  /** Decided, and not kept yet: the next key is for the next complaint. */
  const [deciding, setDeciding] = useState<readonly string[]>([]);
  const { keep, failure } = useDecision(CODING_REVIEWS);
  const names = useAnswer('coding-names', null, (source, _, signal) => namesOf(source, signal)).data;
  const { columns } = coding;
  const { scope } = useScope();
  const page = useAnswer('coding-queue', { queue, scope, columns, before, most: PAGE }, waitingItems);
  const isThrough = (key: string) =>
    skipped.has(key) || deciding.includes(key) || isPending(reviews[key]?.at(-1)?.at, since);
  const left = (page.data ?? []).filter(({ key }) => !isThrough(key));
  const item = page.isPlaceholderData ? undefined : left[0];
  const bottom = page.data?.at(-1)?.row_id;
  const isDone = page.data !== undefined && !page.isPlaceholderData && left.length === 0;
  // The next page is asked for when this one is used up.
  if (isDone && page.data?.length === PAGE && bottom !== undefined && before !== bottom) setBefore(bottom);

  const suggestions = item === undefined ? [] : suggestionsFor(item, coding, names?.modes ?? []);
  const decide = (mode: string) => {
    if (item === undefined) return;
    const { key } = item;
    const review = { mode, part: '', at: new Date().toISOString() };
    setLast((all) => [...all, key]);
    setDeciding((all) => [...all, key]);
    void keep((all) => ({ ...all, [key]: [...(all[key] ?? []), review] })).then(() =>
      setDeciding((all) => all.filter((other) => other !== key)),
    );
  };
  const skip = () => item !== undefined && setSkipped((all) => new Set([...all, item.key]));
  const back = () => {
    const key = last.at(-1);
    if (key === undefined) return;
    setLast((all) => all.slice(0, -1));
    void keep((all) => {
      const { [key]: own = [], ...rest } = all;
      return own.length <= 1 ? rest : { ...rest, [key]: own.slice(0, -1) };
    }).then(() => {
      // It may stand on a page that was used up.
      if (!page.data?.some((one) => one.key === key)) setBefore(undefined);
    });
  };
  useKeys(
    (pressed) => {
      const key = pressed.toLowerCase();
      const suggestion = suggestions[Number(key) - 1];
      if (suggestion !== undefined) decide(suggestion);
      else if (key === 's' && item !== undefined) skip();
      else if (key === 'n' && item !== undefined) decide('');
      else if (key === 'z' && last.length > 0) back();
      // While there is something to decide, no number leads away: the next page may be on its way.
      else return !isDone && page.error === null && /^[1-9]$/.test(key);
      return true;
    },
    { first: true },
  );
  return (
    <>
      <div className={classes.head}>
        <Select
          label={t('coding.queue.which')}
          outlined
          value={queue}
          options={[
            { value: 'uncoded', label: t('coding.queue.uncoded', { n: waiting?.uncoded ?? 0 }) },
            { value: 'disagree', label: t('coding.queue.disagree', { n: waiting?.disagree ?? 0 }) },
          ]}
          onChange={(next) => {
            setQueue(next);
            setBefore(undefined);
            setLast([]);
          }}
        />
        <p className={classes.hint}>
          {scope.length > 0 && t('coding.queue.scoped')} {t('coding.queue.keys')}
        </p>
      </div>
      {failure !== undefined && <ErrorNote what={t('coding.notKept')} why={failure} />}
      {page.error !== null && <ErrorNote what={t('coding.failed')} why={page.error.message} />}
      {item === undefined ? (
        isDone && <EmptyState title={t('coding.queue.empty')}>{t('coding.queue.emptyHint')}</EmptyState>
      ) : (
        <QueueItem
          key={item.key}
          item={item}
          coding={coding}
          suggestions={suggestions}
          names={names?.modes ?? []}
          canGoBack={last.length > 0}
          onDecide={decide}
          onSkip={skip}
          onBack={back}
        />
      )}
    </>
  );
}

/** What rules say first, then what is frequent. */
function suggestionsFor({ coding_rules }: CodingItem, { rules, terms }: Coding, modes: readonly string[]): string[] {
  const ids = coding_rules?.split(',') ?? [];
  const said = ids.flatMap((id) => rules.find((rule) => rule.id === id)?.mode ?? []);
  return [...new Set([...said, ...modes, ...terms.map(({ mode }) => mode)])]
    .filter((mode) => mode !== '')
    .slice(0, MOST_KEYS);
}
