import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../../analysis/complaint';
import type { ComplaintList } from '../../../analysis/complaints';
import { Drawer } from '../../../ui/Drawer';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorNote } from '../../../ui/ErrorNote';
import { useOpenRow } from '../../../ui/view/view-state';
import type { Wording } from '../cell-text';
import classes from './ComplaintDrawer.module.css';
import { ComplaintHead } from './ComplaintHead';
import { EventLog } from './EventLog';
import { Fields } from './Fields';
import { NamingNote } from './NamingNote';
import { RelatedLinks } from './RelatedLinks';
import { SourceLine } from './SourceLine';
import { Standings } from './Standings';
import { Steps } from './Steps';
import { Timeline } from './Timeline';

interface ComplaintDrawerProps {
  readonly rowKey: string;
  readonly answer: {
    readonly data: Complaint | null | undefined;
    readonly error: Error | null;
    readonly isPlaceholderData: boolean;
  };
  /** The list beside it, for going from one complaint to the next. */
  readonly list: ComplaintList | undefined;
  /** Where the complaint stands in the list; undefined when it is not in it. */
  readonly position: number | undefined;
  readonly wording: Wording;
  readonly revealed: boolean;
}

/** One complaint in full, beside the list. */
export function ComplaintDrawer({ rowKey, answer, list, position, wording, revealed }: ComplaintDrawerProps) {
  const { t } = useTranslation();
  const [, openRow] = useOpenRow();
  const { data, error, isPlaceholderData } = answer;
  const number = data?.row.complaint_no;
  const title = typeof number === 'string' ? number : data ? t('complaints.noNumber') : rowKey;
  return (
    <Drawer title={title} onClose={() => openRow(undefined)}>
      {error !== null && <ErrorNote what={t('complaints.openFailed')} why={error.message} />}
      {data === null && !isPlaceholderData && (
        <EmptyState title={t('complaints.notFound')}>{t('complaints.notFoundHint', { key: rowKey })}</EmptyState>
      )}
      {data && (
        <div className={`${classes.content} ${isPlaceholderData ? classes.refreshing : ''}`}>
          <Steps list={list} position={position} onOpen={openRow} />
          <ComplaintHead row={data.row} wording={wording} />
          <RelatedLinks row={data.row} />
          <Standings row={data.row} wording={wording} />
          <NamingNote row={data.row} wording={wording} />
          <Fields complaint={data} wording={wording} revealed={revealed} />
          <Timeline complaint={data} wording={wording} />
          <EventLog complaint={data} wording={wording} revealed={revealed} />
          <SourceLine row={data.row} revealed={revealed} />
        </div>
      )}
    </Drawer>
  );
}
