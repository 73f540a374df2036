import type {
  drop as dropSource,
  indicator as indicatorSource,
  start as startSource,
  step as stepSource,
  welcome as welcomeSource,
} from '../en/start';
import type { Texts } from '../texts';

export const start: Texts<typeof startSource> = {
  loading: '正在加载分析引擎',
  opening: '正在打开数据',
  rebuilding: '正在用已导入的文件重建数据表。此时关闭页面也不会丢失数据。',
  unsupported: '当前浏览器无法运行分析引擎',
  missing: '缺少的功能：{{feature}}。',
  browsers: '请改用 Chrome 或 Edge 116、Firefox 124、Safari 17.4 及以上版本。',
  taken: '另一个标签页正在使用这些数据',
  takenHint: '同一时间只能有一个标签页使用。改在这里使用时，另一个标签页会先安全关闭数据。',
  takeOver: '改在本页使用',
  released: '数据已转到另一个标签页',
  releasedHint: '已导入的内容都在。要继续在这里使用，请取回。',
  takeBack: '取回到本页',
  failed: '“{{workspace}}”打不开',
  failedHint: '请先重试。重建会用已导入的原始文件重新生成数据表，原始文件不受影响。',
  rebuild: '用原始文件重建',
  missingFiles: '浏览器中这些导入文件的副本已丢失：{{files}}。',
  missingHint: '不含这些文件继续，会撤销它们的导入，其余导入不受影响；之后请从电脑上重新导入这些文件。',
  withoutMissing: '不含这些文件继续',
  startOver: '清空重来…',
  startOverTitle: '删除“{{workspace}}”的全部内容？',
  startOverLoss: '本工作区导入的文件副本、数据行和导入记录都会从浏览器中删除。您电脑上的原文件不受影响。',
  startOverConfirm: '删除并重新开始',
  memory: '浏览器没有给本页面存储空间（无痕窗口即如此）：功能都能用，但关闭标签页或切换工作区后，导入的数据不会保留。',
};

export const welcome: Texts<typeof welcomeSource> = {
  title: '还没有数据：拖入客诉导出文件，看什么在坏、从何时开始',
  drop: '拖入导出文件',
  dropText: 'CRM 或售后系统导出的文件即可：Excel、CSV、文本，或装有它们的 ZIP。拖到页面任意位置。',
  check: '核对识别结果',
  checkText: '列的含义、日期、编码和严重度会自动识别。看一眼，不对的改一下，再确认。',
  read: '看结果',
  readText: '最近一个月的变化、趋势、每个数字背后的客诉，安全事项排在最前。',
  private: '数据不会离开这台电脑。',
  import: '导入文件',
  sample: '打开示例',
  waiting_other: '有 {{count, number}} 个文件等您确认',
  failed: '导入没有成功',
  look: '前往导入页面',
};

export const step: Texts<typeof stepSource> = {
  turn: '第 {{at}}/{{of}} 个文件：',
  fetching: '正在取示例文件',
  reading: '正在读取 {{file}}',
  loading: '正在导入 {{file}}',
  coding: '正在按采用的版本归类故障',
  merging: '正在整理并保存数据',
};

export const drop: Texts<typeof dropSource> = {
  here: '松开鼠标即可导入',
  busy: '正在导入，请完成后再拖入文件',
};

export const indicator: Texts<typeof indicatorSource> = {
  busy: '正在导入 {{share}}',
  review_other: '{{count, number}} 个文件待确认',
  done_other: '已导入 {{count, number}} 个文件',
  undoing: '正在撤销导入',
  failed: '导入失败',
};
