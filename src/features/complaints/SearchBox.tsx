import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyFieldOf } from '../../analysis/complaint';
import { presentColumns } from '../../data/queries/facts';
import { intersect, type Predicate } from '../../domain/scope';
import { useWorkspaceData } from '../../session/hooks';
import controls from '../../ui/controls.module.css';
import { useKeys } from '../../ui/use-keys';
import { useOpenRow, useScope } from '../../ui/view/view-state';
import classes from './Complaints.module.css';
import { wordsOf } from './filter-draft';

/** The column in which words are looked for. */
const PROSE = 'description';

/**
 * Looks for what is typed: a complaint number opens the complaint, the exact value of another key column filters by it,
 * anything else filters the descriptions by its words.
 */
export function SearchBox() {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const { scope, setScope } = useScope();
  const [, openRow] = useOpenRow();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [outcome, setOutcome] = useState<'none' | 'failed' | undefined>(undefined);
  const hasProse = presentColumns(workspace.facts.complaint).has(PROSE);

  const searched = hasProse ? t('complaints.search') : t('complaints.searchKeys');

  useKeys((key) => {
    if (key !== '/') return false;
    input.current?.focus();
    return true;
  });

  const narrowTo = (predicates: readonly Predicate[]) => setScope(intersect(scope, predicates));
  const find = async (text: string) => {
    const field = await keyFieldOf(workspace, text);
    if (field === 'complaint_no') openRow(text);
    else if (field !== undefined) narrowTo([{ kind: 'oneOf', field, values: [text] }]);
    else if (hasProse) narrowTo(wordsOf(text).map((word) => ({ kind: 'contains', field: PROSE, text: word })));
    else return setOutcome('none');
    setOutcome(undefined);
    setTyped('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = typed.trim();
    if (text !== '') find(text).catch(() => setOutcome('failed'));
  };

  return (
    <search className={classes.search}>
      <form onSubmit={submit}>
        <input
          ref={input}
          type="search"
          className={controls.input}
          aria-label={searched}
          title={searched}
          aria-keyshortcuts="/"
          placeholder={hasProse ? t('complaints.searchHint') : t('complaints.searchKeysHint')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setOutcome(undefined);
          }}
        />
      </form>
      <span role="status" className={classes.searchOutcome}>
        {outcome === 'none' && t('complaints.searchNone')}
        {outcome === 'failed' && t('complaints.searchFailed')}
      </span>
    </search>
  );
}
