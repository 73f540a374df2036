/** Words that stand for nothing, or for "I don't know". Marks that every import takes for blank are not all of them: prose keeps them. */
const NOTHING = [
  ...['无', '無', '没有', '沒有', '空', '空白', '暂无', '暫無', '不详', '不詳', '未知', '不明', '不清楚', '不知道'],
  ...[
    '未填',
    '未填写',
    '待填',
    '待定',
    '待查',
    '待补',
    '待补充',
    '无号',
    '无编号',
    '无批号',
    '无序列号',
    '看不清',
    '测试',
    '測試',
  ],
  ...[
    '-',
    '--',
    '---',
    '—',
    '——',
    '/',
    '//',
    '\\',
    '.',
    '..',
    '...',
    '…',
    '*',
    '?',
    '??',
    '？',
    '？？',
    '、',
    '。',
    '_',
    '#',
  ],
  ...[
    'n/a',
    'na',
    '#n/a',
    'nan',
    'null',
    'none',
    'nil',
    'nothing',
    'unknown',
    'unk',
    'tbd',
    'tba',
    'test',
    'undefined',
  ],
  ...['(null)', '(blank)', 'blank', 'empty', 'x', 'xx', 'xxx', 'xxxx', '\\n'],
];

const NUMBERS_FOR_NOTHING = [
  '0',
  '00',
  '000',
  '0000',
  '00000',
  '000000',
  '0000000',
  '00000000',
  '999999',
  '99999999',
  '123456',
  '12345678',
];

/** Longest of them in bytes of UTF-8: of those that begin with a letter or sign of ASCII, and of the others. */
export const LONGEST_PLACEHOLDER = { latin: 9, chinese: 12 } as const;

/** Words that stand for nothing, as they may be written. @param keys also numbers that people type for want of one */
export function placeholders(keys: boolean): readonly string[] {
  const words = NOTHING.flatMap((word) => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)]);
  return [...new Set([...words, ...(keys ? NUMBERS_FOR_NOTHING : [])])];
}

const known = new Set(NOTHING);

/** Whether a word of a list of few values stands for nothing. */
export function isPlaceholder(word: string): boolean {
  return known.has(word.trim().toLowerCase());
}

const DATE = /^(?:19|20)\d\d[-/.年](?:0?[1-9]|1[0-2])(?:[-/.月]|$)/;
const LONG_NUMBER = /^\+?[\d-]{8,}$/;
const ADDRESS = /^\S+@\S+\.\S+$/;
/** More of a column's words than this say that it is what the column holds. */
const ODD_SHARE = 0.05;

/** The words of a category that belong into another column: dates, long numbers, addresses, where the others are none. */
export function misplacedWords(words: readonly string[]): readonly string[] {
  const odd = words.filter((word) => DATE.test(word) || LONG_NUMBER.test(word) || ADDRESS.test(word));
  return odd.length <= Math.max(1, words.length * ODD_SHARE) && words.length > 2 ? odd : [];
}
