// biome-ignore-all lint/a11y/useSemanticElements: elements of a table cannot be windowed
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyItem, SafetyTexts } from '../../analysis/safety';
import type { Standing } from '../../domain/safety-acts';
import type { WordReader } from '../../domain/sentinel';
import { useFormat } from '../../ui/use-format';
import { ItemState } from './ItemState';
import { laterReasons } from './item-filter';
import classes from './Safety.module.css';
import { Sentence } from './Sentence';
import { SharedLinks } from './SharedLinks';
import { Tick } from './Tick';
import { tellingSentence, useSafetyWords } from './use-safety-words';

interface ItemRowProps {
  readonly id: string;
  readonly index: number;
  readonly y: number;
  readonly height: number;
  readonly item: SafetyItem;
  /** Undefined until they have been read. */
  readonly texts: SafetyTexts | undefined;
  readonly standing: Standing | undefined;
  readonly reader: WordReader;
  readonly selected: boolean;
  readonly current: boolean;
  readonly open: boolean;
  readonly onPoint: () => void;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
}

/** One item on two lines: what it is and how long it has waited, then the sentence that put it here. */
export function ItemRow(props: ItemRowProps) {
  const { id, index, y, height, item, texts, standing, reader, selected, current, open, onPoint, onToggle, onOpen } =
    props;
  const { t } = useTranslation();
  const format = useFormat();
  const words = useSafetyWords();
  const name = words.name(item);
  const facts = [
    format.date(item.receivedAt),
    item.model,
    item.batch === null ? null : t('safety.batch', { batch: item.batch }),
    item.region,
    item.failure,
  ].filter((fact) => fact !== null && fact !== '');
  const later = laterReasons(item, standing).map(words.reason);
  const pieces = texts === undefined ? [] : tellingSentence(texts, reader);
  const names = [classes.row, selected && classes.selected, current && classes.current, open && classes.opened];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list are handled for the whole screen
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      tabIndex={-1}
      className={names.filter(Boolean).join(' ')}
      style={{ '--row-y': `${y}px`, '--row-height': `${height}px` } as CSSProperties}
      onClick={onPoint}
      onDoubleClick={onOpen}
    >
      <div role="gridcell" tabIndex={-1}>
        <Tick checked={selected} label={t('safety.select', { name })} onToggle={onToggle} />
      </div>
      <div role="gridcell" tabIndex={-1} className={classes.age}>
        {item.age === null ? '–' : t('safety.days', { count: item.age })}
      </div>
      <div role="gridcell" tabIndex={-1} className={classes.what}>
        <p className={classes.line}>
          <button type="button" className={classes.name} onClick={onOpen}>
            {name}
          </button>
          <span className={classes.facts} title={facts.join(' · ')}>
            {facts.join(' · ')}
          </span>
        </p>
        <p className={`${classes.line} ${classes.sentence}`} title={pieces.map(({ text }) => text).join('')}>
          {texts !== undefined && pieces.length === 0 ? t('safety.noText') : <Sentence pieces={pieces} />}
        </p>
      </div>
      <div role="gridcell" tabIndex={-1} className={classes.why}>
        <p className={classes.line}>{words.reasons(item).join(t('common.listSeparator'))}</p>
        {later.length > 0 ? (
          <p className={`${classes.line} ${classes.later}`}>
            ▲ {t('safety.later', { reasons: later.join(t('common.listSeparator')) })}
          </p>
        ) : (
          <p className={classes.line}>{texts !== undefined && <SharedLinks item={item} texts={texts} />}</p>
        )}
      </div>
      <div role="gridcell" tabIndex={-1} className={classes.state}>
        <ItemState item={item} standing={standing} />
      </div>
    </div>
  );
}
