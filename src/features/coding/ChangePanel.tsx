import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodingPreview } from '../../analysis/coding';
import type { Coding } from '../../domain/coding';
import { problemsOf } from '../../domain/coding-check';
import { Drawer } from '../../ui/Drawer';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import classes from './Coding.module.css';
import { Examples } from './Examples';
import { useProblemWords } from './use-problem-words';

interface ChangePanelProps {
  readonly preview: CodingPreview;
  readonly coding: Coding;
  readonly onApply: (note: string) => Promise<unknown>;
  readonly onClose: () => void;
}

const SHOWN = 100;

/** What a coding would change, before it is applied. */
export function ChangePanel({ preview, coding, onApply, onClose }: ChangePanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useProblemWords();
  const [note, setNote] = useState('');
  const [shown, setShown] = useState<readonly number[] | undefined>(undefined);
  const errors = problemsOf(coding).filter(({ level }) => level === 'error');
  const { changed, changes, unknown } = preview;
  const elsewhere = changed - changes.reduce((sum, { n }) => sum + n, 0);
  return (
    <section className={classes.panel}>
      <div className={classes.head}>
        <h2 className={classes.subhead}>
          {changed === 0 ? t('coding.change.titleNone') : t('coding.change.title', { count: changed })}
        </h2>
        <TextButton quiet onClick={onClose}>
          {t('common.close')}
        </TextButton>
      </div>
      <p className={classes.dim}>
        {t('coding.change.summary', {
          before: preview.uncodedBefore,
          after: preview.uncodedAfter,
          disagree: preview.disagree,
        })}
      </p>
      {unknown.length > 0 && (
        <p className={classes.ask}>
          ○{' '}
          {t('coding.change.unknown', {
            names: unknown
              .slice(0, 10)
              .map(({ mode, n }) => `${mode} ${format.number(n)}`)
              .join(t('common.listSeparator')),
          })}
        </p>
      )}
      {changes.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('coding.change.before')}</th>
                <th scope="col">{t('coding.change.after')}</th>
                <th scope="col" className={classes.count}>
                  {t('coding.change.rows')}
                </th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, SHOWN).map(({ before, after, n, examples }) => (
                <tr key={`${before}\u001f${after}`}>
                  <td>{before ?? t('common.blank')}</td>
                  <td>{after ?? t('common.blank')}</td>
                  <td className={classes.count}>{format.number(n)}</td>
                  <td className={classes.short}>
                    <TextButton quiet onClick={() => setShown(examples)}>
                      {t('coding.change.examples')}
                    </TextButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {elsewhere > 0 && <p className={classes.dim}>{t('coding.change.other', { n: elsewhere })}</p>}
      {errors.length > 0 && (
        <div role="alert">
          <p className={classes.lack}>▲ {t('coding.change.errors')}</p>
          {errors.map((problem) => (
            <p key={JSON.stringify(problem)} className={classes.lack}>
              {words.problem(problem)}
            </p>
          ))}
        </div>
      )}
      <form
        className={classes.actions}
        onSubmit={(event) => {
          event.preventDefault();
          void onApply(note.trim());
        }}
      >
        <input
          className={classes.input}
          aria-label={t('coding.change.note')}
          placeholder={t('coding.change.noteExample')}
          maxLength={200}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          style={{ maxWidth: 420 }}
        />
        <TextButton strong submit disabled={errors.length > 0}>
          {t('coding.change.apply')}
        </TextButton>
      </form>
      {shown !== undefined && (
        <Drawer wide title={t('coding.editor.examples')} onClose={() => setShown(undefined)}>
          <Examples ids={shown} columns={coding.columns} />
        </Drawer>
      )}
    </section>
  );
}
