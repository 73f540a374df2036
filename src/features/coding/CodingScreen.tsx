import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { waitingCounts } from '../../analysis/coding-rows';
import { CODING_REVIEWS } from '../../data/coding/kinds';
import type { Rule } from '../../domain/coding';
import { useAnswer, useDecision } from '../../session/hooks';
import { ErrorNote } from '../../ui/ErrorNote';
import { ProgressNote } from '../../ui/ProgressNote';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { useOpenRow, useScope, useTab } from '../../ui/view/view-state';
import { wallClock } from '../../ui/wall-clock';
import { CandidateTab } from './CandidateTab';
import { ChangePanel, DonePanel } from './ChangePanel';
import classes from './Coding.module.css';
import { pendingReviews } from './pending';
import { QueueTab } from './QueueTab';
import { RenameTab } from './RenameTab';
import { RuleEditor } from './RuleEditor';
import { RuleTab } from './RuleTab';
import { TABS, Tabs } from './Tabs';
import { TermTab } from './TermTab';
import { useCodingWork } from './use-coding-work';
import { type Draft, useDraft } from './use-draft';
import { VersionTab } from './VersionTab';

/** The bench once the saved coding is read, or why it cannot be. */
export function CodingScreen() {
  const { t } = useTranslation();
  const { draft, error } = useDraft();
  if (error !== null)
    return <ErrorNote what={t('coding.unreadable')} why={error.message} todo={t('coding.unreadableHint')} />;
  return draft === undefined ? null : <Bench draft={draft} />;
}

function Bench({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { file, failure } = draft;
  const [tab, setTab] = useTab(TABS);
  const [added, setAdded] = useState<Rule | undefined>(undefined);
  const [ruleId, openRule] = useOpenRow();
  const edited = added ?? file.draft.rules.find(({ id }) => id === ruleId);
  const closeRule = () => {
    setAdded(undefined);
    if (ruleId !== undefined) openRule(undefined);
  };
  const { scope } = useScope();
  const waiting = useAnswer('coding-waiting', scope, waitingCounts).data;
  const reviews = useDecision(CODING_REVIEWS).data ?? CODING_REVIEWS.initial;
  const actions = useCodingWork();
  const { work } = actions;
  const applied = file.versions.find(({ id }) => id === file.applied);
  const rulesNow = applied?.coding.rules ?? [];
  const pending = pendingReviews(reviews, applied?.at);
  const differs = applied !== undefined && JSON.stringify(applied.coding) !== JSON.stringify(file.draft);
  const counts = {
    rules: file.draft.rules.length,
    terms: file.draft.terms.length,
    renames: file.draft.renames.length,
    candidates: 0,
    queue: (waiting?.uncoded ?? 0) + (waiting?.disagree ?? 0),
    versions: file.versions.length,
  };
  const title =
    waiting === undefined
      ? t('screen.coding')
      : waiting.uncoded === 0
        ? t('coding.titleDone', { count: waiting.n })
        : t('coding.title', {
            count: waiting.n,
            uncoded: waiting.uncoded,
            share: format.percent(waiting.uncoded / Math.max(1, waiting.n), 0),
          });
  const busy = work.kind === 'running';
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <div>
          <h1 className={classes.title}>{title}</h1>
          <p className={classes.dim}>{t('coding.intro')}</p>
          <p className={classes.dim}>
            {applied === undefined
              ? t('coding.appliedNone')
              : t('coding.applied', { id: applied.id, at: format.dateTime(wallClock(applied.at)) })}{' '}
            {differs && t('coding.pending')} {pending > 0 && t('coding.queue.decided', { count: pending })}
          </p>
        </div>
        <div className={classes.actions}>
          {file.before.length > 0 && (
            <TextButton disabled={busy} onClick={() => void actions.undo()}>
              {t('coding.undo')}
            </TextButton>
          )}
          <TextButton strong disabled={busy} onClick={() => void actions.preview(file.draft)}>
            {t('coding.preview')}
          </TextButton>
        </div>
      </header>
      {failure !== undefined && <ErrorNote what={t('coding.notKept')} why={failure} />}
      {work.kind === 'running' && (
        <div className={classes.panel}>
          <ProgressNote
            label={t('coding.running', { done: work.done, total: work.total })}
            share={work.done / Math.max(1, work.total)}
            secondsLeft={work.secondsLeft}
            onCancel={actions.cancel}
          />
        </div>
      )}
      {work.kind === 'failed' && (
        <ErrorNote what={t('coding.failed')} why={work.message} todo={t('coding.failedHint')} />
      )}
      {/* What was looked at is what is applied: once the draft is another, it is to be looked at again. */}
      {work.kind === 'preview' && work.of === file.draft && (
        <ChangePanel effect={work.effect} coding={work.of} onApply={actions.apply} onClose={actions.close} />
      )}
      {work.kind === 'done' && (
        <DonePanel
          effect={work.effect}
          columns={file.draft.columns}
          undone={work.undone}
          onUndo={file.before.length > 0 ? actions.undo : undefined}
          onClose={actions.close}
        />
      )}
      <Tabs tab={tab} counts={counts} onTab={setTab} />
      <div role="tabpanel" aria-labelledby={`coding-${tab}`} className={classes.panel}>
        {tab === 'rules' && (
          <RuleTab
            draft={draft}
            applied={rulesNow}
            onAdd={setAdded}
            onEdit={openRule}
            onSuggest={() => setTab('candidates')}
          />
        )}
        {tab === 'terms' && <TermTab draft={draft} />}
        {tab === 'renames' && <RenameTab draft={draft} />}
        {tab === 'candidates' && <CandidateTab draft={draft} onAccept={setAdded} />}
        {tab === 'queue' && (
          <QueueTab
            key={JSON.stringify(scope)}
            coding={{ ...file.draft, rules: rulesNow }}
            waiting={waiting}
            reviews={reviews}
            since={applied?.at}
          />
        )}
        {tab === 'versions' && <VersionTab draft={draft} busy={busy} onApply={actions.goTo} />}
      </div>
      {edited !== undefined && <RuleEditor key={edited.id} rule={edited} draft={draft} onClose={closeRule} />}
    </div>
  );
}
