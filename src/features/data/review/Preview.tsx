import { useTranslation } from 'react-i18next';
import type { FilePlan } from '../../../data/ingest/plan';
import data from '../Data.module.css';
import classes from './Review.module.css';

const ROWS = 5;
const COLUMNS = 30;

/** The first records as they are read: where encoding, delimiter or header are wrong, it shows here. */
export function Preview({ plan }: { readonly plan: FilePlan }) {
  const { t } = useTranslation();
  const columns = plan.columns.slice(0, COLUMNS);
  const rest = plan.columns.length - columns.length;
  return (
    <section>
      <h4 className={classes.subtitle}>{t('review.preview')}</h4>
      <div className={data.scroll}>
        <table className={`${data.table} ${classes.preview}`}>
          <thead>
            <tr>
              {columns.map(({ index, source }) => (
                <th key={index} scope="col">
                  {source}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.preview.slice(0, ROWS).map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are known by their position alone
              <tr key={row}>
                {columns.map(({ index }) => (
                  <td key={index} title={cells[index]}>
                    {cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && <p className={classes.hint}>{t('review.moreColumns', { count: rest })}</p>}
    </section>
  );
}
