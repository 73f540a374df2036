import { COMPLAINT_HEADERS } from './complaint-headers';
import { PRODUCTION } from './production-headers';

/** What stores, returns, inspection and engineering call their columns; notation as in `complaint-headers`. */

/** Names that could be those of a batch or of a lot: in lists with both, the other column has the plainer name. */
const LOT_NO =
  '物料批号, 物料批次, 物料批次号, 材料批号, 材料批次, 来料批号, 来料批次, 进料批号, 原料批号, 原材料批号, 零件批号, 部件批号, 供应商批号, lot no, lot number, lot id, lot code, material lot, material lot no, material batch, component lot, supplier lot, vendor lot, raw material lot, lot';
const BATCH_NO = PRODUCTION.BATCH_NO.replace(', lot no, lot number, lot id, lot?', '');

export const STOCK_HEADERS: Readonly<Record<string, string>> = {
  batch_no: BATCH_NO,
  lot_no: LOT_NO,
  qty: '库存数量, 库存量, 现存量, 现有量, 结存数量, 结存, 期末数量, 期末结存, 账面数量, 盘点数量, 实盘数量, 可用数量, 可用量, 在库数量, 冻结数量, 在途数量, 数量, 台数, qty, quantity, stock qty, stock quantity, quantity on hand, qty on hand, on hand qty, on hand, soh, inventory qty, inventory quantity, balance, stock on hand, closing stock, available qty, 可用库存, 可用库存数, 库存数, 当前库存, 实际库存, 即时库存, 库存, 在库量, 实物库存, units?, pcs?, stock?, inventory?',
  place:
    '仓库, 仓库名称, 仓库代码, 仓库编号, 库位, 储位, 货位, 仓位, 库房, 库存地点, 库存地, 存放地点, 存放位置, 所在地, 所在仓库, 位置, 地点, 库区, place, location, storage location, stock location, bin, bin location, warehouse, warehouse name, warehouse code, wh, depot, 库别, 仓别, warehouse id, warehouse no, store?, site?, plant?, 工厂?',
  stock_status:
    '库存状态, 库存类型, 库存类别, 物料状态, 批次状态, 存货状态, 质量状态, 货物状态, 状态, 冻结状态, stock status, stock type, inventory status, inventory type, stock category, lot status, batch status, quality status, status, 类型?, 类别?, state?',
  as_of:
    '库存日期, 截止日期, 截至日期, 统计日期, 盘点日期, 盘点时间, 快照日期, 快照时间, 结存日期, 库存时间, 报表日期, 数据日期, as of, as of date, stock date, snapshot date, snapshot, snapshot time, inventory date, count date, counted at, report date, balance date, 结存日, 快照日, 期间?, 月份?, 日期?, 时间?, date?, time?, month?',
};

