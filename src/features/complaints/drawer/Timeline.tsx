import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../../analysis/complaint';
import { useWorkspaceData } from '../../../session/hooks';
import { cellText, type Wording } from '../cell-text';
import classes from './ComplaintDrawer.module.css';
import { type TimelineEvent, timelineOf } from './event-order';
import { TIMES } from './field-groups';
import { UnreadText } from './UnreadText';

interface TimelineProps {
  readonly complaint: Complaint;
  readonly wording: Wording;
}

/** When what happened, with the time between, and what cannot have happened in that order. */
export function Timeline({ complaint: { row, unread }, wording }: TimelineProps) {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const events = timelineOf(TIMES, row);
  const unreadTimes = unread.filter(({ column }) => TIMES.includes(column));
  const stored = TIMES.filter((name) => workspace.facts.complaint.stored.includes(name));
  const blanks = stored.length - events.length - unreadTimes.length;
  return (
    <section aria-label={t('complaints.times')}>
      <h3 className={classes.heading}>
        {t('complaints.times')}
        {blanks > 0 && <span className={classes.blanks}>{t('complaints.blanks', { count: blanks })}</span>}
      </h3>
      <ol className={classes.timeline}>
        {events.map((event) => (
          <Event key={event.field} event={event} when={cellText(event.field, row, wording)} wording={wording} />
        ))}
      </ol>
      {unreadTimes.map(({ column, raw }) => (
        <p key={column} className={classes.field}>
          {wording.labels.column(column)} <UnreadText raw={raw} />
        </p>
      ))}
    </section>
  );
}

interface EventProps {
  readonly event: TimelineEvent;
  readonly when: string;
  readonly wording: Wording;
}

function Event({ event, when, wording: { labels, separator } }: EventProps) {
  const { t } = useTranslation();
  const gap = useGapText(event);
  return (
    <li>
      {gap !== undefined && <span className={classes.gap}>{gap}</span>}
      <span className={classes.event}>
        <span>{labels.column(event.field)}</span>
        <time dateTime={event.time.replace(' ', 'T')}>{when}</time>
      </span>
      {event.impossible.length > 0 && (
        <span className={classes.unread}>
          ▲ {t('complaints.impossible', { fields: event.impossible.map(labels.column).join(separator) })}
        </span>
      )}
    </li>
  );
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Time since the event before, in its two largest units; nothing for the first. */
function useGapText({ gap, inDays }: TimelineEvent): string | undefined {
  const { t } = useTranslation();
  if (gap === null) return undefined;
  const [days, hours, minutes] = [Math.floor(gap / DAY), Math.floor((gap % DAY) / HOUR), Math.floor((gap % HOUR) / 60)];
  if (inDays) return days === 0 ? t('complaints.sameDay') : t('complaints.gapDays', { count: days });
  if (days > 0)
    return hours === 0 ? t('complaints.gapDays', { count: days }) : t('complaints.gapDaysHours', { days, hours });
  return hours > 0 ? t('complaints.gapHours', { hours, minutes }) : t('complaints.gapMinutes', { minutes });
}
