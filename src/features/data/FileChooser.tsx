import { useTranslation } from 'react-i18next';
import { useImportJob, useWorkspaceData } from '../../session/hooks';
import { useAddFiles } from '../../session/use-add-files';
import { useOpenSample } from '../../session/use-open-sample';
import { TextButton } from '../../ui/TextButton';
import classes from './FileChooser.module.css';

/** Where files are chosen; dropped ones are taken anywhere in the window. Small once there is something else to look at. */
export function FileChooser() {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const [job, state] = useImportJob();
  const addFiles = useAddFiles();
  const openSample = useOpenSample();
  const isEmpty = workspace.journal.length === 0;
  return (
    <div className={classes.row}>
      <label className={`${classes.zone} ${isEmpty && state.kind === 'idle' ? classes.large : ''}`}>
        <input
          type="file"
          multiple
          data-testid="import-input"
          className={classes.input}
          disabled={job.busy}
          onChange={({ target }) => {
            void addFiles([...(target.files ?? [])]);
            // The same file chosen again is a change too.
            target.value = '';
          }}
        />
        <span className={classes.call}>{job.busy ? t('data.chooseBusy') : t('data.choose')}</span>
        <span className={classes.hint}>{t('data.chooseHint')}</span>
      </label>
      {isEmpty && !job.busy && <TextButton onClick={openSample}>{t('welcome.sample')}</TextButton>}
    </div>
  );
}