export const RETURNED_ITEM_HEADERS: Readonly<Record<string, string>> = {
  return_no: `${COMPLAINT_HEADERS.return_no}, rma单号, 返修品编号, 退回品编号, 返品编号, 退货申请单号, 退换货申请单号, 退货申请编号, 退件单号, 退件编号, 返厂单号, 客退单号, return request no, return order no, 申请单号?, 单号?, 编号?, id?, no?`,
  complaint_no:
    '客诉编号, 客诉单号, 客诉号, 关联客诉, 关联客诉单号, 工单号, 工单编号, 关联工单, 关联工单号, 服务单号, 售后单号, 售后编号, 售后工单号, 服务工单号, 受理单号, 来源单号, complaint no, complaint number, complaint id, ticket no, ticket number, ticket id, case no, case number, case id, service order no, sr number, 案件编号, 案件号, 申诉编号, ticket?, case?',
  serial_no: COMPLAINT_HEADERS.serial_no ?? '',
  applied_at:
    '申请日期, 申请时间, 退货申请日期, 退货申请时间, 退换货申请时间, 申请退货日期, 提交日期, 提交时间, 登记日期, 登记时间, 退货日期, 退货时间, 客退日期, 创建时间, 创建日期, applied at, application date, applied on, request date, requested at, return request date, return date, rma date, created at, created on, date requested, submitted at, 日期?, 时间?, date?, time?',
  approved_by:
    '审批人, 审核人, 批准人, 核准人, 审批人员, 审核人员, 批准者, approved by, approver, reviewed by, authorized by, authorised by, reviewer?',
  approved_at:
    '审批日期, 审批时间, 审核日期, 审核时间, 批准日期, 批准时间, 核准日期, 审批通过时间, approved at, approval date, approved on, approval time, decision date, authorized at, date approved',
  decision:
    '审批结果, 审核结果, 审批结论, 审核结论, 审批意见, 审核意见, 是否同意, 是否批准, 是否受理, 审批状态, 审核状态, 退货审批, 决定, decision, approval, approval result, approval status, return decision, approved, rma status, authorization, 核准结果, 核准, 核准状态, 状态?, status?',
  decision_reason:
    '审批理由, 审核理由, 审批说明, 审核说明, 拒绝原因, 拒绝理由, 驳回原因, 驳回理由, 审批原因, 审核原因, 决定理由, 审批备注, decision reason, reason for decision, rejection reason, reason for rejection, approval remark, approval comment, decision note, 理由?, reason?',
  received_at:
    '收货日期, 收货时间, 到货日期, 到货时间, 收件日期, 收件时间, 退件签收时间, 退货签收时间, 签收日期, 签收时间, 退货入库时间, 退货入库日期, 入库日期, 返厂日期, 接收日期, 接收时间, 收到日期, 实物收到日期, received at, received date, receipt date, date received, return received at, return received date, goods received at, arrival date, arrived at',
  packaging_condition:
    '包装情况, 包装状态, 包装状况, 包装是否完好, 包装完好, 外包装, 外箱情况, 外箱状态, 包装检查, 包装检查结果, 包装外观, packaging condition, package condition, packaging, packaging state, packaging status, box condition, carton condition, outer packaging, 外箱状况, 外包装状况, 外包装情况',
  matches_description:
    '是否与描述相符, 与描述相符, 描述是否相符, 与描述是否一致, 是否相符, 是否一致, 实物与描述相符, 是否与申请一致, 与申请描述一致, 故障是否与描述一致, matches description, as described, match description, matches claim, description match, description matches, consistent with description',
  appearance_result:
    '外观检测结果, 外观检验结果, 外观检查结果, 外观检测, 外观检验, 外观检查, 外观结果, 外观判定, 外观, appearance result, appearance check, appearance inspection, cosmetic result, cosmetic inspection, cosmetic check, visual inspection, visual check, visual result, appearance',
  function_result:
    '功能检测结果, 功能检验结果, 功能测试结果, 功能检测, 功能检验, 功能测试, 功能检查, 性能检测结果, 性能测试, 性能检测, 功能结果, 功能判定, 功能, function result, functional result, function test, functional test, function check, functional check, performance test, test result, function, 性能检验, 性能检查',
  finding:
    '鉴定结果, 鉴定结论, 检测结果, 检测结论, 检验结果, 检验结论, 判定结果, 判定结论, 故障确认, 故障是否属实, 是否属实, 质检结果, 质检结论, 分析结论, finding, findings, inspection result, inspection finding, examination result, verdict, diagnosis result, conclusion?, result?, 结论?, 结果?',
  disposition:
    '处理方式, 处理结果, 最终处理, 最终处理方式, 处置方式, 处置结果, 处置, 处理意见, 退货处理, 退货处理方式, 退货类型, 退换类型, 售后类型, 解决方式, disposition, resolution, final disposition, outcome, remedy, action taken, return type, 处理?, action?',
  reinspection_result:
    '复检结果, 复检结论, 复验结果, 复核结果, 复判结果, 返修后检验结果, 维修后检验结果, 再检结果, 复检, 复验, reinspection result, recheck result, retest result, reinspection, retest',
};

export const INSPECTION_HEADERS: Readonly<Record<string, string>> = {
  stage:
    '检验类型, 检验阶段, 检验类别, 检验工序, 检验环节, 检验方式, 质检类型, 质检阶段, 检验点, 工序, 检验站, 阶段, stage, inspection stage, inspection type, inspection point, inspection level, qc stage, qc type, operation, 检验站别, station?, process?, type?, 类型?, 类别?',
  batch_no: BATCH_NO,
  lot_no: LOT_NO,
  line: PRODUCTION.LINE,
  inspected_qty:
    '检验数量, 检查数量, 检测数量, 送检数量, 抽检数量, 抽检数, 抽样数量, 抽样数, 抽样数目, 样本数, 样本量, 样品数量, 送检数, 检验数, 受检数, 报检数量, 检查数, 检验总数, inspected qty, inspected quantity, qty inspected, inspected, inspection qty, sample size, sample qty, sampled qty, checked qty, qty checked, units inspected, tested qty, qty tested, total inspected, 抽验数, 抽验数量, 数量?, 总数?, qty?, n?',
  defective_qty:
    '不良数量, 不良数, 不良品数, 不良品数量, 不合格数量, 不合格数, 不合格品数, 不合格品数量, 缺陷数, 缺陷数量, 次品数, 次品数量, ng数, ng数量, 拒收数量, defective qty, defective quantity, defectives, defective, qty defective, defects, defect qty, defect count, rejected qty, reject qty, rejects, qty rejected, failed qty, fail qty, fails, ng qty, nonconforming qty, units failed',
  defect_code:
    '不良代码, 不良现象, 不良项目, 不良类型, 不良名称, 不良原因, 缺陷代码, 缺陷名称, 缺陷类型, 缺陷, 不合格项, 不合格项目, 不合格现象, 不合格原因, 不良描述, 故障代码, 故障现象, 故障名称, defect code, defect, defect type, defect name, defect description, failure mode, failure code, fault code, nonconformity, nonconformance, ng code, ng item, reject code, reject reason',
  at: '检验日期, 检验时间, 检查日期, 检查时间, 检测日期, 检测时间, 抽检日期, 抽检时间, 抽样日期, 送检日期, 报检日期, 质检日期, 质检时间, 测试日期, 测试时间, at, inspected at, inspection date, inspection time, inspected on, date inspected, check date, checked at, test date, tested at, qc date, 抽验日期, 生产日期?, 日期?, 时间?, date?, datetime?, time?, timestamp?',
};

