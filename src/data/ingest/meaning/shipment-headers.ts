import { COMPLAINT_HEADERS } from './complaint-headers';

/** What shipment exports call each canonical column; notation as in `complaint-headers`. What names the product is called the same in both. */
export const SHIPMENT_HEADERS: Readonly<Record<string, string>> = {
  shipped_at:
    '出货日期, 出货时间, 发货日期, 发货时间, 出库日期, 出库时间, 销售出库日期, 发运日期, 装运日期, 交运日期, 交货日期, 提货日期, 送货日期, 发出日期, 出厂日期, 销售日期, 过账日期, 单据日期, 业务日期, 开票日期, shipped at, ship date, shipment date, shipping date, date shipped, dispatch date, goods issue date, delivery date, posting date, sales date, invoice date, 出荷日, 出荷日期, shipped date, shipped on, 出库单日期, 发货单日期, delivery note date, 日期?, 时间?, date?, datetime?, time?',
  batch_no: COMPLAINT_HEADERS.batch_no ?? '',
  model: COMPLAINT_HEADERS.model ?? '',
  product_family: COMPLAINT_HEADERS.product_family ?? '',
  qty: '出货数量, 出货量, 发货数量, 发货量, 出库数量, 出库量, 实发数量, 实出数量, 交货数量, 送货数量, 发运数量, 销售数量, 销售量, 销量, 净销量, 主数量, 基本数量, 数量, 台数, 套数, 件数, qty, quantity, shipped qty, shipped quantity, ship quantity, units shipped, units sold, sales volume, units, pieces, pcs, qty shipped, quantity shipped, 出荷数量, 出荷数, delivered qty, delivery qty, volume?, count?',
  customer:
    '客户名称, 客户简称, 客户, 购货单位, 购货方, 收货单位, 收货方, 经销商名称, 经销商, 代理商, 往来单位, 售达方, 送达方, 门店, 店铺名称, 店铺, 网点名称, 网点, 买方, customer name, customer, consignee, ship to, sold to, dealer, buyer, client, ship to party, ship to customer, sold to party, ship to name, 往来单位名称, sold to name, account?',
  region: `${COMPLAINT_HEADERS.region}, 收货地区, 收货区域, 销往地区, 发往地区, 送货区域, 目的地, 到货地, destination`,
  carrier:
    '承运商, 承运人, 承运单位, 物流公司, 物流商, 物流名称, 快递公司, 运输公司, 运输商, 发货物流, 配送商, 快递, 物流, carrier, shipping carrier, freight carrier, courier, forwarder, logistics provider, shipped via, transporter, shipper, 货运公司, 货运行, 运送公司, 物流承运商, forwarding agent, 运输方式?',
  warehouse:
    '发货仓库, 出库仓库, 发货仓, 出货仓, 仓库名称, 仓库, 库房, 库存地点, 发货地点, warehouse, warehouse code, ship from, storage location, depot, distribution center, 仓别, 库别, 出货仓库, warehouse id, warehouse no, whs, shipping point, 仓位?, plant?',
  packaging_version:
    '包装版本, 包装版本号, 包装方案, 包装代码, 包材版本, packaging version, package version, packaging revision, packaging?',
  sale_channel:
    '销售渠道, 渠道类型, 渠道名称, 渠道, 销售平台, 平台, 销售类型, 销售方式, 客户类型, sale channel, sales channel, distribution channel, channel type, channel, 销售通路, 通路别, platform?',
  destination_kind:
    '目的地类型, 收货方类型, 收货类型, 收货对象, 发往类型, 出货去向, 去向, 流向, 客户类型, 客户类别, destination kind, destination type, consignee type, ship to type, customer type',
};
