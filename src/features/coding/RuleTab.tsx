import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleCounts } from '../../analysis/coding-rows';
import type { Rule } from '../../domain/coding';
import { problemsOf } from '../../domain/coding-check';
import { newRule, RULE_HEADER, rulesOf, withRules } from '../../domain/coding-rules';
import type { ReadTable } from '../../domain/coding-table';
import { SCHEMAS } from '../../domain/columns';
import { useAnswer, useWorkspaceData } from '../../session/hooks';
import { downloadCsv } from '../../ui/csv';
import { EmptyState } from '../../ui/EmptyState';
import { FileButton } from '../../ui/FileButton';
import { IconButton } from '../../ui/IconButton';
import { useLabels } from '../../ui/labels';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import classes from './Coding.module.css';
import { ProblemLines } from './ProblemLines';
import { ReadNote } from './ReadNote';
import { tableOf } from './text-file';
import type { Draft } from './use-draft';

interface RuleTabProps {
  readonly draft: Draft;
  /** The rules by which the complaints are coded now. */
  readonly applied: readonly Rule[];
  /** Opens a rule that is not in the draft yet. */
  readonly onAdd: (rule: Rule) => void;
  /** Opens a rule of the draft, by its id. */
  readonly onEdit: (id: string) => void;
  /** Shows what could become a rule. */
  readonly onSuggest: () => void;
}

/** The rules in their order, and what they read. */
export function RuleTab({ draft, applied, onAdd, onEdit, onSuggest }: RuleTabProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [read, setRead] = useState<ReadTable<unknown> | 'unreadable' | undefined>(undefined);
  const decided = useAnswer('coding-rules', null, (source, _, signal) => ruleCounts(source, signal)).data;
  const { rules } = draft.file.draft;
  // A rule that is new may have the number of one that was removed; its complaints are not those of the other.
  const countOf = ({ id, when, mode }: Rule) => {
    const isApplied = applied.some((rule) => rule.id === id && rule.when === when && rule.mode === mode);
    return isApplied && decided !== undefined ? format.number(decided[id] ?? 0) : '';
  };
  const problems = problemsOf(draft.file.draft).filter((problem) => 'rule' in problem);
  const change = (next: (rules: readonly Rule[]) => readonly Rule[]) =>
    draft.edit((before) => ({ ...before, rules: [...next(before.rules)] }));
  const moveUp = (at: number) =>
    change((all) => [
      ...all.slice(0, at - 1),
      ...all.slice(at, at + 1),
      ...all.slice(at - 1, at),
      ...all.slice(at + 1),
    ]);
  const take = async (file: File) => {
    const table = await tableOf(file);
    const found = table === undefined ? 'unreadable' : rulesOf(table);
    setRead(found);
    if (found !== 'unreadable') change((all) => withRules(all, found.rows));
  };
  const save = () =>
    downloadCsv('truecause-rules.csv', {
      header: RULE_HEADER,
      rows: rules.map(({ when, mode, part, replaces, on }) => [when, mode, part, replaces, on]),
    });
  return (
    <>
      <div className={classes.head}>
        <p className={classes.hint}>{t('coding.rules.order')}</p>
        <span className={classes.actions}>
          <TextButton onClick={() => onAdd(newRule(rules))}>{t('coding.rules.add')}</TextButton>
          <FileButton label={t('coding.rules.import')} accept=".csv,.txt" onFile={take} />
          {rules.length > 0 && <TextButton onClick={save}>{t('coding.rules.export')}</TextButton>}
        </span>
      </div>
      <ReadNote read={read} headless={t('coding.rules.headless')} bad={(lines) => t('coding.rules.bad', { lines })} />
      <ProblemLines problems={problems} />
      {rules.length === 0 ? (
        <EmptyState
          title={t('coding.rules.empty')}
          action={<TextButton onClick={onSuggest}>{t('coding.rules.suggest')}</TextButton>}
        >
          {t('coding.rules.emptyHint')}
        </EmptyState>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('coding.number')}</th>
                <th scope="col">{t('coding.rules.when')}</th>
                <th scope="col">{t('coding.mode')}</th>
                <th scope="col">{t('coding.part')}</th>
                <th scope="col" className={classes.count}>
                  {t('coding.rules.decides')}
                </th>
                <th scope="col">{t('coding.rules.on')}</th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {rules.map((rule, at) => (
                <tr key={rule.id} className={rule.on ? undefined : classes.off}>
                  <td className={classes.short}>{at + 1}</td>
                  <td>{rule.when}</td>
                  <td>
                    {rule.mode}
                    {rule.replaces && <span className={classes.hint}> · {t('coding.rules.everywhere')}</span>}
                  </td>
                  <td>{rule.part}</td>
                  <td className={classes.count}>{countOf(rule)}</td>
                  <td className={classes.short}>{rule.on ? t('coding.rules.on') : t('coding.rules.off')}</td>
                  <td className={classes.short}>
                    <IconButton icon="earlier" label={t('coding.up')} disabled={at === 0} onClick={() => moveUp(at)} />
                    <IconButton icon="edit" label={t('coding.edit')} onClick={() => onEdit(rule.id)} />
                    <IconButton
                      icon="close"
                      label={t('coding.remove')}
                      onClick={() => change((all) => all.filter(({ id }) => id !== rule.id))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Reading draft={draft} />
    </>
  );
}

/** Which columns are read, and which names count as none. */
function Reading({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { workspace } = useWorkspaceData();
  const { columns, vague } = draft.file.draft;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const people = new Set(SCHEMAS.complaint.columns.filter(({ person }) => person).map(({ name }) => name));
  const kinds = new Map(SCHEMAS.complaint.columns.map(({ name, kind }) => [name, kind]));
  const texts = workspace.facts.complaint.stored.filter(
    (name) => ['text', undefined].includes(kinds.get(name)) && !people.has(name) && name !== 'failure_modes',
  );
  const keep = () => {
    setTyped(undefined);
    if (typed === undefined) return;
    const names = [...new Set(typed.split(/[,，、;；]/).map((name) => name.trim()))].filter((name) => name !== '');
    draft.edit((before) => ({ ...before, vague: names }));
  };
  return (
    <div className={classes.pair}>
      <fieldset className={classes.choices}>
        <legend className={classes.subhead}>{t('coding.rules.columns')}</legend>
        {[...new Set([...texts, ...columns])].map((name) => (
          <label key={name} className={classes.choice}>
            <input
              type="checkbox"
              checked={columns.includes(name)}
              onChange={({ target }) =>
                draft.edit((before) => ({
                  ...before,
                  columns: target.checked
                    ? [...before.columns, name]
                    : before.columns.filter((other) => other !== name),
                }))
              }
            />
            {labels.column(name)}
          </label>
        ))}
      </fieldset>
      <label className={classes.field}>
        <span className={classes.subhead}>{t('coding.rules.vague')}</span>
        <input
          className={classes.input}
          value={typed ?? vague.join(t('common.listSeparator'))}
          placeholder={t('coding.rules.vagueExample')}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={keep}
        />
        <span className={classes.hint}>{t('coding.rules.vagueHint')}</span>
      </label>
    </div>
  );
}
