import { useTranslation } from 'react-i18next';
import { presentColumns } from '../../data/queries/facts';
import { useWorkspaceData } from '../../session/hooks';
import { TextButton } from '../../ui/TextButton';
import { type ExampleName, examplesFor } from './example-queries';
import classes from './Sql.module.css';

/** Questions to begin with; each goes into the editor, to be run or changed. */
export function Examples({ onOpen }: { readonly onOpen: (sql: string) => void }) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const { complaint, shipment } = workspace.facts;
  const names: Readonly<Record<ExampleName, string>> = {
    months: t('sql.exampleMonths'),
    rates: t('sql.exampleRates'),
    failures: t('sql.exampleFailures'),
    closing: t('sql.exampleClosing'),
    repeated: t('sql.exampleRepeated'),
    rejected: t('sql.exampleRejected'),
    summary: t('sql.exampleSummary'),
  };
  const examples = examplesFor({
    complaint: presentColumns(complaint),
    shipment: presentColumns(shipment),
  });
  return (
    <section className={classes.examples} aria-label={t('sql.examples')}>
      <p className={classes.lead}>{t('sql.examplesLead')}</p>
      <ul className={classes.exampleList}>
        {examples.map(({ name, sql }) => (
          <li key={name}>
            <TextButton onClick={() => onOpen(sql)}>{names[name]}</TextButton>
          </li>
        ))}
      </ul>
      <p className={classes.dim}>{t('sql.safe')}</p>
    </section>
  );
}