export const CHANGE_HEADERS: Readonly<Record<string, string>> = {
  change_no:
    '变更编号, 变更单号, 变更号, 变更单编号, 变化点编号, 变化点序号, 工程变更号, 工程变更编号, 工程变更单号, 设变编号, 设变单号, 设计变更编号, ecn编号, ecn号, ecn, ecr编号, eco编号, ecr, eco, 4m变更编号, 4m编号, 变更通知单号, change no, change number, change id, change order no, change request no, change notice no, ecn no, ecn number, eco number, ecr number, pcn no, pcn number, 变更申请号, 变更申请单号, 变更申请编号, 序号?, 编号?, 单号?, id?, no?',
  at: '变更日期, 变更时间, 变更实施日期, 变更生效日期, 实施日期, 实施时间, 生效日期, 生效时间, 切换日期, 切换时间, 导入日期, 执行日期, 变化日期, 变化时间, 发生日期, 发生时间, 启用日期, 切入日期, at, change date, changed at, changed on, effective date, effective from, effective at, implementation date, implemented at, implemented on, cut in date, date of change, introduced at, date effective, valid from, 提出日期?, 批准日期?, 日期?, 时间?, date?, datetime?, time?',
  kind: '变更类型, 变更类别, 变更分类, 变更种类, 变更要素, 变化点类型, 变化点类别, 变化点分类, 变化点要素, 变化类型, 变化要素, 4m, 4m分类, 4m类别, 4m1e, 5m1e, 5m1e分类, 人机料法环测, 要素, kind, kind of change, change kind, change type, type of change, change category, 4m category, change class, 变更对象, 变更对象类别, 类型?, 类别?, 分类?, type?, category?',
  model:
    '产品型号, 型号, 机型, 产品机型, 适用机型, 涉及机型, 适用产品, 涉及产品, 规格型号, 车型, 产品编码, 产品代码, 产品名称, 产品, model, product model, model name, model number, affected model, affected models, applicable model, product, product code, product name, affected product',
  line: `${PRODUCTION.LINE}, 变更产线, 涉及产线, 适用产线, affected line`,
  part: '变更零件, 变更部件, 变更物料, 零件, 零件名称, 零部件, 零部件名称, 部件, 部件名称, 涉及物料, 涉及零件, 涉及部件, 物料, 物料编码, 物料名称, 物料号, 料号, 零件号, 零件编号, 图号, part, part name, part no, part number, affected part, affected parts, changed part, component, component name, material, 品名, 变更品名, item?',
  supplier:
    '供应商, 供应商名称, 供方, 供方名称, 供货商, 涉及供应商, 变更供应商, 厂商, 配套厂, supplier, supplier name, vendor, vendor name, affected supplier',
  batch_from:
    '起始批号, 起始批次, 首批批号, 首批批次, 切换批号, 切换批次, 生效批号, 生效批次, 切入批号, 切入批次, 首个批次, 首个批号, 执行批次, 导入批次, 变更首批, 自批次, 起批, batch from, from batch, first batch, effective batch, effective from batch, cut in batch, starting batch, start batch, first batch no, 批号?, 批次?, 生产批号?, batch?, lot?',
  text: '变更内容, 变更说明, 变更描述, 变更事项, 变更详情, 变更主题, 变更名称, 变更原因, 变化点内容, 变化点描述, 变化点, 变化内容, 变化描述, 内容, 变更前后, 变更后, 变更后内容, text, change description, description of change, change content, change details, change detail, change text, what changed, description, change, details, reason for change, 变更详细内容, title?, subject?, summary?, 说明?, 描述?, 主题?, 备注?, remark?, notes?, note?',
};
