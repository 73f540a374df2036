import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PROFILES, WORDS } from '../../../data/profiles/kinds';
import { renamed, withWords } from '../../../data/profiles/remember';
import { useDecision } from '../../../session/hooks';
import { ErrorNote } from '../../../ui/ErrorNote';
import { TextButton } from '../../../ui/TextButton';
import data from '../Data.module.css';
import { ProfileRow } from './ProfileRow';
import classes from './Profiles.module.css';
import { ProfileTransfer } from './ProfileTransfer';
import { WordLists } from './WordLists';

/** What was removed last, and the way back. */
interface Removed {
  readonly name: string;
  readonly restore: () => Promise<unknown>;
}

/** What imports have taught: how files of each source are read, and what words in them mean. */
export function ProfilesPanel() {
  const { t } = useTranslation();
  const { data: profiles, error, change } = useDecision(PROFILES);
  const { data: words, error: wordsError, change: changeWords } = useDecision(WORDS);
  const [removed, setRemoved] = useState<Removed | undefined>(undefined);
  const [notice, setNotice] = useState<string | undefined>(undefined);
  const failure = error ?? wordsError;
  if (failure !== null)
    return (
      <section className={data.panel}>
        <ErrorNote what={t('profiles.failed')} why={failure.message} todo={t('profiles.failedHint')} />
      </section>
    );
  if (profiles === undefined || words === undefined) return null;
  const attempt = (work: Promise<unknown>) =>
    void work.then(
      () => setNotice(undefined),
      () => setNotice(t('profiles.notKept')),
    );
  const remove = (name: string, work: Promise<unknown>, restore: Removed['restore']) => {
    setRemoved({ name, restore });
    attempt(work);
  };
  const isEmpty = profiles.length === 0 && Object.values(words).every((list) => list.length === 0);
  return (
    <section className={data.panel} aria-label={t('profiles.title')}>
      <div className={data.heading}>
        <h2>{t('profiles.title')}</h2>
        <ProfileTransfer
          profiles={profiles}
          words={words}
          onNotice={setNotice}
          onTake={(take) => Promise.all([change(take.profiles), changeWords(take.words)])}
        />
      </div>
      {isEmpty && <p className={classes.hint}>{t('profiles.noneHint')}</p>}
      {profiles.length > 0 && (
        <div className={data.scroll}>
          <table className={`${data.table} ${classes.profiles}`}>
            <thead>
              <tr>
                <th scope="col">{t('profiles.name')}</th>
                <th scope="col">{t('profiles.dataset')}</th>
                <th scope="col" className={data.number}>
                  {t('profiles.columns')}
                </th>
                <th scope="col">{t('profiles.says')}</th>
                <th scope="col">{t('profiles.used')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {[...profiles]
                .sort((a, b) => b.usedAt.localeCompare(a.usedAt))
                .map((profile) => (
                  <ProfileRow
                    key={profile.id}
                    profile={profile}
                    onRename={(name) => attempt(change((list) => renamed(list, profile.id, name)))}
                    onRemove={() =>
                      remove(
                        profile.name,
                        change((list) => list.filter(({ id }) => id !== profile.id)),
                        () => change((list) => [...list, profile]),
                      )
                    }
                  />
                ))}
            </tbody>
          </table>
        </div>
      )}
      <WordLists
        words={words}
        onChange={(next) => attempt(changeWords(next))}
        onRemove={(key, word) =>
          remove(
            word.value,
            changeWords((before) => ({
              ...before,
              [key]: (before[key] ?? []).filter(({ value }) => value !== word.value),
            })),
            () => changeWords((before) => withWords(before, { [key]: [word] })),
          )
        }
      />
      <p role="status" className={classes.status}>
        {removed !== undefined && (
          <>
            {t('profiles.removed', { name: removed.name })}{' '}
            <TextButton
              quiet
              onClick={() => {
                setRemoved(undefined);
                attempt(removed.restore());
              }}
            >
              {t('profiles.undo')}
            </TextButton>
          </>
        )}
        {notice}
      </p>
    </section>
  );
}
