import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Term } from '../../domain/coding';
import { problemsOf } from '../../domain/coding-check';
import type { ReadTable } from '../../domain/coding-table';
import { dayOf, groupOf, TERM_HEADER, termsOf } from '../../domain/coding-terms';
import { VOCABULARIES } from '../../domain/vocabulary';
import { downloadCsv } from '../../ui/csv';
import { EmptyState } from '../../ui/EmptyState';
import { FileButton } from '../../ui/FileButton';
import { useLabels } from '../../ui/labels';
import { TextButton } from '../../ui/TextButton';
import classes from './Coding.module.css';
import { type EditableField, EditableList } from './EditableList';
import { ProblemLines } from './ProblemLines';
import { ReadNote } from './ReadNote';
import { tableOf } from './text-file';
import type { Draft } from './use-draft';

const BLANK: Term = { group: '', mode: '', part: '', from: '', until: '' };
const GROUPS: readonly string[] = VOCABULARIES.failure_group;

/** The dictionary: which failure modes there are, in which group, on which part, from when until when. */
export function TermTab({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const groups = useId();
  const [read, setRead] = useState<ReadTable<Term> | 'unreadable' | undefined>(undefined);
  const { terms } = draft.file.draft;
  const change = (next: (terms: readonly Term[]) => readonly Term[]) =>
    draft.edit((before) => ({ ...before, terms: next(before.terms) }));
  const take = async (file: File) => {
    const rows = await tableOf(file);
    const found = rows === undefined ? 'unreadable' : termsOf(rows);
    setRead(found);
    if (found !== 'unreadable') change((all) => withTerms(all, found.rows));
  };
  const save = () =>
    downloadCsv('truecause-dictionary.csv', {
      header: TERM_HEADER,
      rows: terms.map(({ group, mode, part, from, until }) => [group, mode, part, from, until]),
    });
  const day = { placeholder: t('coding.day'), read: dayOf };
  const fields: EditableField<Term>[] = [
    {
      label: t('coding.group'),
      list: groups,
      value: ({ group }) => (group === '' ? '' : labels.value('failure_group', group)),
      read: (text) =>
        GROUPS.find((code) => labels.value('failure_group', code) === text.trim()) ?? groupOf(text.trim()),
      change: (group) => ({ group }),
    },
    { label: t('coding.mode'), value: ({ mode }) => mode, change: (mode) => ({ mode }) },
    { label: t('coding.part'), value: ({ part }) => part, change: (part) => ({ part }) },
    { ...day, label: t('coding.from'), value: ({ from }) => from, change: (from) => ({ from }) },
    { ...day, label: t('coding.until'), value: ({ until }) => until, change: (until) => ({ until }) },
  ];
  return (
    <>
      <div className={classes.actions}>
        <TextButton onClick={() => change((all) => [BLANK, ...all])}>{t('coding.terms.add')}</TextButton>
        <FileButton label={t('coding.terms.import')} accept=".csv,.txt" onFile={take} />
        {terms.length > 0 && <TextButton onClick={save}>{t('coding.terms.export')}</TextButton>}
      </div>
      <ReadNote read={read} headless={t('coding.terms.headless')} bad={(lines) => t('coding.terms.bad', { lines })} />
      <ProblemLines problems={problemsOf(draft.file.draft).filter((problem) => 'term' in problem)} />
      {terms.length === 0 ? (
        <EmptyState title={t('coding.terms.empty')}>{t('coding.terms.emptyHint')}</EmptyState>
      ) : (
        <>
          <datalist id={groups}>
            {GROUPS.map((code) => (
              <option key={code} value={labels.value('failure_group', code)} />
            ))}
          </datalist>
          <EditableList rows={terms} fields={fields} onRows={change} />
        </>
      )}
    </>
  );
}

/** Those that are there already are not taken in again. */
function withTerms(all: readonly Term[], more: readonly Term[]): Term[] {
  const key = ({ group, mode, part, from, until }: Term) => JSON.stringify([group, mode, part, from, until]);
  return [...new Map([...all, ...more].map((term) => [key(term), term])).values()];
}
