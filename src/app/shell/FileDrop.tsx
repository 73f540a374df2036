import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportJob } from '../../session/hooks';
import { useAddFiles } from '../../session/use-add-files';
import classes from './FileDrop.module.css';

/** Takes files that are dropped anywhere or pasted, on every screen. */
export function FileDrop() {
  const { t } = useTranslation();
  const addFiles = useAddFiles();
  const [job] = useImportJob();
  const [over, setOver] = useState(false);
  const take = useEffectEvent((files: FileList | undefined) => void addFiles([...(files ?? [])]));

  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer?.files);
    };
    const onPaste = (event: ClipboardEvent) => take(event.clipboardData?.files);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, []);

  if (!over) return null;
  return <div className={classes.overlay}>{job.busy ? t('drop.busy') : t('drop.here')}</div>;
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
