import { useTranslation } from 'react-i18next';
import { DATASETS, type Dataset } from '../../../domain/columns';
import { useWorkspaceData } from '../../../session/hooks';
import { useFormat } from '../../../ui/use-format';
import panel from '../Data.module.css';
import classes from './Lists.module.css';

/** The ten lists of a factory: which are here, since when, and what each would answer. */
export function ListsPanel() {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const here = DATASETS.filter((dataset) => workspace.facts[dataset].rows > 0);
  return (
    <section className={panel.panel} data-testid="lists">
      <div className={panel.heading}>
        <h2>{t('datasets.title', { count: here.length, all: DATASETS.length })}</h2>
        <p className={panel.facts}>{t('datasets.hint')}</p>
      </div>
      <div className={panel.scroll}>
        <table className={panel.table}>
          <thead>
            <tr>
              <th scope="col">{t('datasets.list')}</th>
              <th scope="col">{t('datasets.state')}</th>
              <th scope="col" className={panel.number}>
                {t('datasets.rows')}
              </th>
              <th scope="col">{t('datasets.from')}</th>
              <th scope="col">{t('datasets.until')}</th>
              <th scope="col">{t('datasets.unlocks')}</th>
            </tr>
          </thead>
          <tbody>
            {DATASETS.map((dataset) => (
              <ListRow key={dataset} dataset={dataset} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ListRow({ dataset }: { readonly dataset: Dataset }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, first, last } = useWorkspaceData().workspace.facts[dataset];
  const present = rows > 0;
  return (
    <tr>
      <th scope="row" className={panel.short} title={t(`datasetHint.${dataset}`)}>
        {t(`datasets.name.${dataset}`)}
      </th>
      <td className={`${panel.short} ${present ? classes.present : classes.missing}`}>
        {present ? `✓ ${t('datasets.present')}` : `○ ${t('datasets.missing')}`}
      </td>
      <td className={panel.number}>{present ? format.number(rows) : ''}</td>
      <td className={panel.short}>{present ? format.date(first) : ''}</td>
      <td className={panel.short}>{present ? format.date(last) : ''}</td>
      <td>{t(`datasets.unlock.${dataset}`)}</td>
    </tr>
  );
}
