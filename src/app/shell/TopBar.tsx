import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BASES, MEASURES } from '../../domain/measure';
import { GRAINS } from '../../domain/period';
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '../../locales/i18n';
import { useImportJob } from '../../session/hooks';
import { IconButton } from '../../ui/IconButton';
import { ScopeChips } from '../../ui/ScopeChips';
import { Select } from '../../ui/Select';
import { WORKSPACES } from '../../ui/view/view-search';
import { useGrain, useMeasure, useScope, useWorkspace } from '../../ui/view/view-state';
import { ImportIndicator } from './ImportIndicator';
import { PeriodPicker } from './PeriodPicker';
import classes from './TopBar.module.css';

/** What every figure below is about: data, filters, measure; and how the page looks. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useTranslation();
  const { scope, remove, clear } = useScope();
  return (
    <header className={classes.bar}>
      <WorkspaceSelect />
      <div className={classes.scope}>
        <ScopeChips scope={scope} onRemove={({ field, kind }) => remove(field, kind)} onClear={clear} />
      </div>
      <ViewSettings />
      <div className={classes.tools}>
        <ImportIndicator />
        <LanguageSelect />
        <SchemeButton />
        <IconButton icon="help" label={t('keys.title')} aria-keyshortcuts="?" onClick={onHelp} />
      </div>
    </header>
  );
}

function WorkspaceSelect() {
  const { t } = useTranslation();
  const [workspace, setWorkspace] = useWorkspace();
  const [, job] = useImportJob();
  // What is imported, taken back or under review belongs to the workspace that is open.
  const held = job.kind === 'importing' || job.kind === 'undoing' || job.kind === 'review';
  const options = WORKSPACES.map((id) => ({ value: id, label: t(`workspace.${id}`) }));
  return (
    <Select
      label={t('shell.workspace')}
      value={workspace}
      options={options}
      onChange={setWorkspace}
      disabled={held}
      strong
    />
  );
}

function ViewSettings() {
  const { t } = useTranslation();
  const [measure, setMeasure] = useMeasure();
  const [grain, setGrain] = useGrain();
  return (
    <fieldset className={classes.settings} aria-label={t('shell.view')}>
      <PeriodPicker />
      <Select
        label={t('shell.measure')}
        value={measure.id}
        options={MEASURES.map((id) => ({ value: id, label: t(`measure.${id}`) }))}
        onChange={(id) => setMeasure({ ...measure, id })}
      />
      <Select
        label={t('shell.basis')}
        value={measure.per}
        options={BASES.map((per) => ({ value: per, label: t(`basis.${per}`) }))}
        onChange={(per) => setMeasure({ ...measure, per })}
      />
      <Select
        label={t('shell.grain')}
        value={grain}
        options={GRAINS.map((id) => ({ value: id, label: t(`grain.${id}`) }))}
        onChange={setGrain}
      />
    </fieldset>
  );
}

function LanguageSelect() {
  const { t, i18n } = useTranslation();
  const options = LANGUAGES.map((id) => ({ value: id, label: LANGUAGE_NAMES[id] }));
  return (
    <Select
      label={t('shell.language')}
      value={i18n.language as Language}
      options={options}
      onChange={(language) => void chooseLanguage(language)}
    />
  );
}

function SchemeButton() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <IconButton
      icon={dark ? 'light' : 'dark'}
      label={dark ? t('shell.toLight') : t('shell.toDark')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    />
  );
}
