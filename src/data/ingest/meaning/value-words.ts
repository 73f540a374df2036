import { FACTORY_WORDS, type Words } from './factory-words';

const RESPONSIBILITY: Words['responsibility'] = {
  design: '设计, 设计责任, 设计问题, 设计缺陷, 设计不良, 研发, 研发设计, 技术',
  material: '材料, 物料, 原材料, 来料, 来料不良, 材料不良, 物料不良, 外购件, 零部件, 供应商来料, incoming material',
  process: '工艺, 工艺责任, 工艺问题, 工艺不良, 制程, 制程不良, 工序',
  production:
    '生产, 生产责任, 制造, 生产制造, 生产不良, 制造不良, 作业, 作业不良, 装配, 装配不良, manufacturing, assembly',
  inspection: '检验, 检验责任, 漏检, 错检, 检验漏检, 品检, 测试, quality control, qc',
  storage: '储存, 仓储, 存储, 库存, 仓库, 储存不当, warehouse, warehousing',
  transport: '运输, 物流, 运输损坏, 运输责任, 物流损坏, 搬运, transportation, shipping, logistics, transit damage',
  installation: '安装, 安装责任, 安装不当, 安装不良, 安装问题, install',
  misuse:
    '使用不当, 误用, 使用, 用户使用, 用户使用不当, 客户使用不当, 人为, 人为损坏, 操作不当, user, user error, improper use',
  environment: '环境, 环境因素, 使用环境, 外部环境, 环境原因',
  unknown: '未知, 不明, 待定, 无法判定, 不详, 未判定, 原因不明, undetermined, tbd, unclear',
};

/**
 * Words for each code as people write them, compared after folding and only within the column's own vocabulary:
 * 一般 is a severity in one column and a priority in another. In houses with three classes of severity 严重 is the middle one
 * (致命, 严重, 轻微), in houses with four the third (轻微, 一般, 严重, 紧急): `major` in both. The codes themselves are understood too.
 */
