import { useTranslation } from 'react-i18next';
import { countOf } from '../../../analysis/rejects';
import type { KeptCount } from '../../../data/queries/rejects';
import { useFileName } from '../../../session/use-file-name';
import { Select } from '../../../ui/Select';
import type { Kinds } from './kinds';

interface FileFilterProps {
  readonly counts: readonly KeptCount[];
  readonly file: number | undefined;
  readonly onFile: (file: number | undefined) => void;
}

const ALL = '';

/** Rows of which file. */
export function FileFilter({ counts, file, onFile }: FileFilterProps) {
  const { t } = useTranslation();
  const fileName = useFileName();
  const files = [...new Set([...counts.map(({ source_file }) => source_file), ...(file === undefined ? [] : [file])])];
  const options = files.map((id) => ({
    value: String(id),
    label: t('kept.counted', { name: fileName(id), count: countOf(counts, { file: id }) }),
  }));
  return (
    <Select
      label={t('kept.ofFile')}
      value={file === undefined ? ALL : String(file)}
      options={[{ value: ALL, label: t('kept.allFiles') }, ...options]}
      onChange={(value) => onFile(value === ALL ? undefined : Number(value))}
      outlined
    />
  );
}

interface KindFilterProps extends Pick<FileFilterProps, 'counts' | 'file'> {
  readonly kinds: Kinds;
  readonly kind: string | undefined;
  readonly onKind: (kind: string | undefined) => void;
}

/** Rows of which kind. */
export function KindFilter({ counts, file, kinds, kind, onKind }: KindFilterProps) {
  const { t } = useTranslation();
  const options = [...new Set(counts.map((count) => count.kind))].map((id) => ({
    value: id,
    label: t('kept.counted', { name: kinds.nameOf(id), count: countOf(counts, { file, kind: id }) }),
  }));
  return (
    <Select
      label={kinds.header}
      value={kind ?? ALL}
      options={[{ value: ALL, label: kinds.all }, ...options]}
      onChange={(value) => onKind(value === ALL ? undefined : value)}
      outlined
    />
  );
}
