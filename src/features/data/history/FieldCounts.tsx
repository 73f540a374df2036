import { useTranslation } from 'react-i18next';
import { useLabels } from '../../../ui/labels';
import { useFormat } from '../../../ui/use-format';
import classes from './History.module.css';

/** How many of the changed rows changed in each column. */
export function FieldCounts({ fields }: { readonly fields: Readonly<Record<string, number>> }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const format = useFormat();
  return (
    <>
      <h3 className={classes.section}>{t('history.fields')}</h3>
      <table className={classes.fields}>
        <thead>
          <tr>
            <th scope="col">{t('history.column')}</th>
            <th scope="col" className={classes.number}>
              {t('history.rows')}
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(fields).map(([name, count]) => (
            <tr key={name}>
              <td>{labels.column(name)}</td>
              <td className={classes.number}>{format.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
