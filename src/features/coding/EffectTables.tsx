import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodingChange, CodingEffect } from '../../analysis/coding-effect';
import { Drawer } from '../../ui/Drawer';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import classes from './Coding.module.css';
import { Examples } from './Examples';

interface EffectTablesProps {
  readonly effect: CodingEffect;
  /** Columns whose text is shown of the complaints. */
  readonly columns: readonly string[];
}

const SHOWN = 100;

/** What changes: how many complaints each failure mode has before and after, and from which to which they go, with their rows. */
export function EffectTables({ effect, columns }: EffectTablesProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<CodingChange | undefined>(undefined);
  const { changed, changes, modes } = effect;
  if (changed === 0) return null;
  const elsewhere = changed - changes.reduce((sum, { n }) => sum + n, 0);
  return (
    <>
      {modes.length > 0 && <ModeTable modes={modes} />}
      {changes.length > 0 && <ChangeTable changes={changes} onShow={setShown} />}
      {elsewhere > 0 && <p className={classes.dim}>{t('coding.change.other', { n: elsewhere })}</p>}
      {shown !== undefined && (
        <ChangeRows change={shown} effect={effect} columns={columns} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}

function ModeTable({ modes }: Pick<CodingEffect, 'modes'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <section className={classes.tall} tabIndex={0} aria-label={t('coding.change.byMode')}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t('coding.change.byMode')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('coding.mode')}</th>
            <th scope="col" className={classes.count}>
              {t('coding.change.before')}
            </th>
            <th scope="col" className={classes.count}>
              {t('coding.change.after')}
            </th>
            <th scope="col" className={classes.count}>
              {t('coding.change.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {modes.slice(0, SHOWN).map(({ mode, before, after }) => (
            <tr key={mode}>
              <td>{mode ?? t('coding.change.none')}</td>
              <td className={classes.count}>{format.number(before)}</td>
              <td className={classes.count}>{format.number(after)}</td>
              <td className={classes.count}>
                {after > before ? '+' : '−'}
                {format.number(Math.abs(after - before))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ChangeTableProps extends Pick<CodingEffect, 'changes'> {
  readonly onShow: (change: CodingChange) => void;
}

function ChangeTable({ changes, onShow }: ChangeTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <section className={classes.tall} tabIndex={0} aria-label={t('coding.change.fromTo')}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t('coding.change.fromTo')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('coding.change.before')}</th>
            <th scope="col">{t('coding.change.after')}</th>
            <th scope="col" className={classes.count}>
              {t('coding.change.rows')}
            </th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, SHOWN).map((change) => (
            <tr key={`${change.before}\u001f${change.after}`}>
              <td>{change.before ?? t('coding.change.none')}</td>
              <td>{change.after ?? t('coding.change.none')}</td>
              <td className={classes.count}>{format.number(change.n)}</td>
              <td className={classes.short}>
                <TextButton quiet onClick={() => onShow(change)}>
                  {t('coding.change.show')}
                </TextButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ChangeRowsProps extends EffectTablesProps {
  readonly change: CodingChange;
  readonly onClose: () => void;
}

/** Every complaint of a change. */
function ChangeRows({ change, effect, columns, onClose }: ChangeRowsProps) {
  const { t } = useTranslation();
  const ids = useMemo(() => effect.rowsOf(change), [effect, change]);
  const none = t('coding.change.none');
  const title = t('coding.change.rowsTitle', {
    before: change.before ?? none,
    after: change.after ?? none,
    count: change.n,
  });
  return (
    <Drawer wide title={title} onClose={onClose}>
      <Examples ids={ids} columns={columns} />
    </Drawer>
  );
}
