import { useTranslation } from 'react-i18next';
import type { ReadComputed } from '../../../../data/ingest/meaning/computed';
import type { FilePlan } from '../../../../data/ingest/plan';
import { computedText } from '../../../../data/ingest/text/computed-cells';
import data from '../../Data.module.css';
import review from '../Review.module.css';
import classes from './Computed.module.css';

const ROWS = 10;
const COLUMNS = 5;

/** What a computed column gives for the first rows, beside the cells that it is made of. */
export function ComputedPreview({ plan, computed }: { readonly plan: FilePlan; readonly computed: ReadComputed }) {
  const { t } = useTranslation();
  const used = [...new Set(Object.values(computed.sources))].slice(0, COLUMNS);
  return (
    <div className={data.scroll}>
      <table className={`${data.table} ${review.preview}`}>
        <thead>
          <tr>
            {used.map((index) => (
              <th key={index} scope="col">
                {plan.columns[index]?.source}
              </th>
            ))}
            <th scope="col">{t('computed.result')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.preview.slice(0, ROWS).map((cells, row) => {
            const text = computedText(computed, cells);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are known by their position alone
              <tr key={row}>
                {used.map((index) => (
                  <td key={index} title={cells[index]}>
                    {cells[index]}
                  </td>
                ))}
                <td className={classes.result} title={text}>
                  {text === '' ? <span className={classes.nothing}>{t('common.blank')}</span> : text}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
