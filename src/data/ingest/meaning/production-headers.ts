import { COMPLAINT_HEADERS } from './complaint-headers';

/** What ERP, MES and stores call the columns of what is built and of what; notation as in `complaint-headers`. */

const BATCH_NO =
  '生产批号, 生产批次号, 生产批次, 批次号, 批号, 批次编号, 批次码, 产品批号, 产品批次, 成品批号, 成品批次, 制造批号, 制造批次, 生产批, 批次, 生产流水批, batch no, batch number, batch id, batch code, production batch, product batch, finished batch, batch, build no, production lot, lot no, lot number, lot id, lot?';
const LINE =
  '产线, 生产线, 线别, 线体, 拉线, 拉别, 流水线, 产线编号, 产线名称, 线号, 生产线别, 生产拉线, 装配线, 总装线, line, production line, line no, line id, line name, assembly line, prod line, line code, 工作中心, work center, work centre, 机台?, 车间?, 班线?, station?';
const LOT_NO =
  '物料批号, 物料批次, 物料批次号, 材料批号, 材料批次, 来料批号, 来料批次, 进料批号, 进货批号, 原料批号, 原材料批号, 原料批次, 原材料批次, 零件批号, 零部件批号, 部件批号, 供应商批号, 供方批号, 厂家批号, 入库批号, 入库批次, 收货批次, 库存批号, 批次号, 批号, 批次编号, 批次, lot no, lot number, lot id, lot code, material lot, material lot no, material batch, material batch no, component lot, supplier lot, supplier lot no, vendor lot, vendor batch, receiving lot, raw material lot, lot, batch no, batch number, batch?';

export const BATCH_HEADERS: Readonly<Record<string, string>> = {
  batch_no: BATCH_NO,
  model: COMPLAINT_HEADERS.model ?? '',
  plant:
    '工厂, 生产工厂, 制造工厂, 工厂代码, 工厂编号, 工厂名称, 厂区, 生产基地, 制造基地, 基地, 生产厂, 生产单位, 厂别, plant, plant code, factory, factory code, site, manufacturing site, production site, 公司?, 地点?',
  line: LINE,
  shift:
    '班次, 班别, 生产班次, 生产班组, 班组, 班, 倒班, 白夜班, 班次名称, shift, shift name, shift code, work shift, crew, team?',
  produced_at:
    '生产日期, 生产时间, 制造日期, 制造时间, 完工日期, 完工时间, 完工入库日期, 实际完工日期, 下线日期, 下线时间, 投产日期, 开工日期, 开工时间, 上线日期, 生产开始时间, 生产完成时间, 报工日期, 报工时间, 成品入库日期, 组装日期, 装配日期, produced at, production date, prod date, manufacture date, manufacturing date, manufactured at, date of manufacture, mfg date, build date, built at, completion date, finish date, finished at, start date, completed at, completed date, finish time, 入库日期?, 日期?, 时间?, date?, datetime?, time?',
  qty: '生产数量, 产量, 完工数量, 入库数量, 报工数量, 投产数量, 合格数量, 良品数量, 批量, 批次数量, 计划数量, 数量, 台数, 产出数量, qty, quantity, produced qty, production qty, production quantity, batch size, batch qty, output qty, completed qty, good qty, units produced, units built, units, lot size, out qty, qty produced, quantity produced, qty built, 实收数量, 入库量, output?, pcs?',
  work_order:
    '工单号, 生产工单, 生产工单号, 工单编号, 工单, 生产订单, 生产订单号, 生产订单编号, 制令单号, 制造令, 制令号, 制单号, 生产任务单号, 任务单号, 生产任务单, 派工单号, 加工单号, 生产指令号, work order, work order no, work order number, wo no, wo number, production order, production order no, manufacturing order, mo number, mo no, job no, job order, 工单单号, 制令编号, 制造工单, 制造单号, order no?, order number?',
  document_revision:
    '作业指导书版本, 作业文件版本, 作业书版本, 工艺文件版本, 文件版本, 文件版本号, 工艺版本, 工艺版次, 文件版次, 指导书版本, 指导书版次, sop版本, 图纸版本, bom版本, 工艺路线版本, 文件编号, 版次, document revision, doc revision, doc rev, document version, work instruction revision, wi revision, wi rev, sop version, sop revision, drawing revision, bom version, routing version, revision?, rev?, 版本?, 版本号?',
};

