import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListRequest, listTotals } from '../../analysis/complaints';
import { CompareLink } from '../../session/CompareLink';
import { useAnswer, useWorkspaceData } from '../../session/hooks';
import { useMeasureNames } from '../../session/measure-name';
import controls from '../../ui/controls.module.css';
import { FigureMenu } from '../../ui/FigureMenu';
import { Listing, listingState } from '../../ui/Listing';
import { useLabels } from '../../ui/labels';
import { useRoomBelow } from '../../ui/use-room-below';
import { useMeasure, useOpenRow, useScope } from '../../ui/view/view-state';
import { ComplaintTable } from './ComplaintTable';
import { ComplaintDrawer } from './drawer/ComplaintDrawer';
import { EmptyList } from './EmptyList';
import { ExportButton } from './ExportButton';
import { ListedChoice } from './ListedChoice';
import { SearchBox } from './SearchBox';
import { useArrangement } from './use-arrangement';
import { countedBy, useList, useListRequest } from './use-list';
import { useOpenComplaint } from './use-open-complaint';
import { useWording } from './use-wording';

/** Pixels that the table has at the least. */
const LEAST = 320;

/** The complaints of a workspace that has some. */
export function ComplaintsScreen() {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const { nameOf } = useMeasureNames();
  const [measure] = useMeasure();
  const { scope } = useScope();
  const request = useListRequest();
  const list = useList(request);
  const counted = countedBy(measure);
  const { data: totals } = useAnswer('list totals', { scope, measure: counted } as const, listTotals);
  const wording = useWording();
  const { arrangement, arrange } = useArrangement();
  const [revealed, setRevealed] = useState(false);
  const [openKey, openRow] = useOpenRow();
  const open = useOpenComplaint(openKey);
  const body = useRef<HTMLDivElement>(null);
  const height = useRoomBelow(body, LEAST);

  const openRowId = open.data?.row.row_id;
  const position = openRowId === undefined ? undefined : list.data?.positionOf(openRowId);
  const title = useTitle(list.data?.request ?? request, list.data?.rowCount);
  const { data: shown } = list;
  return (
    <>
      <Listing
        title={title}
        tools={
          <>
            <ListedChoice measure={nameOf(counted)} totals={totals} />
            <SearchBox />
            <CompareLink />
            <RevealSwitch revealed={revealed} onChange={setRevealed} />
            {shown !== undefined && shown.rowCount > 0 && (
              <>
                <ExportButton
                  list={shown}
                  shown={arrangement.shown}
                  wording={wording}
                  fileName={t('complaints.fileName', {
                    listed: shown.request.listed === 'tickets' ? t('complaints.tickets') : nameOf(shown.request.listed),
                  })}
                />
                <FigureMenu actions={{ fileName: 'complaints', sql: [shown.sql] }} />
              </>
            )}
          </>
        }
        state={listingState(list, { what: t('complaints.failed') })}
        height={height}
        place={body}
      >
        {shown !== undefined &&
          (shown.rowCount === 0 ? (
            <EmptyList request={shown.request} totals={totals} />
          ) : (
            <ComplaintTable
              key={workspace.name}
              list={shown}
              label={title}
              height={height}
              wording={wording}
              revealed={revealed}
              layout={arrangement}
              onLayout={arrange}
              openPosition={openKey === undefined ? undefined : position}
              onOpen={openRow}
            />
          ))}
      </Listing>
      {openKey !== undefined && (
        <ComplaintDrawer
          rowKey={openKey}
          answer={open}
          list={list.data}
          position={position}
          wording={wording}
          revealed={revealed}
        />
      )}
    </>
  );
}

/** What is listed, how many, in which order: the answer that the screen gives, of the list that is shown. */
function useTitle({ listed, order: sort }: ListRequest, rowCount: number | undefined): string {
  const { t } = useTranslation();
  const labels = useLabels();
  const { nameOf } = useMeasureNames();
  const all = listed === 'tickets';
  const measure = all ? '' : nameOf(listed);
  if (rowCount === undefined) return all ? t('complaints.tickets') : measure;
  const what = all
    ? t('complaints.ticketsOf', { count: rowCount })
    : t('complaints.countedOf', { measure, count: rowCount });
  if (rowCount < 2) return what;
  if (sort === undefined) return t('complaints.titleNewest', { what });
  const column = labels.column(sort.column);
  return sort.descending
    ? t('complaints.titleDescending', { what, column })
    : t('complaints.titleAscending', { what, column });
}

interface RevealSwitchProps {
  readonly revealed: boolean;
  readonly onChange: (revealed: boolean) => void;
}

function RevealSwitch({ revealed, onChange }: RevealSwitchProps) {
  const { t } = useTranslation();
  return (
    <label className={controls.choice} title={t('complaints.revealHint')}>
      <input type="checkbox" checked={revealed} onChange={(event) => onChange(event.target.checked)} />
      {t('complaints.reveal')}
    </label>
  );
}
