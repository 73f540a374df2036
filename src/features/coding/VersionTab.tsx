import { useTranslation } from 'react-i18next';
import { takeVersion } from '../../analysis/coding';
import type { CodingFile } from '../../data/coding/kinds';
import { useWorkspaceData } from '../../session/hooks';
import { EmptyState } from '../../ui/EmptyState';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import classes from './Coding.module.css';
import { wallClock } from './wall-clock';

interface VersionTabProps {
  readonly file: CodingFile;
  readonly busy: boolean;
  readonly onApply: (version: number) => Promise<unknown>;
}

/** Every version that was saved, the latest first, and the way back to each. */
export function VersionTab({ file, busy, onApply }: VersionTabProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace } = useWorkspaceData();
  const { versions, applied } = file;
  if (versions.length === 0)
    return <EmptyState title={t('coding.versions.empty')}>{t('coding.versions.emptyHint')}</EmptyState>;
  const state = (id: number) =>
    id === applied ? (
      <span>{t('coding.versions.current')}</span>
    ) : (
      <TextButton quiet disabled={busy} onClick={() => void onApply(id)}>
        {t('coding.versions.apply')}
      </TextButton>
    );
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('coding.number')}</th>
          <th scope="col">{t('coding.versions.at')}</th>
          <th scope="col">{t('coding.versions.note')}</th>
          <th scope="col">{t('coding.versions.content')}</th>
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {versions.toReversed().map(({ id, at, note, coding }) => (
          <tr key={id}>
            <td className={classes.short}>{id}</td>
            <td className={classes.short}>{format.dateTime(wallClock(at))}</td>
            <td>{note}</td>
            <td>
              {t('coding.versions.counts', {
                rules: coding.rules.length,
                terms: coding.terms.length,
                renames: coding.renames.length,
              })}
            </td>
            <td className={classes.short}>
              {state(id)}
              <TextButton quiet onClick={() => void takeVersion(workspace, id)}>
                {t('coding.versions.take')}
              </TextButton>
            </td>
          </tr>
        ))}
        <tr>
          <td className={classes.short}>0</td>
          <td />
          <td>{t('coding.versions.none')}</td>
          <td />
          <td className={classes.short}>{state(0)}</td>
        </tr>
      </tbody>
    </table>
  );
}