export const MATERIAL_LOT_HEADERS: Readonly<Record<string, string>> = {
  lot_no: LOT_NO,
  part_no:
    '物料编码, 物料编号, 物料号, 物料代码, 料号, 料品编码, 零件号, 零件编号, 零部件号, 部件编号, 材料编码, 材料编号, 存货编码, 品号, 图号, part no, part number, part id, part code, material no, material number, material code, material id, component no, component number, item no, item code, item number, article no, pn, 品番, 零件号码, sku?, item?, material?, 编码?',
  part_name:
    '物料名称, 物料描述, 零件名称, 零部件名称, 部件名称, 材料名称, 存货名称, 料品名称, 品名, 原料名称, 名称, 物料, part name, part description, material name, material description, component name, component, item name, item description, part, description?, name?',
  part_family:
    '物料类别, 物料大类, 物料分类, 物料组, 零件类别, 零部件类别, 部件类别, 材料类别, 存货分类, 零件族, 物料族, 品类, part family, part group, part category, part type, material group, material category, material type, commodity, component type, commodity group, 材料分类, 零件分类, 物料种类, 类别?, 分类?, category?, type?',
  supplier:
    '供应商, 供应商名称, 供应商简称, 供应商代码, 供应商编码, 供方, 供方名称, 供货商, 供货单位, 供货方, 厂商, 厂商名称, 配套厂, 配套厂家, 往来单位, 供应厂商, supplier, supplier name, supplier code, supplier id, vendor, vendor name, vendor code, vendor id, 厂商简称, 供货厂商, 生产厂家?, 厂家?, 制造商?, manufacturer?',
  received_at:
    '到货日期, 到货时间, 收货日期, 收货时间, 来料日期, 来料时间, 进料日期, 进货日期, 进厂日期, 到料日期, 入库日期, 入库时间, 接收日期, 收料日期, 入厂日期, 采购入库日期, received at, received date, receipt date, date received, goods receipt date, gr date, receiving date, arrival date, arrived at, delivery date, incoming date, 送检日期?, 日期?, 时间?, date?, datetime?, time?',
  qty: '来料数量, 到货数量, 收货数量, 进货数量, 进料数量, 入库数量, 入库量, 送货数量, 接收数量, 收料数量, 批量, 数量, 重量, 实收数量, qty, quantity, received qty, received quantity, receipt qty, lot size, lot qty, incoming qty, weight, qty received, quantity received, pcs?, units?, kg?',
  iqc_result:
    'iqc结果, iqc判定, iqc检验结果, 来料检验结果, 进料检验结果, 来料检验, 进料检验, 来料判定, 进料判定, 检验结果, 检验结论, 检验判定, 质检结果, 质检结论, 判定结果, 判定, 检验状态, 质检状态, 质量状态, iqc result, iqc status, incoming inspection result, incoming inspection, inspection result, inspection decision, qc result, quality status, usage decision, disposition?, result?, 结果?, 状态?',
};

