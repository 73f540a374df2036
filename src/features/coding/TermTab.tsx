import Papa from 'papaparse';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Term } from '../../domain/coding';
import { dayOf, groupOf, type ReadTerms, termsOf } from '../../domain/coding-terms';
import { VOCABULARIES } from '../../domain/vocabulary';
import { downloadCsv } from '../../ui/csv';
import { EmptyState } from '../../ui/EmptyState';
import { IconButton } from '../../ui/IconButton';
import { useLabels } from '../../ui/labels';
import { TextButton } from '../../ui/TextButton';
import { CellInput } from './CellInput';
import classes from './Coding.module.css';
import type { Draft } from './use-draft';

const BLANK: Term = { group: '', mode: '', part: '', from: '', until: '' };
const SHOWN = 500;

/** The dictionary: which failure modes there are, in which group, on which part, from when until when. */
export function TermTab({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const chooser = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadTerms | 'unreadable' | undefined>(undefined);
  const { terms } = draft.file.draft;
  const change = (next: (terms: readonly Term[]) => readonly Term[]) =>
    draft.edit((before) => ({ ...before, terms: [...next(before.terms)] }));
  const set = (at: number, part: Partial<Term>) =>
    change((all) => all.map((term, index) => (index === at ? { ...term, ...part } : term)));
  const take = async (file: File) => {
    const text = await textOf(file);
    const found =
      text === undefined ? 'unreadable' : termsOf(Papa.parse<string[]>(text, { skipEmptyLines: true }).data);
    setRead(found);
    if (found === 'unreadable') return;
    const key = (term: Term) => JSON.stringify([term.group, term.mode, term.part, term.from, term.until]);
    change((all) => [...new Map([...all, ...found.terms].map((term) => [key(term), term])).values()]);
  };
  const save = () =>
    downloadCsv('truecause-dictionary', {
      header: ['failure_group', 'failure_mode', 'failure_part', 'from', 'until'],
      rows: terms.map(({ group, mode, part, from, until }) => [group, mode, part, from, until]),
    });
  const groups: readonly string[] = VOCABULARIES.failure_group;
  return (
    <>
      <div className={classes.actions}>
        <TextButton onClick={() => change((all) => [BLANK, ...all])}>{t('coding.terms.add')}</TextButton>
        <TextButton onClick={() => chooser.current?.click()}>{t('coding.terms.import')}</TextButton>
        {terms.length > 0 && <TextButton onClick={save}>{t('coding.terms.export')}</TextButton>}
        <input
          ref={chooser}
          type="file"
          accept=".csv,.txt,text/csv"
          hidden
          aria-label={t('coding.terms.import')}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void take(file);
            target.value = '';
          }}
        />
      </div>
      {read !== undefined && <Outcome read={read} />}
      {terms.length === 0 ? (
        <EmptyState title={t('coding.terms.empty')}>{t('coding.terms.emptyHint')}</EmptyState>
      ) : (
        <div className={classes.scroll}>
          <datalist id="coding-groups">
            {groups.map((code) => (
              <option key={code} value={labels.value('failure_group', code)} />
            ))}
          </datalist>
          <table className={classes.table}>
            <thead>
              <tr>
                {[t('coding.group'), t('coding.mode'), t('coding.part'), t('coding.from'), t('coding.until')].map(
                  (head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ),
                )}
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {terms.slice(0, SHOWN).map((term, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a term has no other name than its place
                <tr key={at}>
                  <td>
                    <CellInput
                      label={t('coding.group')}
                      list="coding-groups"
                      value={term.group === '' ? '' : labels.value('failure_group', term.group)}
                      read={(text) => {
                        const code = groups.find((one) => labels.value('failure_group', one) === text.trim());
                        return code ?? groupOf(text.trim());
                      }}
                      onValue={(group) => set(at, { group })}
                    />
                  </td>
                  <td>
                    <CellInput label={t('coding.mode')} value={term.mode} onValue={(mode) => set(at, { mode })} />
                  </td>
                  <td>
                    <CellInput label={t('coding.part')} value={term.part} onValue={(part) => set(at, { part })} />
                  </td>
                  <td>
                    <CellInput
                      label={t('coding.from')}
                      placeholder={t('coding.day')}
                      value={term.from}
                      read={dayOf}
                      onValue={(from) => set(at, { from })}
                    />
                  </td>
                  <td>
                    <CellInput
                      label={t('coding.until')}
                      placeholder={t('coding.day')}
                      value={term.until}
                      read={dayOf}
                      onValue={(until) => set(at, { until })}
                    />
                  </td>
                  <td className={classes.short}>
                    <IconButton
                      icon="close"
                      label={t('coding.remove')}
                      onClick={() => change((all) => all.filter((_, index) => index !== at))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Outcome({ read }: { readonly read: ReadTerms | 'unreadable' }) {
  const { t } = useTranslation();
  if (read === 'unreadable') return <p className={classes.lack}>▲ {t('coding.terms.unreadable')}</p>;
  if (read.headless) return <p className={classes.lack}>▲ {t('coding.terms.headless')}</p>;
  const lines = read.bad.slice(0, 20).join(t('common.listSeparator'));
  return (
    <>
      <p role="status" className={classes.dim}>
        {t('coding.terms.imported', { count: read.terms.length })}
      </p>
      {read.bad.length > 0 && <p className={classes.ask}>○ {t('coding.terms.bad', { lines })}</p>}
    </>
  );
}

/** The text of a small file, in UTF-8 or, failing that, as Chinese spreadsheets save it. */
async function textOf(file: File): Promise<string | undefined> {
  const bytes = await file.arrayBuffer();
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\u0000') ? undefined : text;
    } catch {}
  }
  return undefined;
}
