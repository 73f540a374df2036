import type { Code, Vocabulary } from '../../../domain/vocabulary';

/** Words of each code of each vocabulary, most usual first. */
export type Words = { readonly [V in Vocabulary]: Readonly<Record<Code<V>, string>> };

/** Vocabularies of production, stores and inspection, of the other columns than complaints have; notation as in `value-words`. */
export const FACTORY_WORDS: Pick<
  Words,
  | 'shift'
  | 'iqc_result'
  | 'stock_status'
  | 'decision'
  | 'packaging_condition'
  | 'check_result'
  | 'stage'
  | 'change_kind'
> = {
  shift: {
    day: '白班, 早班, 日班, 白, 早, 日, 白天, 长白班, 一班, 第一班, 上午班, day shift, days, d, morning, morning shift, early, early shift, first shift, 1st shift, shift 1, 1st, first',
    middle:
      '中班, 中, 二班, 第二班, 下午班, afternoon, afternoon shift, swing shift, evening shift, evening, second shift, 2nd shift, shift 2, 2nd, second, late, late shift',
    night:
      '夜班, 晚班, 夜, 晚, 三班, 第三班, 大夜班, 小夜班, 夜晚, night shift, nights, n, third shift, 3rd shift, shift 3, 3rd, third, graveyard shift',
    team_a: 'A班, 甲班, A组, 甲组, a, 甲, team a, crew a, shift a, a shift',
    team_b: 'B班, 乙班, B组, 乙组, b, 乙, team b, crew b, shift b, b shift',
    team_c: 'C班, 丙班, C组, 丙组, c, 丙, team c, crew c, shift c, c shift',
    team_d: 'D班, 丁班, D组, 丁组, 丁, team d, crew d, shift d, d shift',
  },
  iqc_result: {
    accepted:
      '合格, 接收, 允收, 通过, 合格入库, 检验合格, 判定合格, 良, ok, 已接收, 正常, pass, passed, accept, released, conforming, good, green',
    sorted:
      '挑选, 挑选使用, 挑选接收, 分选, 全检挑选, 挑选后使用, 挑选合格, 加工使用, 加工挑选, sort, sorting, screened, accepted after sorting, reworked, rework',
    concession:
      '让步接收, 让步, 特采, 特采接收, 偏差接收, 让步放行, 让步使用, 回用, 有条件接收, 降级接收, 特许接收, concession accepted, use as is, uai, waiver, waived, deviation, accepted on deviation, accepted with deviation, accepted under concession, special acceptance, conditional',
    rejected:
      '不合格, 拒收, 退货, 判退, 退回, 批退, 检验不合格, 判定不合格, 不通过, 退供应商, 报废, ng, reject, fail, failed, returned, return to vendor, rtv, nonconforming, scrap, red',
    exempt:
      '免检, 免检入库, 免验, 直通, 免检合格, skip lot, skip, exempted, dock to stock, not required, no inspection',
    pending:
      '待检, 待检验, 检验中, 未检, 未检验, 待判定, 待定, 待处理, 在检, not inspected, in inspection, under inspection, awaiting inspection, open, quarantine, hold, on hold',
  },
  stock_status: {
    in_stock:
      '在库, 库存, 可用, 正常, 合格, 合格品, 良品, 非限制, 非限制使用, 正常库存, 可用库存, 成品库存, 现货, 在仓, 入库, available, unrestricted, unrestricted use, free, stock, on hand, ok, good, active, released, instock, normal',
    in_transit:
      '在途, 运输中, 在途库存, 调拨在途, 调拨中, 已发未到, 途中, 发运中, transit, in transfer, shipped not received, on the way, en route, moving',
    on_hold:
      '冻结, 封存, 隔离, 锁定, 暂扣, 扣留, 待检, 质检中, 质检, 待处理, 待判定, 不合格, 不合格品, 不良品, 限制, 限制使用, 冻结库存, 质检库存, 隔离库存, 停用, hold, held, blocked, quarantine, quarantined, frozen, locked, quality inspection, in quality inspection, restricted, qi, stop ship, suspended, rejected, inspection',
    wip: '在制, 在制品, 生产中, 线边, 线边库, 车间, 半成品, 在线, 加工中, work in progress, work in process, in process, in production, on line, line side, shop floor',
    scrapped:
      '报废, 已报废, 报废品, 废品, 销毁, 已销毁, 报废库存, 处置, scrap, disposed, destroyed, written off, write off',
  },
  decision: {
    approved:
      '同意, 通过, 批准, 已批准, 已同意, 审批通过, 审核通过, 已通过, 已审批, 已审核, 核准, 同意退货, 同意换货, 同意退换, 受理, 已受理, 是, approve, accepted, accept, authorized, authorised, granted, yes, ok',
    rejected:
      '拒绝, 不同意, 驳回, 已拒绝, 已驳回, 不批准, 未通过, 不通过, 审批不通过, 审核不通过, 不受理, 不予受理, 否, 拒收, reject, declined, denied, refused, not approved, no',
    pending:
      '待审批, 待审核, 审批中, 审核中, 待定, 未审批, 未审核, 待处理, 待补充, 待补充资料, 退回补充, open, waiting, in review, under review, awaiting approval, on hold',
  },
  packaging_condition: {
    intact:
      '完好, 包装完好, 完整, 良好, 正常, 无损, 无破损, 未破损, 原包装, 原包装完好, 是, ok, good, undamaged, complete, sealed, unopened, unopened original packaging, original, fine',
    opened: '已拆封, 拆封, 已开封, 开封, 拆开, 已拆, 已打开, open, opened box, unsealed, used',
    damaged:
      '破损, 损坏, 压坏, 变形, 受潮, 挤压, 包装破损, 外箱破损, 外箱变形, 严重破损, 轻微破损, 有破损, 不完好, 残损, 否, damage, broken, crushed, dented, torn, wet, deformed, bad, poor',
    missing:
      '无包装, 无, 缺失, 无原包装, 裸机, 丢失, 包装缺失, 没有包装, 非原包装, none, no packaging, no box, absent, without packaging, not original, lost',
  },
  check_result: {
    pass: '合格, 通过, 正常, 良好, 完好, 良品, 无异常, 未见异常, 检验合格, ok, o, 符合, 良, passed, good, accepted, conforming, no defect, no fault, as new, fine, normal',
    fail: '不合格, 不通过, 异常, 不良, 不良品, 有异常, 损坏, 有损, 有瑕疵, 划伤, 破损, 检验不合格, ng, 不符合, 故障, failed, bad, rejected, nonconforming, defect, defective, damaged, faulty, abnormal',
    not_checked:
      '未检, 未检验, 未检测, 待检, 待检测, 未测, 待检验, 免检, 未做, 不适用, not tested, not inspected, untested, pending, not done, not applicable, na',
  },
  stage: {
    iqc: '来料检验, 进料检验, 来料, 进料, 进货检验, 入厂检验, 来料检, 进货, 外购检验, 收货检验, incoming, incoming inspection, incoming quality control, receiving inspection, receiving',
    ipqc: '过程检验, 制程检验, 制程, 过程, 巡检, 制程巡检, 首检, 首件检验, 首件, 工序检验, 在线检验, 生产检验, pqc, in process, in process inspection, patrol, patrol inspection, first article, process inspection, process, inline, in line',
    fqc: '成品检验, 最终检验, 完工检验, 终检, 成品, 成品终检, 总检, 入库检验, 下线检验, final, final inspection, final quality control, end of line, eol, finished goods inspection',
    oqc: '出货检验, 出厂检验, 出货, 出厂, 发货检验, 出库检验, 出货抽检, 交收检验, oba, outgoing, outgoing inspection, outgoing quality control, shipping inspection, pre shipment inspection, out of box audit, shipment inspection',
  },
  change_kind: {
    man: '人, 人员, 人员变更, 人员变动, 作业员, 操作员, 员工, 新员工, people, personnel, operator, staff, worker, manpower',
    machine:
      '机, 设备, 机器, 设备变更, 工装, 夹具, 治具, 模具, 工装夹具, 设备工装, 机台, 模具变更, equipment, tooling, tool, mould, mold, fixture, jig',
    material: '料, 物料, 材料, 原材料, 材料变更, 物料变更, 换料, 零件, 部品, 来料, raw material, component, part, bom',
    method:
      '工艺方法, 法, 方法, 工艺, 工艺变更, 作业方法, 作业指导书, 工序, 工艺参数, 参数, 文件, 作业标准, process, procedure, work instruction, sop, parameter, process change, document',
    environment: '环, 环境, 环境变更, 温湿度, 场地, 车间环境, 搬迁, environmental, site, relocation, climate',
    measurement:
      '测, 测量, 检测, 检验, 检验方法, 测量系统, 检具, 量具, 检验标准, 测试, measure, inspection, gauge, gage, test, testing',
    design:
      '设计, 设计变更, 设变, 结构, 结构变更, 图纸, 规格, 工程变更, engineering, engineering change, drawing, specification, ecn',
    software: '软件, 程序, 固件, 软件变更, 固件升级, 软件升级, 系统, firmware, sw, program, software change',
    supplier:
      '供应商, 供方, 供应商变更, 供方变更, 换供应商, 厂商, 外协, vendor, supplier change, source, sourcing, source change',
    packaging: '包装, 包材, 包装变更, 纸箱, 包装方式, 彩盒, package, packing, carton, packaging change',
    carrier:
      '承运商, 物流, 物流商, 承运商变更, 运输, 快递, 物流变更, 运输方式, logistics, transport, transportation, shipping, courier, forwarder',
  },
};