export const CONSUMPTION_HEADERS: Readonly<Record<string, string>> = {
  parent:
    '父件批号, 父批号, 父批次, 父项批号, 父项批次, 父项, 父件, 上级批号, 上阶批号, 上层批次, 母件批号, 母件批次, 母批, 母件, 主件批号, 成品批号, 成品批次, 成品序列号, 产出批号, 产出批次, 总成批号, 总成序列号, 半成品批号, 组件批号, 生产批号, 生产批次, 生产批次号, 产品批号, 产品批次, 产品序列号, 整机序列号, parent, parent batch, parent lot, parent no, parent serial, parent id, output batch, output lot, produced batch, product batch, finished batch, assembly batch, assembly lot, assembly serial, assembly, production batch, batch no, batch number, to batch, 上阶批次, 上级批次, 产品sn, 整机sn, 成品sn, 主机sn, 成品条码, 整机条码, 产品条码, 批次号?, 批号?, 工单号?, 生产订单号?, 序列号?, batch?, serial no?, work order?',
  child:
    '子件批号, 子批号, 子批次, 子项批号, 子项批次, 子项, 子件, 下级批号, 下阶批号, 下层批次, 投料批号, 投料批次, 投入批号, 投入批次, 投料批次号, 领料批号, 发料批号, 发料批次, 用料批号, 用料批次, 耗用批号, 消耗批号, 使用批号, 原料批号, 原材料批号, 材料批号, 材料批次, 物料批号, 物料批次, 物料批次号, 零件批号, 零部件批号, 部件批号, 关键件条码, 部件条码, 物料条码, 零件序列号, 供应商批号, child, child lot, child batch, child no, child serial, child id, component lot, component batch, component lot no, component serial, consumed lot, consumed batch, input lot, input batch, issued lot, material lot, material lot no, material batch, raw material lot, ingredient lot, lot no, lot number, from batch, 下阶批次, 批号?, 批次?, lot?, component?',
  qty: '投料数量, 投料量, 投入数量, 用量, 耗用数量, 耗用量, 消耗数量, 消耗量, 实际用量, 领料数量, 发料数量, 使用数量, 用料数量, 单位用量, 数量, 重量, qty, quantity, consumed qty, consumed quantity, consumption qty, issued qty, used qty, usage qty, usage, input qty, qty consumed, qty issued, qty used, weight, kg?, pcs?',
  at: '投料时间, 投料日期, 投入时间, 上料时间, 上料日期, 领料时间, 领料日期, 发料时间, 发料日期, 耗用时间, 消耗时间, 使用时间, 装配时间, 绑定时间, 扫描时间, 过站时间, 组装时间, consumed at, consumption date, consumption time, issued at, issue date, issue time, used at, input time, assembled at, assembly time, scan time, scanned at, timestamp, 过账日期?, 生产日期?, 日期?, 时间?, date?, datetime?, time?',
  line: LINE,
};

export const SERIAL_HEADERS: Readonly<Record<string, string>> = {
  serial_no: `${COMPLAINT_HEADERS.serial_no}, 主机序列号, 成品序列号, 成品条码, 箱号?, barcode?`,
  serial_from:
    '起始序列号, 序列号起, 序列号起始, 开始序列号, 起始编号, 起始号, 起始号码, 首号, 首台序列号, 起始机号, 起始条码, 起始sn, sn起, 序列号从, 号段起, 号段开始, 序号起, 最小序列号, serial from, serial no from, serial start, start serial, first serial, from serial, sn from, sn start, start sn, begin serial, serial begin, lowest serial, range start, 起?, from?, start?',
  serial_to:
    '结束序列号, 终止序列号, 截止序列号, 序列号止, 序列号至, 序列号终止, 序列号结束, 结束编号, 截止编号, 结束号, 截止号, 终止号, 末号, 末台序列号, 结束条码, 结束sn, sn止, 序列号到, 号段止, 号段结束, 序号止, 最大序列号, serial to, serial no to, serial end, end serial, last serial, to serial, sn to, sn end, end sn, highest serial, range end, 止?, to?, end?',
  batch_no: BATCH_NO,
  shipped_at:
    '出货日期, 出货时间, 发货日期, 发货时间, 出库日期, 出库时间, 销售出库日期, 发运日期, 出厂日期, 交货日期, 销售日期, shipped at, ship date, shipment date, shipping date, date shipped, dispatch date, delivery date, 日期?, 时间?, date?, time?',
  activated_at: COMPLAINT_HEADERS.activated_at ?? '',
  customer:
    '客户名称, 客户简称, 客户, 购货单位, 收货单位, 经销商名称, 经销商, 代理商, 售达方, 送达方, 门店, 店铺, 买方, 去向, customer name, customer, consignee, ship to, sold to, dealer, buyer, client, account?, 用户?',
};

export const PRODUCTION = { BATCH_NO, LINE, LOT_NO } as const;
