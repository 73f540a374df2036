import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { Signals } from '../../analysis/signals/types';
import classes from './Signals.module.css';
import { useSignalWords } from './words';

/** What the scan covers: the complaints that lead to a batch, the dimensions looked through, and why others were not. */
export function Coverage({ answer }: { readonly answer: Signals }) {
  const { t, format, dimension, missing: whyMissing } = useSignalWords();
  const heading = useId();
  const { scanned, missing, exposure, modeField, modes } = answer;
  const { complaints, traced, bySerial, units } = exposure;
  const unlocking = missing.some(({ reason }) => reason === 'noDataset');
  const lost = complaints > 0 && units !== 'none' ? (complaints - traced) / complaints : 0;
  return (
    <section className={classes.panel} aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        {t('signals.coverage')}
      </h2>
      {modeField === null && modes.length > 0 && (
        <p className={classes.text}>
          {t('signals.unnamed')} <Link to="/coding">{t('signals.toCoding')}</Link>
        </p>
      )}
      {lost > 0 && (
        <p className={classes.text}>
          {t('signals.untraced', {
            share: format.percent(lost),
            traced: format.percent(1 - lost),
            count: Math.round(traced),
          })}
          {t('common.sentenceSeparator')}
          {bySerial > 0 && t('signals.bySerial', { count: Math.round(bySerial) })}
        </p>
      )}
      {missing.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('signals.missing')}</th>
              <th scope="col">{t('signals.because')}</th>
              {unlocking && <th scope="col">{t('signals.unlocks')}</th>}
            </tr>
          </thead>
          <tbody>
            {missing.map((one) => (
              <tr key={one.dimension.join()}>
                <th scope="row">○ {dimension(one.dimension)}</th>
                <td>{whyMissing(one)}</td>
                {unlocking && (
                  <td>
                    {one.reason === 'noDataset' && one.dataset !== undefined && (
                      <>
                        {t(`datasets.unlock.${one.dataset}`)} <Link to="/data">{t('datasets.toData')}</Link>
                      </>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {scanned.length > 0 && (
        <details className={classes.details}>
          <summary>
            {t('signals.scanned')}
            {t('signals.colon')}
            {scanned.map((one) => dimension(one.dimension)).join(t('common.listSeparator'))}
          </summary>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('signals.dimension')}</th>
                <th scope="col" className={classes.number}>
                  {t('signals.values')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('signals.tests')}
                </th>
                <th scope="col">{t('signals.method')}</th>
              </tr>
            </thead>
            <tbody>
              {scanned.map((one) => (
                <tr key={one.dimension.join()}>
                  <th scope="row">{dimension(one.dimension)}</th>
                  <td className={classes.number}>{format.number(one.values)}</td>
                  <td className={classes.number}>{format.number(one.slices)}</td>
                  <td>{t(`signals.coded.method.${one.basis}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
