import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../../session/hooks';
import { download } from '../../ui/csv';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { IconButton } from '../../ui/IconButton';
import { TextButton } from '../../ui/TextButton';
import classes from './SidePanel.module.css';
import { queriesFile, readQueriesFile, renamed, SAVED_QUERIES, type SavedQuery, withImported } from './saved-queries';

/** The queries that were kept: open, rename, delete with undo, and as a file to take along. */
export function SavedList({ onOpen }: { readonly onOpen: (sql: string) => void }) {
  const { t } = useTranslation();
  const { data: queries, error, change } = useDecision(SAVED_QUERIES);
  const [deleted, setDeleted] = useState<SavedQuery | undefined>(undefined);
  const [notice, setNotice] = useState<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);

  const keep = (next: (list: readonly SavedQuery[]) => readonly SavedQuery[], onKept = () => {}) => {
    setNotice(undefined);
    change(next).then(onKept, () => setNotice(t('sql.notKept')));
  };
  const take = async (file: File) => {
    const found = await readQueriesFile(file);
    if (found === undefined) return setNotice(t('sql.notQueries', { file: file.name }));
    const had = queries?.length ?? 0;
    const list = await change((now) => withImported(now, found)).catch(() => undefined);
    setNotice(list === undefined ? t('sql.notKept') : t('sql.imported', { count: list.length - had }));
  };

  if (error !== null)
    return <ErrorNote what={t('sql.savedFailed')} why={error.message} todo={t('sql.savedFailedHint')} />;
  if (queries === undefined) return <p className={classes.hint}>{t('common.loading')}</p>;
  return (
    <>
      {queries.length === 0 && <EmptyState title={t('sql.noSaved')}>{t('sql.noSavedHint')}</EmptyState>}
      <ul className={classes.list}>
        {queries.map((query) => (
          <SavedEntry
            key={query.name}
            query={query}
            onOpen={() => onOpen(query.sql)}
            onRename={(to) => keep((list) => renamed(list, query.name, to))}
            onRemove={() =>
              keep(
                (list) => list.filter(({ name }) => name !== query.name),
                () => setDeleted(query),
              )
            }
          />
        ))}
      </ul>
      <p role="status" className={classes.status}>
        {deleted !== undefined && (
          <>
            {t('sql.deleted', { name: deleted.name })}
            <TextButton
              quiet
              onClick={() =>
                keep(
                  (list) => withImported(list, [deleted]),
                  () => setDeleted(undefined),
                )
              }
            >
              {t('sql.undo')}
            </TextButton>
          </>
        )}
        {notice}
      </p>
      <div className={classes.actions}>
        {queries.length > 0 && (
          <TextButton onClick={() => download(`${t('sql.queriesFile')}.json`, queriesFile(queries))}>
            {t('sql.exportQueries')}
          </TextButton>
        )}
        <TextButton onClick={() => input.current?.click()}>{t('sql.importQueries')}</TextButton>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          data-testid="queries-input"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void take(file);
            target.value = '';
          }}
        />
      </div>
    </>
  );
}

interface SavedEntryProps {
  readonly query: SavedQuery;
  readonly onOpen: () => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

function SavedEntry({ query, onOpen, onRename, onRemove }: SavedEntryProps) {
  const { t } = useTranslation();
  const [name, setName] = useState<string | undefined>(undefined);
  const finish = (next: string | undefined) => {
    setName(undefined);
    const wanted = next?.trim() ?? '';
    if (wanted !== '' && wanted !== query.name) onRename(wanted.slice(0, 200));
  };
  if (name !== undefined)
    return (
      <li>
        <input
          // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
          autoFocus
          className={classes.search}
          aria-label={t('sql.rename', { name: query.name })}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => finish(name)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish(name);
            if (event.key === 'Escape') finish(undefined);
          }}
        />
      </li>
    );
  return (
    <li className={classes.savedEntry}>
      <button type="button" className={classes.entry} title={query.sql} onClick={onOpen}>
        <span className={classes.savedName}>{query.name}</span>
        <code className={classes.snippet}>{query.sql.replaceAll(/\s+/g, ' ').slice(0, 200)}</code>
      </button>
      <IconButton icon="edit" label={t('sql.rename', { name: query.name })} onClick={() => setName(query.name)} />
      <IconButton icon="close" label={t('sql.delete', { name: query.name })} onClick={onRemove} />
    </li>
  );
}
