import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton';
import { TextButton } from '../../ui/TextButton';
import { CellInput, type CellInputProps } from './CellInput';
import classes from './Coding.module.css';

/** A column that is written into. */
export interface EditableField<Row> extends Pick<CellInputProps, 'label' | 'placeholder' | 'list' | 'read'> {
  readonly value: (row: Row) => string;
  /** What of the row becomes other with a text. */
  readonly change: (text: string) => Partial<Row>;
}

interface EditableListProps<Row> {
  readonly rows: readonly Row[];
  readonly fields: readonly EditableField<Row>[];
  readonly onRows: (change: (before: readonly Row[]) => readonly Row[]) => void;
}

/** Rows that a long list shows at first, and more each time somebody asks. */
const PAGE = 200;

/** Rows of which every cell can be changed in place. */
export function EditableList<Row>({ rows, fields, onRows }: EditableListProps<Row>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(PAGE);
  const set = (at: number, part: Partial<Row>) =>
    onRows((all) => all.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {fields.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
            <tr key={at}>
              {fields.map(({ value, change, ...field }) => (
                // What is half written belongs to its row, and rows move up and down when there are more or fewer.
                <td key={`${field.label} ${rows.length}`}>
                  <CellInput {...field} value={value(row)} onValue={(text) => set(at, change(text))} />
                </td>
              ))}
              <td className={classes.short}>
                <IconButton
                  icon="close"
                  label={t('coding.remove')}
                  onClick={() => onRows((all) => all.filter((_, index) => index !== at))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <TextButton onClick={() => setShown(shown + PAGE)}>
          {t('coding.more', { count: rows.length - shown })}
        </TextButton>
      )}
    </div>
  );
}
