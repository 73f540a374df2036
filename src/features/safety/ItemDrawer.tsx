import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { reasonsOf, type SafetyItem } from '../../analysis/safety';
import { complaintKey } from '../../data/queries/complaint-lookup';
import type { Standing } from '../../domain/safety-acts';
import type { WordReader } from '../../domain/sentinel';
import { Drawer } from '../../ui/Drawer';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLabels } from '../../ui/labels';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { ItemState } from './ItemState';
import { laterReasons } from './item-filter';
import classes from './Safety.module.css';
import { Sentence } from './Sentence';
import { SharedLinks } from './SharedLinks';
import { piecesOf } from './sentence';
import { useItemTexts } from './use-item-texts';
import { useSafetyWords } from './use-safety-words';

interface ItemDrawerProps {
  readonly item: SafetyItem;
  readonly standing: Standing | undefined;
  readonly reader: WordReader;
  /** Closes the item, or opens it again. */
  readonly onAct: () => void;
  readonly onClose: () => void;
}

/** One item in full: why it is here, what was said, what shares something with it, what people did about it. */
export function ItemDrawer({ item, standing, reader, onAct, onClose }: ItemDrawerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = useLabels();
  const words = useSafetyWords();
  const read = useItemTexts([item], 0, 0);
  const texts = read.texts.get(item.rowId);
  const closed = standing?.closed !== undefined;
  const later = laterReasons(item, standing).map(words.reason);
  const facts = [
    format.date(item.receivedAt),
    item.age === null ? null : t('safety.days', { count: item.age }),
    item.model,
    item.batch === null ? null : t('safety.batch', { batch: item.batch }),
    item.region,
    item.failure,
    item.severity === null ? null : `${labels.column('severity')} ${labels.value('severity', item.severity)}`,
  ].filter((fact) => fact !== null);
  const row = { complaint_no: item.number, source_file: item.sourceFile, source_row: item.sourceRow };
  return (
    <Drawer title={words.name(item)} onClose={onClose}>
      <div className={classes.content}>
        <p className={classes.head}>{facts.join(' · ')}</p>
        <p className={classes.acts}>
          <ItemState item={item} standing={standing} />
          {(closed || reasonsOf(item).length > 0) && (
            <TextButton strong={!closed} onClick={onAct} aria-keyshortcuts="c">
              {closed ? t('safety.reopen') : t('safety.close')}
            </TextButton>
          )}
          <Link
            to="/complaints"
            search={(before) => ({ ...before, all: '1' as const, row: complaintKey(row) })}
            className={classes.full}
          >
            {t('safety.full')}
          </Link>
        </p>
        <section>
          <h3 className={classes.heading}>{t('safety.why')}</h3>
          <ul className={classes.plain}>
            {words.reasons(item).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {later.length > 0 && (
            <p className={classes.later}>▲ {t('safety.later', { reasons: later.join(t('common.listSeparator')) })}</p>
          )}
        </section>
        <section>
          <h3 className={classes.heading}>{t('safety.said')}</h3>
          {read.error !== null && <ErrorNote what={t('safety.textsFailed')} why={read.error.message} />}
          {texts?.texts.length === 0 && <p className={classes.dim}>{t('safety.noText')}</p>}
          <dl className={classes.texts}>
            {texts?.texts.map(({ column, text }) => (
              <div key={column}>
                <dt>{labels.column(column)}</dt>
                <dd>
                  <Sentence pieces={piecesOf(text, reader.mentions(text))} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {texts !== undefined && (item.batch !== null || item.failure !== null) && (
          <section>
            <h3 className={classes.heading}>{t('safety.same')}</h3>
            <SharedLinks item={item} texts={texts} />
          </section>
        )}
        <section>
          <h3 className={classes.heading}>{t('safety.history')}</h3>
          {standing === undefined && <p className={classes.dim}>{t('safety.historyNone')}</p>}
          <ol className={classes.plain}>
            {standing?.history.map((act) => (
              <li key={act.id}>{words.act(act)}</li>
            ))}
          </ol>
        </section>
      </div>
    </Drawer>
  );
}