export const VALUE_WORDS: Words = {
  status: {
    received:
      '已接收, 接收, 已受理, 受理, 待受理, 未受理, 新建, 新, 已登记, 登记, 未处理, 待处理, 已创建, 已提交, 待分配, 待派单, 待派工, 未开始, 已报修, new, open, submitted, registered, logged, todo, to do, created, unassigned, 新建工单, 待接单, 待跟进, 未指派, 新案件, new ticket',
    assessing:
      '评估中, 审核中, 待审核, 信息审核, 核实中, 待核实, 调查中, 分析中, 待分析, 待判定, 判定中, 检测中, 待检测, 鉴定中, 待鉴定, 诊断中, assessment, under review, in review, reviewing, triage, investigating, under investigation, evaluating, 信息审核中, 信息核实, 审核',
    waiting_customer:
      '待客户反馈, 待客户确认, 待客户回复, 等待客户, 等待客户反馈, 等待客户回复, 等待客户确认, 待用户确认, 待用户反馈, 待用户回复, 待买家处理, waiting for customer, waiting on customer, pending customer, awaiting customer, customer action needed',
    waiting_return:
      '待退货, 待寄回, 待返件, 待买家发货, 待买家退货, 等待退货, 等待寄回, 等待返厂, 待收货, 待收件, 退货中, 返件中, 寄回中, waiting for return, awaiting return, pending return',
    in_progress:
      '处理中, 进行中, 维修中, 已派工, 已派单, 已分派, 已分配, 跟进中, 办理中, 服务中, 执行中, 上门中, 待上门, 已接单, 已预约, 待维修, 待配件, 等待配件, 换货中, 退款中, 未解决, 未完成, 未关闭, 未结案, 未完结, processing, assigned, working, work in progress, wip, ongoing, active, in process, in repair, repairing, dispatched, started, 处理中案件, 待处理结果, 跟踪中, 待料, 等待备件, 分析处理中, in work, being processed, under repair, pending, 厂家受理, 厂家处理中, 厂家已受理',
    resolved:
      '已解决, 解决, 已处理, 处理完成, 处理完毕, 已完成, 完成, 已维修, 维修完成, 已修复, 已回复, 完工, 已完工, 服务完成, solved, completed, complete, done, fixed, finished, repaired, answered, 厂家回复, 厂家已回复',
    closed:
      '已关闭, 关闭, 已结案, 结案, 已完结, 完结, 已结单, 结单, 已关单, 已归档, 归档, 已办结, 办结, 已闭环, 闭环, archived, closed with explanation, closed complete, 已结, 已闭单, 结案归档, 完成结案, 已解决并关闭, 用户已打分, 用户已评价, 已评价, 用户打分',
    reopened: '重开, 已重开, 重新打开, 已重新打开, 重新处理, 再次打开, reopen',
    rejected:
      '已拒绝, 拒绝, 驳回, 已驳回, 不受理, 不予受理, 审核不通过, 审核拒绝, 未通过, 无效, 无效投诉, declined, denied, invalid, refused, reject',
    cancelled:
      '已取消, 取消, 已撤销, 撤销, 撤诉, 已撤诉, 已撤回, 撤回, 撤单, 作废, 已作废, 销单, 已销单, canceled, cancel, withdrawn, void, voided',
  },
  channel: {
    hotline:
      '热线, 电话, 客服热线, 服务热线, 400, 400电话, 400热线, 客服电话, 电话投诉, 来电, 呼叫中心, 呼入, phone, call, telephone, call center, phone call, 客服专线, 专线, 服务专线, 电话来访, inbound call',
    web: '网站, 官网, 网页, 网络, 在线客服, 线上, 官方网站, 网上, 在线, 门户, website, web form, online, portal, chat, web chat, internet, 网站客服, 官网客服',
    app: 'app, 手机app, 客户端, 手机客户端, 移动端, 应用, 小程序app, mobile app, mobile',
    wechat: '微信, 公众号, 微信公众号, 小程序, 微信小程序, 企业微信, 微信客服',
    store:
      '门店, 实体店, 专卖店, 卖场, 商场, 店面, 柜台, 经销商, 线下门店, 线下, retail store, shop, dealer, walk in, in person, 门市, 店头, 店家, 现场',
    marketplace:
      '电商, 电商平台, 网店, 平台, 商城, 京东, 天猫, 淘宝, 拼多多, 苏宁, 苏宁易购, 唯品会, 抖音商城, 抖店, 亚马逊, 京东商城, 天猫旗舰店, 京东自营, 旗舰店, e commerce, amazon, jd, jd.com, tmall, taobao, pdd, ebay, walmart',
    email: '邮件, 电子邮件, 邮箱, 电邮, e mail, mail',
    social:
      '社交媒体, 微博, 抖音, 小红书, 社交, 论坛, 知乎, 快手, 贴吧, 自媒体, social media, twitter, facebook, weibo, tiktok, forum',
    service_point:
      '网点, 服务网点, 服务站, 维修点, 维修站, 售后网点, 售后服务站, 服务商, 服务中心, 特约服务站, service center, service centre, service station, repair shop',
    other: '其他, 其它, 其他渠道, others, misc',
  },
  category: {
    product_quality:
      '产品质量, 质量, 质量问题, 产品质量问题, 质量投诉, 产品问题, 产品故障, 故障, 性能故障, 品质, 品质问题, 质量类, 产品类, 商品质量, 报修, 维修, 故障报修, quality, product defect, defect, product issue, malfunction, repair request',
    service_attitude:
      '服务态度, 态度, 服务投诉, 服务质量, 服务问题, 服务, 人员态度, 服务态度差, service, service quality, attitude, staff attitude',
    response_speed:
      '响应速度, 响应慢, 响应不及时, 响应时效, 服务时效, 回复慢, 时效, 不及时, slow response, response time',
    installation: '安装, 安装问题, 安装服务, 安装质量, 安装投诉, 安装调试, install, setup',
    repair_delay: '维修延误, 维修延迟, 维修不及时, 维修慢, 维修时效, 维修超时, 维修周期长, delayed repair, repair late',
    logistics:
      '物流, 物流问题, 物流配送, 配送, 配送问题, 运输, 快递, 送货, 发货问题, 物流投诉, 包装破损, 运输损坏, delivery, shipping, transport, delivery issue',
    consultation:
      '咨询, 咨询类, 产品咨询, 使用咨询, 业务咨询, 技术咨询, 查询, 使用指导, inquiry, enquiry, question, information request, consulting',
    no_reason_return:
      '无理由退货, 七天无理由, 7天无理由, 七天无理由退货, 7天无理由退货, 7日无理由退货, 七日无理由退货, 七天无理由退换货, 不喜欢, no reason return, 7 day return, change of mind, changed mind, unwanted',
    other: '其他, 其它, 其他类, 其他问题, 建议, 表扬, others, misc, general',
  },
  failure_group: {
    missing:
      '漏装, 少件, 缺件, 漏件, 缺少配件, 少配件, 错漏装, 错装漏装, 数量短缺, missing part, missing parts, shortage',
    appearance: '外观, 外观不良, 外观缺陷, 外观类, 外观问题, 外观故障, cosmetic, visual, appearance defect',
    electrical:
      '电性, 电性不良, 电气, 电性能, 电性类, 电气故障, 电控, 电气类, electric, electrical defect, electronics',
    structural: '结构, 结构不良, 结构类, 结构故障, 机械, 机械故障, 结构件, structure, mechanical',
    functional:
      '功能, 功能不良, 功能类, 功能性, 功能故障, 性能, 性能不良, 功能失效, function, functional defect, performance',
  },
  fault_type: {
    hardware: '硬件, 硬件故障, 硬件问题, hw, hardware fault',
    software: '软件, 软件故障, 软件问题, 系统, 程序, sw, firmware, software fault',
    appearance: '外观, 外观故障, 外观问题, cosmetic, visual',
    misuse: '使用不当, 误用, 操作不当, 误操作, 人为, 使用问题, 人为损坏, user error, improper use',
  },
  frequency: {
    always:
      '必现, 一直, 总是, 每次, 持续, 常发, 经常, 100%, 必发, 固定, 频繁, every time, permanent, constant, continuous, reproducible',
    intermittent:
      '偶发, 间歇, 间歇性, 偶尔, 时有时无, 间断, 有时, 偶现, 不定时, 随机, sometimes, occasional, occasionally, sporadic, random',
    once: '一次, 仅一次, 单次, 首次, 只发生一次, 发生一次, one time, single, first time, only once',
  },
  severity: {
    minor:
      '轻微, 轻, 轻度, 次要, 轻缺陷, 轻微缺陷, 次要缺陷, 轻不良, 微缺陷, 低, mi, min, minor defect, low, slight, mild, 可忽略, 微小, trivial, cosmetic',
    moderate: '一般, 中, 中等, 中度, 普通, 一般缺陷, medium, average, 一般性, 普通缺陷, moderate defect, normal',
    major:
      '严重, 重, 较重, 主要, 重要, 重大, 重度, 重缺陷, 严重缺陷, 主要缺陷, 重不良, 高, ma, maj, major defect, high, serious, severe',
    critical:
      '致命, 紧急, 危急, 致命缺陷, 非常严重, 特别严重, 极严重, 危险, 特急, cr, cri, crit, critical defect, fatal, catastrophic, dangerous, 灾难性, 重大安全, blocker, showstopper',
  },
  priority: {
    normal: '一般, 普通, 正常, 常规, 低, 中, 标准, p3, p4, low, medium, standard, regular, moderate, planning',
    important: '重要, 高, 较高, 优先, p2, high',
    urgent: '紧急, 特急, 加急, 非常紧急, 最高, 立即, p0, p1, critical, highest, emergency, immediate',
  },
  response_level: {
    low: '非紧急, 不紧急, 不急, 低, non urgent, not urgent',
    normal: '一般, 普通, 正常, 中, 标准, 常规, medium, standard, regular',
    urgent: '紧急, 特急, 加急, 非常紧急, 高, 重大, high, critical, emergency, immediate',
  },
  cause_class: {
    normal_state: '正常, 正常现象, 非故障, 无故障, 正常状态, 非质量问题, normal, not a fault, works as designed',
    operation:
      '操作, 操作不当, 使用不当, 操作问题, 使用方法, 误操作, 操作原因, 使用问题, operating error, user error, operator error',
    ageing:
      '老化, 自然老化, 正常磨损, 磨损, 自然损耗, 老化磨损, 寿命, 寿命到期, aging, wear, wear and tear, end of life',
    human_damage:
      '人为, 人为损坏, 人为因素, 人为故障, 外力损坏, 进水, 摔坏, customer damage, user damage, physical damage, abuse',
    production_quality:
      '生产质量, 制造质量, 质量问题, 产品质量, 生产质量问题, 制造不良, 生产不良, 品质不良, 质量缺陷, manufacturing defect, production defect, quality defect, quality',
    quality_hazard:
      '质量隐患, 隐患, 批量隐患, 批量质量隐患, 安全隐患, 设计缺陷, hazard, latent defect, potential quality issue',
    environment: '环境, 环境因素, 环境影响, 使用环境, 外部环境, 电压不稳, 雷击, environmental, external',
  },
  finding: {
    confirmed:
      '属实, 确认, 已确认, 故障确认, 确认故障, 故障属实, 不合格, ng, 确有故障, 有故障, 是, 故障重现, 复现, 不良, fault confirmed, verified, substantiated, valid, fail, failed',
    no_fault_found:
      '未发现故障, 无故障, 不属实, 合格, ok, 正常, 良品, 检测正常, 无异常, 未复现, 无法复现, 未见异常, 功能正常, 否, ntf, nff, no trouble found, not confirmed, unsubstantiated, cannot duplicate, pass, passed',
    different_fault: '其他故障, 故障不符, 与描述不符, 不同故障, 其它故障, other fault, different failure',
    not_examined:
      '未检测, 未检, 未检验, 未鉴定, 待检, 待检测, 未返回, 未分析, 未寄回, not tested, not inspected, not returned, pending inspection',
  },
  analysis_basis: {
    description: '描述, 客户描述, 文字描述, 文字, 口述, 用户描述, text, customer description',
    photo: '照片, 图片, 视频, 图片视频, 照片视频, 现场照片, picture, image, video, photos',
    returned_unit:
      '返回品, 退货品, 返回件, 实物, 不良品, 退回品, 返品, 客退品, 旧件, 返回样品, 寄回样品, returned part, returned sample, returned product, return',
    stock_sample: '库存, 库存品, 留样, 库存样品, 库存抽检, 留样品, retained sample, stock, retention sample',
    reproduction: '复现, 模拟, 再现, 模拟测试, 试验, 再现试验, 复现试验, 模拟试验, simulation, reproduced, lab test',
  },
  responsible_party: {
    company: '公司, 公司内部, 本公司, 我司, 内部, 厂内, 工厂, 本厂, 我方, 厂家, internal, factory, us, manufacturer',
    supplier: '供应商, 供方, 外协, 外协厂, 供货商, 配套厂, vendor',
    third_party:
      '第三方, 物流公司, 物流, 承运商, 安装商, 服务商, 经销商, 快递公司, third party, carrier, dealer, logistics',
    customer: '客户, 用户, 顾客, 消费者, 客户责任, 用户责任, 使用者, user, consumer, end user',
    force_majeure: '不可抗力, 自然灾害, 天灾, act of god, natural disaster',
    unknown: '未知, 不明, 待定, 无法判定, 不详, 未判定, undetermined, tbd, unclear',
  },
  responsibility: RESPONSIBILITY,
  disposition: {
    repair:
      '维修, 修理, 返修, 免费维修, 保修, 上门维修, 寄修, 现场维修, 返厂维修, repaired, fix, free repair, rework, 维修处理, 送修, 派工维修, 到府维修, repair on site, onsite repair',
    exchange:
      '换货, 更换, 换机, 换新, 更换整机, 以旧换新, 免费换货, 换整机, replacement, replace, replaced, swap, exchanged, 换新机, 更换新机, 换新品, 换新件机, exchange unit, swap unit',
    part_replacement:
      '换件, 更换配件, 更换部件, 更换零件, 补件, 补发配件, 寄配件, 换配件, 补寄配件, 补发, part replaced, parts replaced, spare part sent',
    refund:
      '退款, 退货, 退货退款, 仅退款, 退机, 退款退货, refunded, return, return and refund, money back, credit, 退货处理, 全额退款, 部分退款, full refund, partial refund',
    guidance:
      '指导, 电话指导, 远程指导, 使用指导, 解释, 解释说明, 技术指导, 技术支持, 电话解决, 远程解决, explanation, closed with explanation, instruction, advice, remote support, 电话指导解决, 操作指导, 客服说明, user education, phone support',
    compensation:
      '补偿, 赔偿, 赔付, 补偿金, 优惠券, 折让, 赔款, 经济补偿, 让步, compensated, discount, voucher, goodwill, monetary relief, closed with monetary relief',
    paid_repair: '付费维修, 有偿维修, 收费维修, 自费维修, 保外维修, chargeable repair',
    paid_exchange: '付费换货, 有偿换货, 折旧换货, 折价换货, 有偿更换, 付费更换, chargeable exchange',
    rejected: '拒绝, 不予处理, 不处理, 驳回, 拒赔, 不予受理, 拒绝退换, 不受理, denied, declined, refused, no action',
  },
  sale_channel: {
    online_platform:
      '电商, 电商平台, 京东, 天猫, 淘宝, 拼多多, 苏宁, 苏宁易购, 抖音, 唯品会, 亚马逊, 平台, 网店, 线上平台, 第三方平台, 线上, marketplace, platform, amazon, e commerce, jd, tmall, taobao, online',
    online_own:
      '官网, 自营网店, 官方商城, 自营商城, 自有商城, 微商城, 小程序商城, own website, own web shop, official store, webshop',
    dealer:
      '经销, 经销商, 代理, 代理商, 分销, 分销商, 渠道商, 批发, 批发商, distributor, reseller, wholesale, agent, 经销通路, 经销渠道',
    retail:
      '零售, 门店, 专卖店, 卖场, 商超, 实体店, 线下门店, 线下, 直营店, store, shop, retail store, 门市, 门市部, 店头',
    direct: '直销, 直营, 大客户, 工程, 项目, 团购, 集采, direct sale, direct sales, project, key account, b2b',
    other: '其他, 其它, 内部领用, others, misc',
  },
  destination_kind: {
    end_customer:
      '终端客户, 最终客户, 消费者, 用户, 最终用户, 终端用户, 个人, 终端, 直发客户, consumer, end user, customer',
    platform_warehouse:
      '平台仓, 平台仓库, 电商仓, 京东仓, 菜鸟仓, 云仓, 中心仓, 前置仓, fulfillment center, platform, fba, warehouse',
    dealer: '经销商, 代理商, 分销商, 渠道商, 批发商, 门店, 零售商, distributor, reseller, retailer, wholesaler',
  },
  ...FACTORY_WORDS,
};

