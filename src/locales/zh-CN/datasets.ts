import type {
  datasets as datasetsSource,
  relationColumn as relationColumnSource,
  relation as relationSource,
  relations as relationsSource,
} from '../en/datasets';
import type { Texts } from '../texts';
import { dataset } from './data';

export const datasets: Texts<typeof datasetsSource> = {
  title: '{{all, number}} 种数据中已有 {{count, number}} 种',
  hint: '只有客诉是必需的。每多一种数据，就能多回答一些问题；可以一次全部拖进来，先后不限。',
  list: '数据',
  state: '状态',
  rows: '行数',
  from: '最早',
  until: '最晚',
  unlocks: '能回答什么',
  present: '已有',
  missing: '缺少',
  absent: '还没有导入“{{dataset}}”数据',
  toData: '去导入',
  name: dataset,
  unlock: {
    complaint: '什么在坏、从何时起、在哪里、有多严重。其他一切以它为基础。',
    shipment: '把件数换算成比率，按使用月数看故障，按出货日期验证措施是否有效。',
    batch: '按生产日期、产线、班次看故障，找出客诉来自哪些批次。',
    material_lot: '从故障查到物料、批号和供应商。',
    consumption: '一台机器用了哪些批次的物料，还有哪些机器也用了。',
    serial: '只报了序列号的客诉属于哪个批次。',
    stock: '可疑批次或物料还有多少来得及拦下，在哪里。',
    returned_item: '退回的机器中有多少故障属实，退货流程走了多久。',
    inspection: '产线上是否已经看到问题，措施是否先在产线上见效。',
    change: '故障开始的时候，当时变了什么。',
  },
};

export const relations: Texts<typeof relationsSource> = {
  title: '关联检查',
  toQuality: '数据质量',
  clean: '关联检查：{{count, number}} 项检查均未发现问题',
  faults: '关联检查：{{count, number}} 项中有 {{faults, number}} 项对不上',
  check: '检查项',
  result: '结果',
  checked: '检查行数',
  found: '对不上的行数',
  share: '占比',
  examples: '最多见的编号',
  fine: '一致',
  disagrees: '请查看',
  nothingAsked: '没有可检查的行',
  showRows: '查看行',
  showRowsOf: '查看这一项的行：{{check}}',
  sourceFile: '文件',
  sourceRow: '记录号',
  footnote:
    '本行与对方清单都写明的才检查。时间按天比较。数量：截至最近库存日期的出货和投入，加当天库存，与此前的生产数量比较；偏少只看有出货记录以来生产的批次。',
};

export const relation: Texts<typeof relationSource> = {
  orphanBatch: '{{dataset}}：批号不在生产批次清单中',
  orphanSerial: '{{dataset}}：序列号不在序列号清单中',
  orphanLot: '{{dataset}}：物料批号不在物料批清单中',
  orphanParent: '{{dataset}}：投入到的批次或机器不在任何清单中',
  orphanChild: '{{dataset}}：投入的物料批不在任何清单中',
  orphanComplaint: '{{dataset}}：客诉编号不在客诉中',
  ownParent: '{{dataset}}：父件和子件是同一个编号',
  invertedRange: '{{dataset}}：号段首尾颠倒，或首尾位数不同',
  overlappingRange: '{{dataset}}：号段与前面的号段重叠',
  moreThanBuilt: '{{dataset}}：出货、投入加库存多于生产数量',
  lessThanBuilt: '{{dataset}}：出货、投入加库存少于生产数量',
  shippedBeforeBuilt: '{{dataset}}：出货早于该批次的生产',
  consumedBeforeReceived: '{{dataset}}：投料早于该物料批的到货',
  complainedBeforeBuilt: '{{dataset}}：受理早于该批次的生产',
};

export const relationColumn: Texts<typeof relationColumnSource> = {
  number: '编号',
  former_no: '较早的编号',
  line: '文件行号',
  raw: '原文',
  reached: '前面号段的末号',
  built_at: '批次生产日期',
  lot_received: '物料到货日期',
  built_qty: '生产数量',
  shipped_qty: '出货数量',
  used_qty: '投入数量',
  stock_qty: '库存数量',
  difference: '差额',
};
