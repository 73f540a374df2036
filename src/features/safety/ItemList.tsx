// biome-ignore-all lint/a11y/useSemanticElements: elements of a table cannot be windowed
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyItem } from '../../analysis/safety';
import type { Standing } from '../../domain/safety-acts';
import type { WordReader } from '../../domain/sentinel';
import { ErrorNote } from '../../ui/ErrorNote';
import { usePartText } from '../../ui/part-text';
import { ItemRow } from './ItemRow';
import classes from './Safety.module.css';
import { useItemTexts } from './use-item-texts';

/** Height of a row in pixels, its line included. */
const ROW = 62;
/** Left above a row that is scrolled to, for the bar at the top of the page. */
const MARGIN = 96;

interface ItemListProps {
  readonly items: readonly SafetyItem[];
  readonly standings: ReadonlyMap<string, Standing>;
  readonly reader: WordReader;
  readonly selected: ReadonlySet<string>;
  readonly cursor: number | undefined;
  readonly openKey: string | undefined;
  readonly onCursor: (index: number) => void;
  readonly onToggle: (key: string) => void;
  readonly onOpen: (key: string) => void;
}

/** The items one below the other; only those in view are drawn and their texts read. */
export function ItemList(props: ItemListProps) {
  const { items, standings, reader, selected, cursor, openKey, onCursor, onToggle, onOpen } = props;
  const { t } = useTranslation();
  const partText = usePartText();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  // What stands above the list may take another line at any time.
  useLayoutEffect(() => {
    const measure = () => setOffset((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(document.body);
    return () => resized.disconnect();
  }, []);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => ROW,
    overscan: 6,
    scrollMargin: offset,
    scrollPaddingStart: MARGIN,
    scrollPaddingEnd: 16,
  });
  const drawn = rows.getVirtualItems();
  const { texts, error } = useItemTexts(items, drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0);
  useEffect(() => {
    if (cursor !== undefined) rows.scrollToIndex(cursor);
  }, [cursor, rows]);
  const current = cursor === undefined ? undefined : items[cursor];
  return (
    <>
      {error !== null && <ErrorNote what={t('safety.textsFailed')} why={error.message} />}
      <div
        ref={list}
        role="grid"
        aria-label={t('safety.list')}
        aria-rowcount={items.length}
        aria-multiselectable="true"
        aria-activedescendant={current === undefined ? undefined : `${id}-${cursor}`}
        tabIndex={0}
        className={classes.list}
        style={{ '--list-height': `${rows.getTotalSize()}px` } as CSSProperties}
        onFocus={(event) => event.target === list.current && cursor === undefined && onCursor(0)}
      >
        {drawn.map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <ItemRow
              key={item.key}
              id={`${id}-${index}`}
              index={index}
              y={start - offset}
              height={ROW}
              item={item}
              texts={texts.get(item.rowId)}
              standing={standings.get(item.key)}
              reader={reader}
              selected={selected.has(item.key)}
              current={index === cursor}
              open={item.key === openKey}
              onPoint={() => onCursor(index)}
              onToggle={() => onToggle(item.key)}
              onOpen={() => onOpen(item.key)}
            />
          );
        })}
      </div>
      <p className={classes.printed}>
        {partText({
          first: drawn[0]?.index ?? 0,
          count: drawn.length,
          total: items.length,
          exportName: t('safety.export'),
        })}
      </p>
    </>
  );
}
