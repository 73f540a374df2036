import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LearnedWords } from '../../../data/ingest/meaning/learned-words';
import type { Profile } from '../../../data/ingest/survey/profile';
import { profileFile, readProfileFile, withFile } from '../../../data/profiles/profile-file';
import { withWords } from '../../../data/profiles/remember';
import { download } from '../../../ui/csv';
import { FileButton } from '../../../ui/FileButton';
import { TextButton } from '../../../ui/TextButton';
import classes from './Profiles.module.css';

interface ProfileTransferProps {
  readonly profiles: readonly Profile[];
  readonly words: LearnedWords;
  readonly onNotice: (text: string) => void;
  readonly onTake: (take: {
    readonly profiles: (before: readonly Profile[]) => readonly Profile[];
    readonly words: (before: LearnedWords) => LearnedWords;
  }) => Promise<unknown>;
}

/** Profiles and words as a file, out and in: to take them to another machine. */
export function ProfileTransfer({ profiles, words, onNotice, onTake }: ProfileTransferProps) {
  const { t } = useTranslation();
  const isEmpty = profiles.length === 0 && Object.keys(words).length === 0;
  const take = async (file: File) => {
    const read = await readProfileFile(file);
    if ('code' in read) {
      const { code, ...details } = read;
      return onNotice(t(`profileFile.${code}` as ParseKeys, { file: file.name, ...details }));
    }
    const count = Object.values(read.words).reduce((sum, list) => sum + list.length, 0);
    await onTake({
      profiles: (before) => withFile(before, read.profiles),
      words: (before) => withWords(before, read.words),
    }).then(
      () => onNotice(t('profiles.taken', { profiles: read.profiles.length, words: count })),
      () => onNotice(t('profiles.notKept')),
    );
  };
  return (
    <div className={classes.actions}>
      {!isEmpty && (
        <TextButton quiet onClick={() => download(`${t('profiles.fileName')}.json`, profileFile({ profiles, words }))}>
          {t('profiles.export')}
        </TextButton>
      )}
      <FileButton
        quiet
        label={t('profiles.import')}
        accept=".json,application/json"
        testId="profiles-input"
        onFile={take}
      />
    </div>
  );
}
