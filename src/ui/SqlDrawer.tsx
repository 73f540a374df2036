import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './clipboard';
import { Drawer } from './Drawer';
import classes from './SqlDrawer.module.css';
import { TextButton } from './TextButton';
import { sqlAddress } from './view/handed-sql';

interface SqlDrawerProps {
  readonly sql: readonly string[];
  readonly onClose: () => void;
}

/** The statements behind a figure, to read and to take along. */
export function SqlDrawer({ sql, onClose }: SqlDrawerProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  const copy = () =>
    copyText(() => sql.join(';\n\n')).then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    );
  return (
    <Drawer wide title={t('figure.sqlTitle')} onClose={onClose}>
      {sql.map((statement) => (
        <div key={statement}>
          <pre className={classes.statement}>{statement}</pre>
          <p className={classes.open}>
            <a href={sqlAddress(statement)}>{t('figure.openSql')}</a>
          </p>
        </div>
      ))}
      <TextButton onClick={() => void copy()}>{t(`common.${outcome}`)}</TextButton>
    </Drawer>
  );
}
