/**
 * What complaint exports call each canonical column, most telling name first. Compared after folding; a phrase may also be found
 * inside a longer header. `?` marks a name that other things are called too: it counts less and only as the whole header.
 * A name listed for two columns is decided by the cells (投诉类型 holds categories in one house and symptoms in another).
 */
export const COMPLAINT_HEADERS: Readonly<Record<string, string>> = {
  complaint_no:
    '投诉编号, 投诉单号, 投诉号, 投诉序号, 投诉id, 工单号, 工单编号, 工单id, 服务单号, 服务单编号, 服务工单号, 服务请求号, 售后单号, 售后单编号, 售后编号, 售后服务单号, 售后工单号, 受理单号, 受理编号, 受理号, 报修单号, 报修编号, 报障单号, 维修单号, 维修工单号, 派工单号, 信息单号, 信息编号, 反馈编号, 反馈单号, 问题编号, 案件编号, 案件号, 个案号, 事件编号, 事件单号, 来电编号, 质量信息编号, 留言编号, 通知单号, 单据编号, 单据号, 记录编号, 流水号, 登记编号, 登记号, complaint id, complaint no, complaint number, ticket id, ticket no, ticket number, case id, case no, case number, incident id, incident number, issue id, issue key, claim no, claim number, service order no, service request number, sr number, work order no, wo number, report number, odi number, odino, cmplid, mdr report key, notification no, reference number, ref no, record id, document number, doc id, 申诉编号, 申诉单号, 诉求编号, 服务请求单号, 服务请求编号, 质量反馈单号, 受付番号, incident no, inquiry no, complaint reference, request id, notification, 服务申请单号, 异常单号, 异常编号, 客服单号, 案号, 立案编号, 立案号, 报告编号, 8d编号, ticket?, case?, 单号?, 编号?, id?, no?',
  previous_complaint_no:
    '上次投诉单号, 上次投诉编号, 上次工单号, 原工单号, 原投诉单号, 原投诉编号, 原服务单号, 前次投诉编号, 前次单号, 关联工单号, 关联投诉单号, 关联单号, 历史工单号, previous complaint no, previous ticket, previous case number, parent case, parent ticket id, related ticket, original ticket id, linked case',
  status:
    '状态, 投诉状态, 工单状态, 处理状态, 服务单状态, 单据状态, 受理状态, 当前状态, 处理进度, 进度, 流程状态, 审核状态, 完成状态, 售后状态, 结案状态, 关闭状态, 办理状态, status, complaint status, ticket status, case status, incident status, incident state, ステータス, 工单当前状态, case state, ticket state, issue state, request state, workflow state, current state, state?',
  handler:
    '处理人, 处理人员, 处理者, 受理人, 受理人员, 受理客服, 客服人员, 客服姓名, 客服专员, 客服, 坐席, 座席, 坐席工号, 接线员, 接待人, 经办人, 跟进人, 服务人员, 服务工程师, 维修人员, 维修工, 维修工程师, 维修师傅, 工程师, 技师, 师傅, 上门师傅, 登记人, 录入人, 制单人, 指派给, 当前处理人, 处理工程师, 办理人, handler, handled by, assignee, assigned to, agent, agent name, case owner, technician, engineer, representative, 受理客服人员, 担当者, owner?, operator?, 负责人?, 责任人?, 创建人?',
  occurred_at:
    '发生日期, 发生时间, 故障日期, 故障时间, 故障发生日期, 故障发生时间, 问题发生时间, 问题发生日期, 事发时间, 事故日期, 事故时间, 失效日期, 失效时间, 不良发生日期, 异常发生时间, 异常日期, 出现时间, occurred at, date occurred, occurrence date, failure date, date of failure, fail date, incident date, date of incident, date of event, event date, accident date, breakdown date, defect date, 发生日, 发生日时',
  received_at:
    '接收日期, 接收时间, 投诉日期, 投诉时间, 投诉登记时间, 投诉接收日期, 投诉受理日期, 受理日期, 受理时间, 反馈日期, 反馈时间, 客户反馈日期, 来电日期, 来电时间, 呼入时间, 进线时间, 接入时间, 接听时间, 报修日期, 报修时间, 报障时间, 登记日期, 登记时间, 受理登记时间, 接诉日期, 来函日期, 信息接收日期, 收到日期, 留言时间, 上报时间, 上报日期, 提报时间, 申请售后时间, 售后申请时间, 服务申请时间, 提交时间, 提交日期, 申请时间, 申请日期, 工单创建时间, 服务单创建时间, 工单时间, 建单时间, 建单日期, 开单日期, 开单时间, 创建时间, 创建日期, 录入日期, 录入时间, 制单日期, 制单时间, 单据日期, 生成时间, 发起时间, received at, date received, received date, date complaint received, complaint date, date of complaint, date opened, opened at, open date, open time, reported at, reported on, report date, date reported, date of report, submitted at, date submitted, submission date, logged at, log date, created at, created on, create time, created date, creation date, creation time, date entered, entry date, ldate, datea, 接获日期, 接获时间, 接单登记时间, 收到投诉日期, 收到投诉时间, 受付日, 受付日时, case opened, ticket opened, request date, date time opened, 立案日期, 立案时间, 提出日期, 提出时间, 建立日期, 建立时间, received?, opened?, created?, registered at?, 日期?, 时间?, date?, datetime?, time?, timestamp?',
  responded_at:
    '首次响应时间, 首响时间, 响应时间, 响应日期, 首次回复时间, 回复时间, 回复日期, 答复时间, 答复日期, 首次联系时间, 联系客户时间, 客户联系时间, 首次处理时间, 首次应答时间, 回应时间, responded at, first response time, first response at, first reply time, first replied at, response date, reply date, replied at, first contact date, response time?, 联系时间?',
  callback_at:
    '回访时间, 回访日期, 回电时间, 回电日期, 回拨时间, 电话回访时间, 客户回访时间, 回访完成时间, callback at, callback time, callback date, follow up date, follow up call date',
  assigned_at:
    '派工时间, 派工日期, 派单时间, 派单日期, 分派时间, 分派日期, 分配时间, 指派时间, 转派时间, 下派时间, 派发时间, 接单时间, 接单日期, 转办时间, 流转时间, assigned at, assigned date, assignment date, date assigned, dispatched at, dispatch time, dispatch date',
  planned_at:
    '方案时间, 处理方案时间, 方案给出时间, 方案提供时间, 方案日期, 方案确认时间, 方案下达时间, 计划制定时间, 对策提出日期, 对策时间, planned at, plan date, solution proposed at, plan given at',
  promised_at:
    '约定时间, 承诺时间, 承诺完成时间, 预约时间, 预约日期, 预约上门时间, 上门预约时间, 约定上门时间, 预计完成时间, 预计完成日期, 计划完成时间, 计划完成日期, 要求完成时间, 要求完成日期, 期望完成时间, 应完成时间, 截止时间, 截止日期, 到期时间, 限办时间, 办理时限, promised at, promised date, promise date, due date, due at, expected completion, expected resolution date, target date, appointment time, appointment date, scheduled at, scheduled date, estimated completion date, required end, required end date, planned end, due?, appointment?, eta?, 期限?',
  diagnosed_at:
    '诊断时间, 诊断日期, 检测时间, 检测日期, 检测完成时间, 鉴定时间, 鉴定日期, 判定时间, 判定日期, 分析完成时间, 分析日期, 原因分析时间, 检验日期, 检验时间, diagnosed at, diagnosis date, diagnosis time, date of diagnosis, inspection date, analysis date, examined at',
  notified_at:
    '通知时间, 通知日期, 告知时间, 告知日期, 结果通知时间, 结果告知时间, 通知客户时间, 告知客户时间, notified at, notification date, date notified, customer notified at, informed at',
  repair_started_at:
    '维修开始时间, 开始维修时间, 维修开始日期, 开工时间, 开始处理时间, 处理开始时间, 上门时间, 上门日期, 到达时间, 到场时间, 到达现场时间, 签到时间, 送修时间, 送修日期, 进厂日期, 进站时间, repair started at, repair start, repair start date, repair begin, work started at, arrival time, visit date, on site at, start time?',
  repair_completed_at:
    '维修完成时间, 维修完成日期, 维修结束时间, 完成维修时间, 修复时间, 修复日期, 维修日期, 维修时间, 修理日期, 完工时间, 完工日期, 服务完成时间, 服务完成日期, 上门完成时间, 离场时间, repair completed at, repair completion date, repair finished, repair date, repaired at, date repaired, service completed date, work completed at',
  replacement_shipped_at:
    '换货发货时间, 换货发出时间, 换货发货日期, 补发时间, 补发日期, 配件发货时间, 配件寄出时间, 备件发货时间, 新机发出时间, 换新发货时间, 补件发货日期, 寄出时间, 寄出日期, replacement shipped at, replacement ship date, replacement sent, exchange shipped, part shipped date',
  delivered_at:
    '签收时间, 签收日期, 收货时间, 收货日期, 确认收货时间, 到货时间, 到货日期, 送达时间, 送达日期, 妥投时间, 交付日期, 交付时间, 送货日期, delivered at, delivery date, delivered date, date delivered, delivery time, date of delivery',
  old_part_received_at:
    '旧件收到时间, 旧件签收时间, 旧件返回时间, 旧件返厂日期, 旧件回收时间, 旧件入库时间, 旧件接收日期, 退货收到时间, 退货入库时间, 退件签收时间, 退货签收时间, 返厂签收时间, 寄回签收时间, 返厂日期, 返厂时间, 客退品收到日期, old part received at, old part received, returned unit received, return received at, device returned date',
  refunded_at:
    '退款时间, 退款日期, 退款完成时间, 退款到账时间, 退款成功时间, refunded at, refund date, refund time, date refunded',
  resolved_at:
    '解决时间, 解决日期, 问题解决时间, 处理完成时间, 处理完成日期, 处理完毕时间, 处理结束时间, 完成时间, 完成日期, resolved at, resolution date, date resolved, solved at, completed at, completion date, complete time, complete timestamp, completn date, completn, resolution time?, 处理时间?, 处理日期?',
  confirmed_at:
    '效果确认时间, 效果确认日期, 客户确认时间, 客户确认日期, 效果验证时间, 效果验证日期, 验证日期, 验证时间, 确认时间, 确认日期, confirmed at, confirmation date, customer confirmed at, effect confirmed at, verification date',
  closed_at:
    '关闭时间, 关闭日期, 工单关闭时间, 工单完结时间, 投诉关闭日期, 结案时间, 结案日期, 结单时间, 结单日期, 完结时间, 完结日期, 关单时间, 销单时间, 销案日期, 归档时间, 归档日期, 办结时间, 办结日期, 封单时间, 终结日期, closed at, close date, closed date, date closed, close time, closing date, closure date, 闭环日期, 闭环时间, 完了日, 对应完了日, case closed date, ticket closed, date time closed, closed?, end date?',
  channel:
    '渠道, 投诉渠道, 投诉来源, 反馈渠道, 受理渠道, 受理方式, 来源渠道, 渠道来源, 来源, 信息来源, 工单来源, 服务来源, 投诉途径, 投诉方式, 反馈来源, 反馈方式, 来电渠道, 进线渠道, 报修渠道, 报修方式, 报修来源, 提交渠道, 申请来源, 接入渠道, channel, complaint channel, contact channel, ticket channel, intake channel, submitted via, case origin, contact method, report source, source, 反馈途径, 受理途径, 来电途径, 途径, received via, received through, reported via, origin?, via?, 数据来源?',
  category:
    '投诉类别, 投诉大类, 投诉性质, 投诉分类, 投诉类型, 工单类型, 工单类别, 工单分类, 业务类型, 业务类别, 服务类型, 服务类别, 诉求类型, 诉求分类, 请求类型, 信息类别, 信息类型, 反馈类型, 反馈类别, 售后类型, 受理类型, 单据类型, 事件类型, 一级分类, 来电类型, 问题类型, category, complaint category, complaint type, ticket type, case type, request type, record type, issue category, service type, inquiry type, nature of complaint, type?, 类别?, 类型?, 分类?, 性质?',
  customer_name:
    '客户名称, 客户姓名, 客户名, 客户, 用户姓名, 用户名称, 用户, 顾客姓名, 顾客, 投诉人, 投诉人姓名, 投诉客户, 报修人, 联系人, 联系人姓名, 消费者姓名, 收货人, 收件人, 买家昵称, 买家姓名, 买家, 会员名, 会员名称, 买家会员名, 反馈人, 申请人, 机主姓名, 车主姓名, 车主, 来电人, 姓名, customer name, customer, client name, client, consumer name, complainant, contact name, requester name, requester, reporter, buyer, caller, 顾客名, 得意先, customer acc, account name, reporter name, 用户名?',
  customer_contact:
    '联系电话, 联系方式, 客户电话, 客户手机, 用户电话, 用户手机, 手机号码, 手机号, 手机, 电话号码, 电话, 联系手机, 移动电话, 固定电话, 来电号码, 来电电话, 投诉人电话, 报修电话, 收货人电话, 邮箱, 电子邮箱, 客户地址, 用户地址, 联系地址, 详细地址, 收货地址, 安装地址, 上门地址, 地址, 微信号, customer contact, customer phone, customer email, requester email, phone number, phone, telephone, mobile, mobile phone, tel, contact number, address, 联系人电话, 客户联系方式, 客户联系电话, contact?, email?, qq?',
  order_no:
    '订单号, 订单编号, 订单id, 销售订单号, 电商订单号, 平台订单号, 京东订单号, 淘宝订单号, 天猫订单号, 原订单号, 子订单编号, 主订单编号, 交易订单号, 交易号, 交易编号, 购买订单号, 网店订单号, 发票号, 发票号码, 发票编号, 销售单号, 提货单号, 小票号, 合同号, 合同编号, order no, order id, order number, sales order, po number, purchase order, invoice no, invoice number, receipt no, order?',
  region:
    '省份, 省, 地区, 区域, 所属区域, 所在区域, 所在地区, 所在省份, 所属省份, 客户省份, 客户地区, 客户区域, 用户地区, 用户所在省, 投诉地区, 投诉区域, 使用地区, 收货省份, 省市, 省市区, 省区, 大区, 片区, 销售区域, 行政区域, 区域名称, 所在地, 国家, region, province, consumer state, customer state, origin state, home state, shipping state, billing state, state code, area, territory, country, location?, district?, 位置?, 办事处?, 分公司?, state?',
  city: '城市, 所在城市, 所属城市, 客户城市, 用户城市, 收货城市, 地市, 所在市, 县市, 市, city, consumer city, town, 区县?',
  model:
    '产品型号, 型号, 规格型号, 型号规格, 机型, 产品机型, 整机型号, 设备型号, 商品型号, 机器型号, 故障机型, 投诉机型, 车型, 款型, 款号, 货号, 商品货号, model, product model, model name, model number, model no, vehicle model, car model, device model, modeltxt, sku, sku编码, sku id, sku code, 物料编码, 物料编号, 物料号, 料号, 产品编码, 产品编号, 产品代码, 商品编码, 商品编号, 存货编码, 产品规格, 规格, 品名, 产品名称, 商品名称, 物料名称, 存货名称, 货品名称, 商品标题, 产品, 商品, product code, product name, item number, item code, item no, article number, article no, material number, product, 品号, 品番, 型番, 型式, 制品名, 机种名称, 物料描述, 产品描述, 商品描述, material description, product description, item description, 商家编码, 物料长代码, brand name, item?, material?, product id?, part number?',
  product_family:
    '产品系列, 系列, 产品大类, 产品类别, 产品类型, 产品线, 产品种类, 产品品类, 产品分类, 产品组, 品类, 品类名称, 商品类别, 商品分类, 商品类目, 机型系列, 车系, 物料组, 品种, product family, product line, product category, product type, product group, product series, item group, vehicle line, family?, series?, 大类?',
  serial_no:
    '序列号, 产品序列号, 产品序号, 机器序号, 整机序列号, 机身号, 机身条码, 机身编码, 机身码, 机编, 机号, 机器编号, 机器条码, 整机条码, 整机编码, 内机条码, 外机条码, 产品条码, 出厂编号, 出厂号, 设备编号, 设备序列号, sn, sn码, sn号, 产品sn, imei, imei号, 串号, 串码, vin, vin码, 车架号, 车辆识别代号, 车辆识别码, 底盘号, 钢印号, 铭牌编号, 产品身份码, 身份码, 一机一码, serial no, serial number, device serial, unit serial, product serial number, vehicle identification number, udi, esn, 制造番号, 机番, 整机sn, 主机sn, unit serial no, device serial no, serial?, 条码?, 条形码?, mac地址?, mac?, 序号?',
  batch_no:
    '批次号, 批号, 生产批次号, 生产批次, 生产批号, 产品批号, 产品批次, 批次编号, 批次码, 批次, 制造批次, 出货批次, 生产日期码, 日期码, 喷码, 炉号, 周期码, 生产周次, 生产周期, 生产订单号, 生产工单号, batch no, batch number, batch id, batch code, batch, lot no, lot number, lot code, lot, date code, production lot, manufacturing lot, ロット番号, ロットno, ロット, 批量号',
  software_version:
    '软件版本, 软件版本号, 固件版本, 固件版本号, 系统版本, 程序版本, app版本, 版本号, software version, firmware version, firmware, sw version, fw version, os version, app version, version?, 版本?',
  purchased_at:
    '购买日期, 购买时间, 购机日期, 购机时间, 购货日期, 购车日期, 下单时间, 下单日期, 订单时间, 订单日期, 订单付款时间, 订单创建时间, 订购日期, 付款时间, 支付时间, 成交时间, 拍下时间, 发票日期, 开票日期, 销售日期, 售出日期, purchased at, purchase date, date of purchase, date purchased, purch dt, buy date, order date, order time, sale date, sold date, date sold, invoice date, 购入日期, 购入时间, 购入日, bought on',
  activated_at:
    '激活时间, 激活日期, 启用日期, 启用时间, 首次使用日期, 开始使用日期, 投用日期, 投入使用日期, 装机日期, 装机时间, 安装日期, 安装时间, 开通时间, 保修开始日期, 保修起始日期, 质保开始日期, 质保起算日, 起保日期, 注册日期, 绑定时间, 联网时间, activated at, activation date, first use date, install date, installation date, installed at, date installed, commissioning date, in service date, warranty start, warranty start date, registration date, 使用日期?',
  produced_at:
    '生产日期, 生产时间, 产品生产日期, 制造日期, 制造时间, 出厂日期, 出厂时间, 下线日期, 下线时间, 完工入库日期, produced at, production date, prod date, manufacture date, manufactured at, manufacturing date, date of manufacture, build date, mfg date, mfr date, manuf dt',
  shipped_at:
    '出货日期, 出货时间, 发货日期, 发货时间, 出库日期, 出库时间, 发运日期, 交货日期, 发出日期, shipped at, ship date, shipment date, shipping date, date shipped',
  price_paid:
    '购买价格, 购机价格, 成交价, 成交价格, 实付金额, 支付金额, 订单金额, 买家实际支付金额, 销售价格, 销售价, 售价, 单价, 价格, 商品价格, 商品单价, 商品金额, 产品价格, 销售金额, price paid, purchase price, sale price, unit price, price, order amount, order total, amount paid',
  failure_group:
    '故障大类, 故障类别, 故障分类, 故障类型, 不良大类, 不良类别, 不良分类, 不良类型, 缺陷大类, 缺陷类别, 缺陷分类, 问题大类, 问题类别, 问题分类, 问题类型, failure group, failure category, failure class, defect category, defect class, defect group, defect type, problem category, fault class',
  failure_mode:
    '故障现象, 故障现象名称, 故障现象代码, 故障模式, 失效模式, 故障名称, 故障代码, 故障码, 不良现象, 不良项目, 不良名称, 不良代码, 不良内容, 缺陷名称, 缺陷代码, 缺陷现象, 问题现象, 问题名称, 问题点, 异常现象, 异常类型, 故障症状, 症状, 报修现象, 报修故障, 报修原因, 维修现象, 投诉问题, 投诉项目, 投诉原因, 投诉类型, 问题类型, 投诉内容, 典型问题, 退货原因, 退换货原因, 售后原因, 申请原因, 故障类型, 故障类别, 故障分类, 不良类型, 不良类别, 问题分类, 问题类别, 故障, 不良, 缺陷, 现象, failure mode, failure code, failure type, failure, fault code, fault name, fault, error code, defect code, defect name, defect type, defect, symptom code, symptom, issue type, issue, problem code, problem type, device problem, problem, complaint code, complaint reason, reason code, return reason, 故障情形, 故障状况, 不良情形, 不良状况, 不良症状, 异常情形, 异常内容, 不具合内容, 不具合现象, 故障内容, failure symptom, failure description, 退款原因, 退货退款原因, 退换原因, 售后原因二级, 二级故障, 二级原因, 故障二级分类, 问题二级分类, case reason, reason for return, code text, 异常项目, 故障项目, 缺陷项目, 问题项目, 问题归类, 故障归类, nature of defect, nature of problem, reason?',
  failure_part:
    '故障部件, 故障部位, 故障零件, 故障件, 故障件名称, 失效部件, 失效件, 不良部位, 不良部件, 问题部件, 问题部位, 缺陷部位, 故障总成, 损坏部件, 主因件, 故障物料, 涉及部件, 部件名称, 零件名称, 零部件, 部件, 部位, failure part, failed part, faulty part, failed component, defective part, defective component, component, components, part name, part?',
  fault_type: '故障类型, 故障属性, 故障种类, 软硬件, 软硬件类型, fault type, hardware or software',
  frequency:
    '发生频率, 故障频率, 出现频率, 发生频次, 故障频次, 复现频率, 复现概率, 发生概率, 再现性, 频率, 频次, frequency, failure frequency, occurrence, how often, reproducibility',
  description:
    '问题描述, 故障描述, 投诉内容, 投诉描述, 投诉详情, 投诉事由, 现象描述, 故障现象描述, 详细描述, 问题详情, 问题内容, 问题说明, 问题反馈, 反馈内容, 客户反馈, 客户描述, 客户描述问题, 用户描述, 用户反馈, 用户反映, 客户反映问题, 客户诉求描述, 诉求内容, 诉求描述, 来电内容, 通话内容, 受理内容, 工单内容, 工单描述, 报修内容, 报修描述, 故障说明, 故障详情, 不良描述, 不良说明, 缺陷描述, 异常描述, 事件描述, 事情经过, 情况说明, 留言详情, 描述, 详情, 简述, description, problem description, issue description, complaint description, complaint text, complaint details, complaint narrative, consumer complaint narrative, failure description, defect description, event description, narrative, desc, details, cdescr, mdr text, 问题经过, 客户意见, 客户声音, customer comments, customer comment, customer statement, voice of customer, what happened, 退款说明, 售后说明, 问题简述, 故障简述, 买家留言, long text, event text, short text, 异常说明, 异常情况, 不良情况, 故障情况, 异常现象描述, 客户反映内容描述, complaint?, body?, message?, comments?, summary?, subject?, text?, notes?, 内容?, 主题?, 留言?, 备注?',
  usage_environment:
    '使用环境, 使用场景, 使用条件, 使用工况, 工况, 环境条件, 安装环境, 应用环境, usage environment, use environment, operating environment, operating conditions, environment?',
  evidence:
    '证据, 凭证, 凭证图片, 上传凭证, 证明材料, 问题图片, 投诉附件, 图片链接, 照片链接, 图片地址, 图片url, 图片, 照片, 视频, 附件, evidence, photos, photo, pictures, picture, images, image url, image, attachments, attachment, video',
  severity:
    '严重度, 严重程度, 严重等级, 严重级别, 严重性, 投诉严重程度, 问题严重度, 故障等级, 故障级别, 缺陷等级, 缺陷级别, 不良等级, 不良级别, 问题等级, 问题级别, 危害程度, 影响程度, severity, severity level, severity class, defect severity, defect level, seriousness, harm level, severity rating, 严重性等级',
  priority:
    '优先级, 优先级别, 优先等级, 优先度, 处理优先级, 工单优先级, 重要程度, 重要性, 重要度, 重要等级, priority, ticket priority, case priority, importance',
  response_level:
    '响应级别, 响应等级, 响应时效级别, 紧急程度, 紧急度, 紧急级别, 紧急等级, 缓急程度, 急缓程度, 时效等级, response level, response class, urgency, sla level, service level',
  safety_related:
    '安全相关, 是否安全相关, 是否涉及安全, 涉及安全, 是否涉安全, 是否安全问题, 安全问题, 是否安全事故, 安全事故, 是否有安全隐患, 安全隐患, 是否安全, 人身安全, 安规问题, safety related, safety relevant, safety issue, safety flag, is safety, safety',
  cause_class:
    '原因类别, 原因分类, 原因类型, 原因大类, 原因判定, 原因性质, 原因定性, 原因归类, 故障原因类别, 故障原因分类, 故障性质, 质量性质, 问题定性, 故障定性, 定性, cause class, cause category, cause type, root cause category, cause classification',
  finding:
    '鉴定结果, 鉴定结论, 检测结果, 检测结论, 检验结果, 检验结论, 判定结果, 判定结论, 复核结果, 复判结果, 确认结果, 核实结果, 调查结果, 故障确认, 是否确认故障, 故障是否属实, 投诉是否属实, 是否属实, finding, findings, inspection result, test result, examination result, verification result, investigation result, analysis result, fault confirmed, complaint confirmed',
  analysis_basis:
    '分析依据, 判定依据, 判断依据, 分析方式, 分析样品, 样品来源, analysis basis, basis of analysis, evidence basis',
  diagnosis:
    '诊断结果, 诊断结论, 诊断内容, 诊断描述, 诊断, 根本原因, 真因, 故障原因, 故障原因分析, 原因分析, 问题原因, 不良原因, 失效原因, 产生原因, 维修原因, 初步原因, 原因描述, 分析结果, 分析结论, 故障判断, 检测描述, diagnosis, root cause, failure cause, cause of failure, probable cause, cause description, failure analysis, analysis?, 原因?, cause?',
  responsible_party:
    '责任方, 责任主体, 责任归属方, 责任归属, 责任单位, 责任对象, 归责, responsible party, liable party, liability',
  responsibility:
    '责任判定, 责任归属, 责任类别, 责任分类, 责任类型, 责任环节, 责任划分, 责任认定, 最终责任, 最终责任判定, 责任原因, 责任, responsibility, responsibility class, responsible process, accountability',
  initial_responsibility:
    '初判责任, 初步责任, 初步责任判定, 初始责任, 初步判责, 责任初判, 初判责任归属, initial responsibility, preliminary responsibility',
  responsible_department:
    '责任部门, 责任部门名称, 主责部门, 责任科室, 责任车间, 责任班组, 责任单位, 归口部门, 承办部门, 主办部门, responsible department, responsible dept, owning department, department responsible, 权责单位, 权责部门, 责任归属部门, own department, owner department, assignment group, owner group, department?, dept?',
  supplier:
    '供应商, 供应商名称, 供应商简称, 责任供应商, 供方, 供方名称, 供货商, 厂商, 厂家, 配套厂, 配套厂家, supplier, supplier name, vendor, vendor name, 生产厂家?, 生产厂商?, 制造商?, manufacturer?',
  in_warranty:
    '是否在保, 是否保内, 保内保外, 保内外, 是否在保修期内, 是否质保期内, 是否三包期内, 是否保固期内, 是否在保固期内, 保固状态, 是否保修, 是否三包, 保修期内, 质保期内, 保修状态, 质保状态, 三包状态, 保修类型, 保修标志, 保修属性, 三包标识, in warranty, under warranty, within warranty, is warranty, warranty status, warranty flag, 是否保固内, 保固内外, 保固内, 是否保固, 是否过保, 保修内外, warranty y n, within warranty period, warranty?',
  human_caused:
    '是否人为, 是否人为损坏, 是否人为因素, 人为损坏, 人为因素, 人为故障, 人为, human caused, customer induced damage, customer induced, customer damage, user damage, physical damage, misuse',
  demand:
    '客户诉求, 用户诉求, 投诉诉求, 客户要求, 用户要求, 顾客要求, 投诉要求, 客户需求, 客户期望, 期望处理方式, 期望结果, 申请类型, 申请售后类型, 售后申请类型, 客户申请, 诉求, demand, customer demand, customer request, requested remedy, requested resolution, requested action, desired outcome, 售后类型, 退换类型, 退换货类型, 售后服务类型, 申请服务类型, return or exchange, 期望?',
  disposition:
    '处理方式, 处理结果, 最终处理方式, 处置方式, 处置结果, 处理措施, 处理方法, 处理方案, 处理类型, 处理意见, 处理决定, 售后处理方式, 解决方式, 解决方案, 服务方式, 维修方式, 服务结果, 办理结果, 审核结果, disposition, resolution, resolution type, resolution code, action taken, repair action, remedy, outcome, company response to consumer, settlement, 对应内容, 处置内容, 维修措施, 处理对策, 解决措施, 处置措施, 对策, 处理内容?',
  rejected_reason:
    '拒绝原因, 拒绝理由, 驳回原因, 驳回理由, 不予处理原因, 不受理原因, 审核不通过原因, 拒赔原因, rejected reason, rejection reason, reason for rejection, denial reason, decline reason',
  repair_count:
    '维修次数, 累计维修次数, 修理次数, 返修次数, 报修次数, 上门次数, repair count, number of repairs, repair attempts, times repaired, repairs?',
  replaced_parts:
    '更换配件, 更换部件, 更换零件, 更换件, 更换件名称, 更换备件, 更换物料, 换件名称, 换件, 维修配件, 维修用料, 使用配件, 配件名称, 备件名称, 配件, 用料, replaced parts, parts replaced, replaced part, parts used, spare parts, spare part',
  replacement_serial_no:
    '新机序列号, 新机编号, 新机条码, 新机身号, 新序列号, 新sn, 换新序列号, 换新条码, 换机序列号, 换货序列号, 换后序列号, 更换后序列号, 更换后sn, replacement serial no, replacement serial, new serial number, exchange serial number',
  cost: '费用, 维修费用, 维修费, 处理费用, 总费用, 费用合计, 费用金额, 售后费用, 服务费, 服务费用, 损失金额, 质量损失, 质量成本, 索赔金额, 赔偿金额, 赔付金额, 理赔金额, 补偿金额, 退款金额, 结算金额, 合计金额, 材料费, 工时费, 金额, cost, total cost, cost total, repair cost, cost repair, claim amount, compensation amount, refund amount, settlement amount, expense, total amount, amount?',
  freight:
    '运费, 运费金额, 来回运费, 物流费用, 物流费, 快递费用, 快递费, 邮费, 运输费, 运杂费, freight, freight cost, shipping cost, shipping fee, shipping charge, postage',
  return_no:
    '退货单号, 退货编号, 退换货单号, 退换单号, 返修单号, 退机单号, 返品单号, 退料单号, 寄修单号, 退款编号, rma, rma编号, rma no, rma number, return no, return id, return number, return authorization',
  escalated:
    '是否升级, 是否升级投诉, 升级投诉, 投诉升级, 是否重大投诉, 重大投诉, 升级, escalated, is escalated, escalation flag, escalation',
  reopened: '是否重开, 是否重新打开, 是否复开, 重新打开, 重开, reopened, is reopened, reopen flag, reopen',
  recheck_count: '复检次数, 复验次数, 复查次数, 复判次数, recheck count, re inspection count, number of rechecks',
  recheck_by: '复检人, 复检人员, 复验人, 复核人, 复查人, rechecked by, recheck by, re inspected by, reviewer?',
  satisfaction:
    '满意度, 满意度评分, 满意度得分, 满意度分值, 满意评分, 客户满意度, 回访满意度, 服务评分, 评价星级, 评价分, 评分, 星级, 打分, satisfaction, satisfaction score, satisfaction rating, customer satisfaction, csat, csat score, rating, stars, score?',
  satisfied:
    '是否满意, 客户是否满意, 满意与否, 满意情况, 满意度, 客户满意度, 回访满意度, 回访结果, 评价结果, satisfied, is satisfied, customer satisfied',
};
