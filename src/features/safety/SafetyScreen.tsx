import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyItem } from '../../analysis/safety';
import { wordReader } from '../../domain/sentinel';
import { useSafetyTitle } from '../../session/safety-title';
import { useSafetyWatch } from '../../session/safety-watch';
import { Listing, listingState } from '../../ui/Listing';
import { useFormat } from '../../ui/use-format';
import { useOpenRow } from '../../ui/view/view-state';
import { ActDialog, type AskedAct } from './ActDialog';
import { EmptyWatch } from './EmptyWatch';
import { FilterBar } from './FilterBar';
import { FreshProblems } from './FreshProblems';
import { ItemDrawer } from './ItemDrawer';
import { ItemList } from './ItemList';
import { isClosed, isOpen, itemsByState, NO_FILTER, narrowed } from './item-filter';
import classes from './Safety.module.css';
import { SelectionBar } from './SelectionBar';
import { UndoNote } from './UndoNote';
import { useItemFilter } from './use-item-filter';
import { useListKeys } from './use-list-keys';
import { WordDrawer } from './WordDrawer';

/** Height of the list before it is there, in pixels. */
const HEIGHT = 420;

/** The safety items of a workspace that has complaints. */
export function SafetyScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const watch = useSafetyWatch();
  const { ready, standings, words, error } = watch;
  const title = useSafetyTitle(ready);
  const [filter, setFilter] = useItemFilter();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<AskedAct | undefined>(undefined);
  const [editing, setEditing] = useState(false);
  const [openKey, openRow] = useOpenRow();

  const sets = useMemo(
    () => itemsByState({ items: ready?.items ?? [], denials: ready?.denials ?? [], standings }),
    [ready, standings],
  );
  const items = useMemo(() => narrowed(sets[filter.state], filter), [sets, filter]);
  const reader = useMemo(
    () => wordReader([...(words?.words ?? []), ...(words?.retired ?? []).map(({ word }) => word)]),
    [words],
  );
  const open = openKey === undefined ? undefined : [...sets.all, ...sets.denied].find(({ key }) => key === openKey);
  // What is not listed any more is not acted upon unseen.
  const chosen = useMemo(() => items.filter(({ key }) => selected.has(key)), [items, selected]);

  const toggle = (key: string) =>
    setSelected((before) =>
      before.has(key) ? new Set([...before].filter((other) => other !== key)) : new Set([...before, key]),
    );
  const ask = (of: readonly SafetyItem[], kind: AskedAct['kind']) => {
    const fitting = of.filter((item) => (kind === 'close' ? isOpen(item, standings) : isClosed(item.key, standings)));
    if (fitting.length > 0) setAsked({ kind, items: fitting });
  };
  const askFor = (item: SafetyItem) => ask([item], isClosed(item.key, standings) ? 'reopen' : 'close');
  const { cursor, setCursor } = useListKeys({
    items,
    enabled: asked === undefined && !editing,
    opened: open !== undefined,
    onOpen: ({ key }) => openRow(key),
    onToggle: ({ key }) => toggle(key),
    onClose: (item) => (chosen.length > 0 && open === undefined ? ask(chosen, 'close') : askFor(item)),
  });

  const read = { data: ready, error, isPlaceholderData: watch.refreshing, refetch: watch.retry };
  return (
    <>
      <Listing
        title={
          <>
            <span
              aria-hidden="true"
              className={ready !== undefined && ready.open.length > 0 ? classes.alarm : classes.calm}
            >
              ◆
            </span>{' '}
            {title}
          </>
        }
        tools={
          <FilterBar
            sets={sets}
            filter={filter}
            onChange={setFilter}
            items={items}
            watch={watch}
            reader={reader}
            onWords={() => setEditing(true)}
          />
        }
        notes={
          <>
            {ready !== undefined && (
              <FreshProblems
                problems={ready.fresh}
                chosen={filter.problem}
                onChoose={(problem) => setFilter({ ...NO_FILTER, problem })}
              />
            )}
            {watch.acts !== undefined && <UndoNote acts={watch.acts} act={watch.act} />}
            {ready?.more && <p className={classes.warning}>▲ {t('safety.more', { count: ready.items.length })}</p>}
            {ready !== undefined && ready.elsewhere > 0 && (
              <p className={classes.note}>{t('safety.elsewhere', { count: ready.elsewhere })}</p>
            )}
          </>
        }
        state={listingState(read, { what: t('safety.failed'), todo: t('safety.failedHint') })}
        height={HEIGHT}
      >
        <SelectionBar
          items={items}
          chosen={chosen}
          standings={standings}
          onSelect={(keys) => setSelected(new Set(keys))}
          onAct={(kind) => ask(chosen, kind)}
        />
        {items.length === 0 ? (
          <EmptyWatch sets={sets} filter={filter} onShowAll={() => setFilter({ ...NO_FILTER, state: 'all' })} />
        ) : (
          <ItemList
            items={items}
            standings={standings}
            reader={reader}
            selected={selected}
            cursor={cursor}
            openKey={openKey}
            onCursor={setCursor}
            onToggle={toggle}
            onOpen={openRow}
          />
        )}
        <p className={classes.note}>{t('safety.note', { day: format.date(ready?.asOf) })}</p>
      </Listing>
      {open !== undefined && (
        <ItemDrawer
          key={open.key}
          item={open}
          standing={standings.get(open.key)}
          reader={reader}
          onAct={() => askFor(open)}
          onClose={() => openRow(undefined)}
        />
      )}
      {editing && words !== undefined && <WordDrawer watch={watch} before={words} onClose={() => setEditing(false)} />}
      {asked !== undefined && (
        <ActDialog
          asked={asked}
          watch={watch}
          onDone={() => setSelected(new Set())}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
