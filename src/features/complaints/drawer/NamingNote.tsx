import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRow } from '../../../analysis/complaints';
import { reviewsUntil } from '../../../data/coding/applied';
import { CODING, CODING_REVIEWS } from '../../../data/coding/kinds';
import { complaintKey } from '../../../data/queries/complaint-lookup';
import { CODING_SOURCES, type Rename, type Review } from '../../../domain/coding';
import { type CodedComplaint, type Naming, namingOf } from '../../../domain/coding-naming';
import { useDecision } from '../../../session/hooks';
import { wallClock } from '../../../ui/wall-clock';
import type { Wording } from '../cell-text';
import classes from './ComplaintDrawer.module.css';

interface NamingNoteProps {
  readonly row: ComplaintRow;
  readonly wording: Wording;
}

/** Who or what named the failure of a complaint, with the way to the rule; and what people decided about it. Nothing while nothing is coded. */
export function NamingNote({ row, wording }: NamingNoteProps) {
  const { t } = useTranslation();
  const file = useDecision(CODING).data;
  const key = complaintKey(row);
  const reviews = useDecision(CODING_REVIEWS).data?.[key] ?? [];
  const version = file?.versions.find(({ id }) => id === file.applied);
  if (version === undefined && reviews.length === 0) return null;
  const complaint = codedComplaint(row);
  const decided = version && reviewsUntil({ [key]: reviews }, version.at).get(key);
  return (
    <section aria-label={t('naming.title')}>
      <h3 className={classes.heading}>{t('naming.title')}</h3>
      <ul className={classes.plain}>
        {version && <NamedBy naming={namingOf(version.coding, complaint, decided)} complaint={complaint} />}
        {reviews.map((review) => (
          <li key={review.at}>
            <Decision review={review} waits={version === undefined || review.at > version.at} wording={wording} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NamedBy({ naming, complaint }: { readonly naming: Naming; readonly complaint: CodedComplaint }) {
  const { t } = useTranslation();
  const { by, rules, renames } = naming;
  const { original } = complaint;
  const [first, ...others] = rules;
  const isOrPart = (field: 'group' | 'part') => naming[field] === 'dictionary' && complaint[field] !== null;
  return (
    <>
      <li>
        {original.mode === null
          ? t('naming.fileNone')
          : naming.vague
            ? t('naming.fileVague', { mode: original.mode })
            : t('naming.file', { mode: original.mode })}
      </li>
      {by === 'nobody' && (
        <li>
          {t('naming.nobody')} <BenchLink tab="queue">{t('coding.codeThem')}</BenchLink>
        </li>
      )}
      {by === 'rule' && first !== undefined && (
        <li>
          {t('naming.rule', { mode: first.rule.mode })}{' '}
          <BenchLink tab="rules" row={first.rule.id}>
            {t('naming.ruleLink', { number: first.number, when: shortened(first.rule.when) })}
          </BenchLink>
        </li>
      )}
      {by === 'rule' &&
        others.map(({ rule, number }) => (
          <li key={rule.id}>
            {naming.disagree ? '○ ' : ''}
            {t('naming.otherRule', { mode: rule.mode })}{' '}
            <BenchLink tab="rules" row={rule.id}>
              {t('naming.ruleLink', { number, when: shortened(rule.when) })}
            </BenchLink>
          </li>
        ))}
      {by === 'review' && <li>{t('naming.person', { mode: complaint.mode ?? t('naming.without') })}</li>}
      {renames.length > 0 && (
        <li>
          {t('naming.renamed')} <BenchLink tab="renames">{chain(renames)}</BenchLink>
        </li>
      )}
      {isOrPart('group') && (
        <li>
          {t('naming.group')} <BenchLink tab="terms">{t('naming.dictionary')}</BenchLink>
        </li>
      )}
      {isOrPart('part') && (
        <li>
          {t('naming.part')} <BenchLink tab="terms">{t('naming.dictionary')}</BenchLink>
        </li>
      )}
    </>
  );
}

interface DecisionProps {
  readonly review: Review;
  /** It is not applied yet. */
  readonly waits: boolean;
  readonly wording: Wording;
}

/** What somebody decided, and when. */
function Decision({ review, waits, wording }: DecisionProps) {
  const { t } = useTranslation();
  const at = wording.format.dateTime(wallClock(review.at));
  const mode = review.mode === '' ? t('naming.without') : review.mode;
  return (
    <>
      {t('naming.decided', { at, mode })}
      {waits && <span className={classes.dim}> ○ {t('naming.waits')}</span>}
    </>
  );
}

/** Longer rules are cut: they are a click away. */
const LONGEST_RULE = 48;

function shortened(when: string): string {
  const characters = [...when];
  return characters.length <= LONGEST_RULE ? when : `${characters.slice(0, LONGEST_RULE).join('')}…`;
}

interface BenchLinkProps {
  readonly tab: string;
  /** Id of the rule to be opened. */
  readonly row?: string;
  readonly children: ReactNode;
}

function BenchLink({ tab, row, children }: BenchLinkProps) {
  return (
    <Link to="/coding" search={(before) => ({ ...before, tab, row })}>
      {children}
    </Link>
  );
}

function chain(renames: readonly Rename[]): string {
  return [renames[0]?.before, ...renames.map(({ after }) => after)].join(' → ');
}

function codedComplaint(row: ComplaintRow): CodedComplaint {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  return {
    mode: text('failure_mode'),
    group: text('failure_group'),
    part: text('failure_part'),
    original: {
      mode: text('failure_mode_original'),
      group: text('failure_group_original'),
      part: text('failure_part_original'),
    },
    source: CODING_SOURCES.find((source) => source === row.coding_source) ?? null,
    rules: text('coding_rules')?.split(',') ?? [],
    day: text('received_at')?.slice(0, 10) ?? '',
  };
}
