import { useTranslation } from 'react-i18next';
import type { FileCount } from '../../analysis/quality-finding';
import { useFileName } from '../../session/use-file-name';
import { Sparkbars } from '../../ui/Sparkbars';
import { useFormat } from '../../ui/use-format';
import { shareText } from './share-text';

interface ImportBarsProps {
  /** In the order of the journal. */
  readonly counts: readonly FileCount[];
  /** What the bars show, for those who do not see them. */
  readonly label: string;
}

/** More imports than this are not drawn: the latest tell whether it gets better. */
const MOST = 24;

/** The share of each import that a finding affects, the oldest first. */
export function ImportBars({ counts, label }: ImportBarsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const fileName = useFileName();
  // One import is no trend.
  if (counts.length < 2) return null;
  const bars = counts.slice(-MOST).map(({ file, count, of }, at) => {
    const share = of === 0 ? 0 : count / of;
    const words = t('quality.fileShare', {
      file: fileName(file),
      count,
      of,
      share: shareText(format, share),
    });
    return { value: share, label: `${at + 1} · ${words}` };
  });
  return <Sparkbars bars={bars} label={label} />;
}
