import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile, Told } from '../../../data/ingest/survey/profile';
import { LONGEST_NAME } from '../../../data/profiles/kinds';
import controls from '../../../ui/controls.module.css';
import { IconButton } from '../../../ui/IconButton';
import { useFormat } from '../../../ui/use-format';
import data from '../Data.module.css';
import classes from './Profiles.module.css';

interface ProfileRowProps {
  readonly profile: Profile;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

/** One profile: what it is for, what it says, and the ways to rename and remove it. */
export function ProfileRow({ profile, onRename, onRemove }: ProfileRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, dataset, columns, told, usedAt } = profile;
  return (
    <tr>
      <th scope="row">
        <Name name={name} onRename={onRename} />
      </th>
      <td className={data.short}>{t(`dataset.${dataset}`)}</td>
      <td className={data.number} title={columns.join(' · ')}>
        {format.number(columns.length)}
      </td>
      <td>{useSaid(told).join(' · ')}</td>
      <td className={data.short}>{format.date(usedAt.slice(0, 10))}</td>
      <td>
        <IconButton icon="close" label={t('profiles.remove', { name })} onClick={onRemove} />
      </td>
    </tr>
  );
}

/** What a profile says, in short. */
function useSaid(told: Told): string[] {
  const { t } = useTranslation();
  const { mapping = {}, values = {}, computed = [], dateOrder, headerRow, encoding, sheet, delimiter, events } = told;
  const codes = Object.values(values).reduce((sum, of) => sum + Object.keys(of).length, 0);
  const mapped = Object.keys(mapping).length;
  return [
    ...(mapped > 0 ? [t('profiles.saysMapping', { count: mapped })] : []),
    ...(computed.length > 0 ? [t('profiles.saysComputed', { count: computed.length })] : []),
    ...(codes > 0 ? [t('profiles.saysValues', { count: codes })] : []),
    ...(dateOrder !== undefined ? [t(`dateOrder.${dateOrder}`)] : []),
    ...(headerRow !== undefined ? [t('profiles.saysHeader', { line: headerRow })] : []),
    ...(sheet !== undefined ? [t('review.onSheet', { sheet })] : []),
    ...(encoding !== undefined ? [t(`encoding.${encoding}`)] : []),
    ...(delimiter !== undefined ? [t('profiles.saysDelimiter')] : []),
    ...(events !== undefined ? [events ? t('review.asEvents') : t('review.asComplaints')] : []),
  ];
}

/** A name that can be changed where it stands. Enter keeps the change, Esc leaves it. */
function Name({ name, onRename }: { readonly name: string; readonly onRename: (name: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const finish = (next: string | undefined) => {
    setTyped(undefined);
    const wanted = next?.trim() ?? '';
    if (wanted !== '' && wanted !== name) onRename(wanted);
  };
  if (typed === undefined)
    return (
      <span className={classes.name}>
        {name}
        <IconButton icon="edit" label={t('profiles.rename', { name })} onClick={() => setTyped(name)} />
      </span>
    );
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
      autoFocus
      className={controls.input}
      aria-label={t('profiles.rename', { name })}
      value={typed}
      maxLength={LONGEST_NAME}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => finish(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(typed);
        if (event.key === 'Escape') finish(undefined);
      }}
    />
  );
}
