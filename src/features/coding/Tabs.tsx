import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format';
import classes from './Coding.module.css';

export const TABS = ['rules', 'terms', 'renames', 'candidates', 'queue', 'versions'] as const;
export type Tab = (typeof TABS)[number];

interface TabsProps {
  readonly tab: Tab;
  readonly counts: Readonly<Record<Tab, number>>;
  readonly onTab: (tab: Tab) => void;
}

/** Parts of the bench; arrow keys go from one to the next. */
export function Tabs({ tab, counts, onTab }: TabsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const n = format.number(counts[tab]);
  const label = (of: Tab) => {
    const shown = { n: of === tab ? n : format.number(counts[of]) };
    switch (of) {
      case 'rules':
        return t('coding.tab.rules', shown);
      case 'terms':
        return t('coding.tab.terms', shown);
      case 'renames':
        return t('coding.tab.renames', shown);
      case 'candidates':
        return t('coding.tab.candidates');
      case 'queue':
        return t('coding.tab.queue', shown);
      case 'versions':
        return t('coding.tab.versions', shown);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onTab(next);
    document.getElementById(`coding-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={t('coding.tabs')} className={classes.tabs} onKeyDown={onKeyDown}>
      {TABS.map((of) => (
        <button
          key={of}
          id={`coding-${of}`}
          type="button"
          role="tab"
          aria-selected={of === tab}
          tabIndex={of === tab ? 0 : -1}
          className={classes.tab}
          onClick={() => onTab(of)}
        >
          {label(of)}
        </button>
      ))}
    </div>
  );
}
