import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../../analysis/complaint';
import {
  type ComplaintEvent,
  type EventChange,
  type EventQuestion,
  eventsOfComplaint,
} from '../../../analysis/complaint-events';
import type { FilePlan } from '../../../data/ingest/plan';
import { useAnswer, useWorkspaceData } from '../../../session/hooks';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Masked } from '../../../ui/Masked';
import { cellText, isContact, isPersonal, type Wording } from '../cell-text';
import classes from './ComplaintDrawer.module.css';

interface EventLogProps {
  readonly complaint: Complaint;
  readonly wording: Wording;
  /** Names and contacts in full. */
  readonly revealed: boolean;
}

/** What happened to the complaint step by step, where it came in an event log. */
export function EventLog(props: EventLogProps) {
  const { workspace } = useWorkspaceData();
  const number = props.complaint.row.complaint_no;
  const logs = workspace.journal.map(({ plan }) => plan).filter(({ events }) => events !== undefined);
  if (logs.length === 0 || typeof number !== 'string') return null;
  return <Events complaintNo={number} repeating={[...new Set(logs.flatMap(repeatingColumns))]} {...props} />;
}

/** The columns that tell who, what and when of an event. */
function repeatingColumns({ columns, events }: Pick<FilePlan, 'columns' | 'events'>): string[] {
  const sources = [events?.time?.index, events?.activity, events?.actor];
  return columns.flatMap(({ index, target }) => (sources.includes(index) && target !== null ? [target] : []));
}

/** Changes shown of one event; further ones are counted. */
const SHOWN = 6;

function Events({ complaintNo, repeating, wording, revealed }: EventLogProps & EventQuestion) {
  const { t } = useTranslation();
  const { data, error } = useAnswer('events of a complaint', { complaintNo, repeating }, eventsOfComplaint);
  if (error !== null) return <ErrorNote what={t('complaints.eventsFailed')} why={error.message} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <section aria-label={t('complaints.events')}>
      <h3 className={classes.heading}>
        {t('complaints.events')}
        <span className={classes.blanks}>{t('complaints.eventCount', { count: data.length })}</span>
      </h3>
      <ol className={`${classes.timeline} ${classes.log}`}>
        {data.map((event) => (
          <LoggedEvent
            key={`${event.sourceFile} ${event.sourceRow}`}
            event={event}
            wording={wording}
            revealed={revealed}
          />
        ))}
      </ol>
    </section>
  );
}

interface LoggedEventProps {
  readonly event: ComplaintEvent;
  readonly wording: Wording;
  readonly revealed: boolean;
}

function LoggedEvent({ event: { at, activity, actor, changes }, wording, revealed }: LoggedEventProps) {
  const { t } = useTranslation();
  return (
    <li>
      <span className={classes.event}>
        <span className={classes.activity}>{activity ?? t('complaints.eventUnnamed')}</span>
        {at === null ? (
          <span className={classes.dim}>{t('complaints.eventUndated')}</span>
        ) : (
          <time dateTime={at.replace(' ', 'T')}>{wording.format.dateTime(at)}</time>
        )}
      </span>
      {actor !== null && (
        <span className={classes.gap}>
          {t('complaints.eventBy')} {revealed ? actor : <Masked key={actor} text={actor} kind="name" />}
        </span>
      )}
      {changes.slice(0, SHOWN).map((change) => (
        <Change key={change.column} change={change} wording={wording} revealed={revealed} />
      ))}
      {changes.length > SHOWN && (
        <span className={classes.gap}>{t('complaints.eventMore', { count: changes.length - SHOWN })}</span>
      )}
    </li>
  );
}

interface ChangeProps {
  readonly change: EventChange;
  readonly wording: Wording;
  readonly revealed: boolean;
}

/** One column before and after. */
function Change({ change: { column, from, to }, wording, revealed }: ChangeProps) {
  const { t } = useTranslation();
  const cell = (value: unknown) => {
    const text = cellText(column, { [column]: value }, wording);
    if (text === '') return t('complaints.eventBlank');
    if (revealed || !isPersonal(column)) return text;
    return <Masked key={text} text={text} kind={isContact(column) ? 'contact' : 'name'} />;
  };
  return (
    <span className={classes.change}>
      {wording.labels.column(column)}: {cell(from)} → {cell(to)}
    </span>
  );
}