/** Answers that any yes-or-no column may hold. */
export const YES = '是, 有, 对, 真, y, yes, true, t, 1, √, ✓, ✔, on';
export const NO = '否, 无, 没有, 不是, 不, n, no, false, f, 0, ×, ✗, ✘, off';

/** Answers that belong to one yes-or-no column. */
export const ANSWERS: Readonly<Record<string, { readonly yes: string; readonly no: string }>> = {
  safety_related: {
    yes: '安全, 涉及安全, 安全相关, 安全问题, 安全类, 涉及, 安全隐患, 安全事故, safety, safety related, safety issue',
    no: '非安全, 不涉及, 不涉及安全, 非安全类, 非安全问题, 未涉及, not safety related, non safety',
  },
  in_warranty: {
    yes: '保内, 在保, 保固内, 保固期内, 在保内, 保修, 保修内, 保修期内, 质保内, 质保期内, 三包内, 三包期内, 三包, 包修期内, 免费, in warranty, under warranty, within warranty, iw, in',
    no: '保外, 过保, 保固外, 保固期外, 已过保, 脱保, 出保, 超保, 不在保, 保修外, 保修期外, 质保外, 质保期外, 三包外, 三包期外, 非保修, 收费, out of warranty, oow, expired, no warranty, out',
  },
  human_caused: {
    yes: '人为, 人为损坏, 人为因素, 人为故障, customer induced, human, cid',
    no: '非人为, 非人为损坏, 非人为因素, 自然损坏, 自然故障, 非人为故障, not customer induced',
  },
  escalated: { yes: '已升级, 升级, 升级投诉, escalated', no: '未升级, 不升级, not escalated' },
  reopened: { yes: '重开, 已重开, 重新打开, reopened', no: '未重开, not reopened' },
  satisfied: {
    yes: '满意, 非常满意, 很满意, 比较满意, 基本满意, 较满意, satisfied, very satisfied, good',
    no: '不满意, 非常不满意, 很不满意, 不太满意, 较不满意, dissatisfied, unsatisfied, very dissatisfied, not satisfied, bad',
  },
};
