import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asOf } from '../../analysis/view';
import { periodOf as monthOf, shift } from '../../domain/period';
import { periodOf, replace } from '../../domain/scope';
import { useSession, useWorkspaceData } from '../../session/hooks';
import { Icon } from '../../ui/icons';
import { TextButton } from '../../ui/TextButton';
import { useFormat } from '../../ui/use-format';
import { useKeys } from '../../ui/use-keys';
import { choiceOf, type Days } from '../../ui/view/period-choice';
import { useScope } from '../../ui/view/view-state';
import { PeriodPanel } from './PeriodPanel';
import classes from './PeriodPicker.module.css';

const FIELD = 'received_at';

/** The period of the scope: what it is now, and behind it the choice of another. */
export function PeriodPicker() {
  const [, state] = useSession();
  return state.kind === 'ready' ? <PickerOfData /> : <PeriodButton name={undefined} />;
}

function PickerOfData() {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const { scope, setScope } = useScope();
  const nameOf = useDaysName();
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const day = asOf(workspace);
  const days = periodOf(scope, FIELD);

  const close = () => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  useKeys((key) => {
    if (key !== 'p' || day === undefined) return false;
    setOpen(true);
    return true;
  });
  useEffect(() => {
    if (!open) return;
    const pressed = ({ target }: PointerEvent) => {
      if (target instanceof Node && place.current?.contains(target) === false) setOpen(false);
    };
    document.addEventListener('pointerdown', pressed);
    return () => document.removeEventListener('pointerdown', pressed);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false);
  };

  if (day === undefined) return <PeriodButton name={undefined} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of what is inside
    <div ref={place} className={classes.place} onKeyDown={onKeyDown} onBlur={onBlur}>
      <PeriodButton name={nameOf(days, day)} open={open} onClick={() => setOpen(!open)} />
      {open && (
        <section className={classes.panel} aria-label={t('period.label')}>
          <PeriodPanel
            asOf={day}
            days={days}
            onChoose={({ from, until }) => {
              setScope(replace(scope, { kind: 'period', field: FIELD, from, until }));
              close();
            }}
          />
        </section>
      )}
    </div>
  );
}

interface PeriodButtonProps {
  /** Undefined while there are no data to choose a period of. */
  readonly name: string | undefined;
  readonly open?: boolean;
  readonly onClick?: () => void;
}

function PeriodButton({ name, open = false, onClick }: PeriodButtonProps) {
  const { t } = useTranslation();
  const shown = name ?? t('period.choice.all');
  return (
    <TextButton
      plain
      disabled={name === undefined}
      aria-label={t('period.button', { period: shown })}
      aria-expanded={open}
      aria-keyshortcuts="p"
      title={t('period.label')}
      onClick={onClick}
    >
      <Icon name="period" size={14} />
      {shown}
    </TextButton>
  );
}

/** What some days are called: by their name, as a month, or from and to. */
function useDaysName(): (days: Days, asOf: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ from, until }, day) => {
    const choice = choiceOf({ from, until }, day);
    if (choice !== undefined) return t(`period.choice.${choice}`);
    const to = until === undefined ? undefined : shift('day', until, -1);
    if (from === undefined) return t('period.until', { to });
    if (to === undefined) return t('period.since', { from });
    if (from === monthOf('month', from) && until === shift('month', from, 1)) return format.month(from);
    return from === to ? from : t('period.between', { from, to });
  };
}
