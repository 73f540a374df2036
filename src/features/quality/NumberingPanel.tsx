import { useTranslation } from 'react-i18next';
import type { Numbering } from '../../analysis/quality-numbering';
import { SERIES, seriesId } from '../../domain/numbering';
import { useLabels } from '../../ui/labels';
import { useFormat } from '../../ui/use-format';
import classes from './Quality.module.css';

interface NumberingPanelProps {
  readonly numberings: readonly Numbering[];
  /** Series of which the files are the whole register. */
  readonly complete: readonly string[];
  readonly onComplete: (series: string, isComplete: boolean) => void;
}

/** Where numbers are given out one after another, gaps can be looked for; only people know whether the register is whole. */
export function NumberingPanel({ numberings, complete, onComplete }: NumberingPanelProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const format = useFormat();
  if (numberings.length === 0) return null;
  return (
    <section className={classes.panel}>
      <h2>{t('quality.complete.title')}</h2>
      <p className={classes.dim}>{t('quality.complete.hint')}</p>
      {numberings.map(({ series, pattern, fitting }) => {
        const found = SERIES.find((one) => seriesId(one) === series);
        if (found === undefined) return null;
        return (
          <label key={series} className={classes.choice}>
            <input
              type="checkbox"
              checked={complete.includes(series)}
              onChange={(event) => onComplete(series, event.target.checked)}
            />
            {t('quality.complete.series', {
              dataset: t(`datasets.name.${found.dataset}`),
              column: labels.column(found.column),
              pattern,
              share: format.percent(fitting),
            })}
          </label>
        );
      })}
    </section>
  );
}
