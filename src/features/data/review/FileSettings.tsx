import type { ParseKeys } from 'i18next';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type BookSource,
  ENCODINGS,
  type Encoding,
  type FilePlan,
  type ImportOptions,
} from '../../../data/ingest/plan';
import { DATASETS, type Dataset } from '../../../domain/columns';
import { Select } from '../../../ui/Select';
import classes from './FileSettings.module.css';
import { withDataset, withReading, withSheet } from './options';

interface FileSettingsProps {
  readonly options: ImportOptions;
  /** What was found out; undefined of a file that was refused. */
  readonly plan: FilePlan | undefined;
  /** The workbook that it is, also when its sheet was refused. */
  readonly book: BookSource | undefined;
  readonly onChange: (options: ImportOptions) => void;
}

const DELIMITERS = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'pipe' } as const;
const AUTOMATIC = '';

/** What the file is and how its text is cut: as found out, or as the user says. */
export function FileSettings({ options, plan, book, onChange }: FileSettingsProps) {
  const { t } = useTranslation();
  const automatic = { value: AUTOMATIC, label: t('review.automatic') } as const;
  const dataset = options.dataset ?? plan?.dataset;
  return (
    <div className={classes.settings}>
      <Setting
        label={t('review.dataset')}
        hint={dataset === undefined ? undefined : t(`datasetHint.${dataset}` as ParseKeys)}
      >
        <Select<Dataset | typeof AUTOMATIC>
          label={t('review.dataset')}
          value={dataset ?? AUTOMATIC}
          options={[automatic, ...DATASETS.map((id) => ({ value: id, label: t(`dataset.${id}`) }))]}
          onChange={(value) => onChange(withDataset(options, value || undefined))}
          outlined
        />
      </Setting>
      {book === undefined ? (
        <TextSettings options={options} plan={plan} onChange={onChange} />
      ) : (
        <SheetSetting book={book} onChange={(sheet) => onChange(withSheet(options, sheet))} />
      )}
      <Setting
        label={book === undefined ? t('review.headerLine') : t('review.headerRow')}
        hint={t('review.headerHint')}
      >
        <HeaderLine
          value={options.headerRow ?? plan?.dialect.headerLine ?? 0}
          onChange={(headerRow) => onChange(withReading(options, { headerRow }))}
        />
      </Setting>
    </div>
  );
}

/** Which sheet of a workbook is read. */
function SheetSetting({ book, onChange }: { readonly book: BookSource; readonly onChange: (sheet: string) => void }) {
  const { t } = useTranslation();
  const label = (sheet: BookSource['sheets'][number]) =>
    sheet.empty
      ? t('review.sheetEmpty', { sheet: sheet.name })
      : sheet.hidden
        ? t('review.sheetHidden', { sheet: sheet.name })
        : sheet.name;
  const choices = book.sheets.filter(({ name, empty }) => !empty || name === book.sheet);
  return (
    <Setting label={t('review.sheet')}>
      <Select
        label={t('review.sheet')}
        value={book.sheet}
        options={choices.map((sheet) => ({ value: sheet.name, label: label(sheet) }))}
        onChange={onChange}
        outlined
      />
    </Setting>
  );
}

/** How the text of a file is cut. */
function TextSettings({ options, plan, onChange }: Omit<FileSettingsProps, 'book'>) {
  const { t } = useTranslation();
  const automatic = { value: AUTOMATIC, label: t('review.automatic') } as const;
  const delimiters = [
    ...new Set([...Object.keys(DELIMITERS), ...(plan === undefined ? [] : [plan.dialect.delimiter])]),
  ];
  const delimiterName = (character: string) =>
    character in DELIMITERS
      ? t(`delimiter.${DELIMITERS[character as keyof typeof DELIMITERS]}`)
      : t('delimiter.other', { character });
  return (
    <>
      <Setting label={t('review.encoding')}>
        <Select<Encoding | typeof AUTOMATIC>
          label={t('review.encoding')}
          value={options.encoding ?? plan?.dialect.encoding ?? AUTOMATIC}
          options={[automatic, ...ENCODINGS.map((id) => ({ value: id, label: t(`encoding.${id}`) }))]}
          onChange={(value) => onChange(withReading(options, { encoding: value || undefined }))}
          outlined
        />
      </Setting>
      <Setting label={t('review.delimiter')}>
        <Select
          label={t('review.delimiter')}
          value={options.delimiter ?? plan?.dialect.delimiter ?? AUTOMATIC}
          options={[automatic, ...delimiters.map((id) => ({ value: id, label: delimiterName(id) }))]}
          onChange={(value) => onChange(withReading(options, { delimiter: value || undefined }))}
          outlined
        />
      </Setting>
    </>
  );
}

interface SettingProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Setting({ label, hint, children }: SettingProps) {
  return (
    <div className={classes.setting}>
      <span className={classes.label} aria-hidden="true">
        {label}
      </span>
      {children}
      {hint !== undefined && <span className={classes.hint}>{hint}</span>}
    </div>
  );
}

/** A line number, taken when the field is left or Enter pressed: each change reads the file again. */
function HeaderLine({ value, onChange }: { readonly value: number; readonly onChange: (line: number) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const take = (text: string) => {
    const line = Number(text);
    if (text !== '' && Number.isInteger(line) && line >= 0 && line !== value) onChange(line);
  };
  return (
    <input
      id={id}
      key={value}
      type="number"
      min={0}
      step={1}
      aria-label={t('review.headerLine')}
      className={classes.line}
      defaultValue={value}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
    />
  );
}
