import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFingerprint } from '../../../session/use-fingerprint';
import { copyText } from '../../../ui/clipboard';
import { TextButton } from '../../../ui/TextButton';
import classes from './History.module.css';

/** The fingerprint of the data, to be written beside figures that leave the page. */
export function DataVersion() {
  const { t } = useTranslation();
  const fingerprint = useFingerprint();
  const [notice, setNotice] = useState<string | undefined>(undefined);
  if (fingerprint === undefined) return null;
  const copy = () =>
    void copyText(() => fingerprint).then(
      () => setNotice(t('common.copied')),
      () => setNotice(t('common.copyFailed')),
    );
  return (
    <span className={classes.version} title={t('history.versionHint')}>
      {t('history.version', { fingerprint })}
      <TextButton quiet onClick={copy} aria-label={t('history.copyVersion')}>
        {t('common.copy')}
      </TextButton>
      <span role="status">{notice}</span>
    </span>
  );
}
