import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../../session/hooks';
import { TextButton } from '../../ui/TextButton';
import classes from './Sql.module.css';
import { LONGEST_SQL, SAVED_QUERIES, withQuery } from './saved-queries';

/** Keeps the statement in the editor under a name. */
export function SaveQuery({ sql, disabled }: { readonly sql: string; readonly disabled: boolean }) {
  const { t } = useTranslation();
  const { data: queries, change } = useDecision(SAVED_QUERIES);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [outcome, setOutcome] = useState<'saved' | 'failed' | undefined>(undefined);
  const wanted = name.trim();
  const taken = queries?.some((query) => query.name === wanted) ?? false;
  const tooLong = sql.length > LONGEST_SQL;
  const save = async () => {
    try {
      await change((list) => withQuery(list, { name: wanted, sql }));
      setOutcome('saved');
      setOpen(false);
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <>
      <span role="status" className={classes.dim}>
        {outcome === 'saved' && t('sql.savedAs', { name: wanted })}
      </span>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-end"
        shadow="sm"
        transitionProps={{ duration: 0 }}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <TextButton
            disabled={disabled || queries === undefined}
            onClick={() => {
              setOutcome(undefined);
              setOpen(!open);
            }}
          >
            {t('sql.save')}
          </TextButton>
        </Popover.Target>
        <Popover.Dropdown>
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (wanted !== '' && !tooLong) void save();
            }}
          >
            <label className={classes.field}>
              {t('sql.saveName')}
              <input
                className={classes.input}
                value={name}
                maxLength={200}
                data-autofocus
                onChange={(event) => setName(event.target.value)}
              />
            </label>
            {taken && <p className={classes.hint}>{t('sql.saveTaken')}</p>}
            {tooLong && <p role="alert">{t('sql.saveTooLong')}</p>}
            {outcome === 'failed' && <p role="alert">▲ {t('sql.notKept')}</p>}
            <TextButton strong submit disabled={wanted === '' || tooLong}>
              {taken ? t('sql.saveReplace') : t('sql.saveRun')}
            </TextButton>
          </form>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
