import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codingFrom, codingText, mergedCoding } from '../../data/coding/exchange';
import type { CodingVersion } from '../../data/coding/kinds';
import { NO_CODING } from '../../domain/coding';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { download } from '../../ui/csv';
import { EmptyState } from '../../ui/EmptyState';
import { FileButton } from '../../ui/FileButton';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { wallClock } from '../../ui/wall-clock';
import classes from './Coding.module.css';
import { textOf } from './text-file';
import type { Draft } from './use-draft';

interface VersionTabProps {
  readonly draft: Draft;
  readonly busy: boolean;
  readonly onApply: (version: number) => Promise<unknown>;
}

/** Every version that was saved, the latest first, and the way back to each; the draft as a file, out and in. */
export function VersionTab({ draft, busy, onApply }: VersionTabProps) {
  const { t } = useTranslation();
  return (
    <>
      <ExchangeButtons draft={draft} />
      {draft.file.versions.length === 0 ? (
        <EmptyState title={t('coding.versions.empty')}>{t('coding.versions.emptyHint')}</EmptyState>
      ) : (
        <VersionTable draft={draft} busy={busy} onApply={onApply} />
      )}
    </>
  );
}

/** Takes a coding to another workspace or computer. */
function ExchangeButtons({ draft }: Pick<VersionTabProps, 'draft'>) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'taken' | 'unreadable' | undefined>(undefined);
  const take = async (file: File) => {
    const coding = codingFrom((await textOf(file)) ?? '');
    setOutcome(coding === undefined ? 'unreadable' : 'taken');
    if (coding !== undefined) draft.edit((before) => mergedCoding(before, coding));
  };
  const save = () =>
    download('truecause-coding.json', new Blob([codingText(draft.file.draft)], { type: 'application/json' }));
  return (
    <>
      <div className={classes.actions}>
        <TextButton onClick={save}>{t('coding.files.save')}</TextButton>
        <FileButton label={t('coding.files.take')} accept=".json" onFile={take} />
      </div>
      {outcome === 'taken' && (
        <p role="status" className={classes.dim}>
          {t('coding.files.taken')}
        </p>
      )}
      {outcome === 'unreadable' && (
        <p role="alert" className={classes.lack}>
          ▲ {t('coding.files.noCoding')}
        </p>
      )}
    </>
  );
}

function VersionTable({ draft, busy, onApply }: VersionTabProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { versions, applied } = draft.file;
  const state = (id: number) =>
    id === applied ? (
      <span>{t('coding.versions.current')}</span>
    ) : (
      <TextButton quiet disabled={busy} onClick={() => void onApply(id)}>
        {t('coding.versions.apply')}
      </TextButton>
    );
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('coding.number')}</th>
          <th scope="col">{t('coding.versions.at')}</th>
          <th scope="col">{t('coding.versions.note')}</th>
          <th scope="col">{t('coding.versions.content')}</th>
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {versions.toReversed().map(({ id, at, note, coding }) => (
          <tr key={id}>
            <td className={classes.short}>{id}</td>
            <td className={classes.short}>{format.dateTime(wallClock(at))}</td>
            <td>{note}</td>
            <td>
              {t('coding.versions.counts', {
                rules: coding.rules.length,
                terms: coding.terms.length,
                renames: coding.renames.length,
              })}
            </td>
            <td className={classes.short}>
              {state(id)}
              <TakeButton draft={draft} version={{ id, at, note, coding }} />
            </td>
          </tr>
        ))}
        <tr>
          <td className={classes.short}>0</td>
          <td />
          <td>{t('coding.versions.none')}</td>
          <td />
          <td className={classes.short}>{state(0)}</td>
        </tr>
      </tbody>
    </table>
  );
}

interface TakeButtonProps extends Pick<VersionTabProps, 'draft'> {
  readonly version: CodingVersion;
}

/** Makes a version the draft again; asks first where the draft stands in no version, because then it would be lost. */
function TakeButton({ draft, version: { id, coding } }: TakeButtonProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { file } = draft;
  const take = () => draft.edit(() => coding);
  const isKept = () => {
    const now = JSON.stringify(file.draft);
    return [NO_CODING, ...file.versions.map((version) => version.coding)].some((kept) => JSON.stringify(kept) === now);
  };
  return (
    <>
      <TextButton quiet onClick={() => (isKept() ? take() : setAsking(true))}>
        {t('coding.versions.take')}
      </TextButton>
      {asking && (
        <ConfirmDialog
          title={t('coding.versions.takeTitle', { id })}
          confirm={t('coding.versions.take')}
          onConfirm={take}
          onClose={() => setAsking(false)}
        >
          {t('coding.versions.takeLoss')}
        </ConfirmDialog>
      )}
    </>
  );
}
