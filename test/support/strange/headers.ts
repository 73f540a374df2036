import type { Dataset } from '../../../src/domain/columns';

/** What a system calls its columns: simplified, traditional, English, abbreviated English. */
export const TONGUES = ['zh', 'tw', 'en', 'short'] as const;
export type Tongue = (typeof TONGUES)[number];

/** One column of a made-up export. */
export interface Field {
  /** Canonical columns that a person would accept, best first; empty = it must stay extra. */
  readonly targets: readonly string[];
  readonly names: Readonly<Record<Tongue, readonly string[]>>;
  /** How often a file has it, 0…1. */
  readonly share: number;
}

/**
 * `targets: simplified; traditional; English; abbreviated`, names divided by bars; a `*` before it marks what every file has. Written
 * from the trade's usage and not from the product's lists, so that it measures them.
 */
const LISTS: Readonly<Record<Dataset, readonly string[]>> = {
  complaint: [
    '*complaint_no: 客诉单号|投诉工单编号|售后服务单编号|工单ID|质量反馈单号|案件流水号|CRM工单号|客诉编码|受理流水号|服务请求编号; 客訴單號|客訴編號|案件編號|服務單號|客戶抱怨單號|申訴編號|報修單號; Complaint No.|Ticket #|Case ID|Complaint Number|Incident No|Service Request ID|Claim ID|SR #|Case Ref.|Customer Complaint ID; CMPL_NO|TKT_ID|CASE_NBR|cmplnt_id|SR_NUM|ticket_nbr|INC_NO',
    '*received_at: 投诉时间|受理日期|客诉接收日期|报修时间|反馈日期|登记时间|接诉日期|投诉日|客户反馈时间|收到投诉日期|来电时间; 受理日期|客訴日期|接獲日期|反映日期|登錄日期|報修日期|受理日|客訴受理日; Date Received|Complaint Date|Opened On|Reported Date|Received Date/Time|Date of Complaint|Case Opened|Logged Date|Created Time|Date Reported; RCVD_DT|recv_date|cmpl_dt|OPEN_DT|crt_dt|CREATED_DTTM|rpt_dt',
    'closed_at: 结案日期|关闭时间|工单关闭时间|办结时间|闭环日期|结单日期; 結案日期|結案日|關閉時間|完結日期; Date Closed|Closed On|Case Closed Date|Closure Date|Closed Time; CLS_DT|close_dt|CLOSED_DTTM',
    'purchased_at: 购买日期|购机日期|购买时间|用户购买日期|购买日; 購買日期|購機日|購入日期; Purchase Date|Date Purchased|Date of Purchase|Bought On; PURCH_DT|purch_date',
    'produced_at: 生产日期|制造日期|产品生产日期; 生產日期|製造日期|製造日; Production Date|Mfg. Date|Manufactured On|Build Date; MFG_DT|PROD_DT',
    '*model: 产品型号|机型|型号|规格型号|产品机型|商品型号|物料编码; 產品型號|機種|型號|料號|機種名稱; Model|Product Model|Model No.|Item Number|Model Name|Product Code; MDL|MODEL_NO|PROD_CD|itm_no|MDL_NBR',
    'serial_no: 序列号|机身编号|整机SN|产品序列号|SN号|机身条码; 序號|產品序號|機身號碼|機號; Serial Number|S/N|Serial No.|Unit Serial|Device S/N; SER_NO|SN|SERIAL_NBR|ser_num',
    'batch_no: 生产批号|批次|批次号|产品批号|生产批次; 批號|生產批號|批次號碼; Batch No.|Lot Number|Batch|Batch/Lot|Lot #; BTCH_NO|LOT_NBR|batch_num',
    '*failure_mode: 故障现象|不良现象|故障名称|问题现象|异常现象|不良症状; 不良現象|故障現象|故障情形|不良症狀|異常現象; Failure Mode|Symptom|Defect|Fault|Defect Code|Issue|Failure Symptom; FAIL_MODE|DEFECT_CD|SYMPT|fault_cd',
    'description: 问题描述|投诉内容|客户反馈内容|故障详细描述|情况说明|投诉详情; 問題描述|客訴內容|反映內容|問題說明|抱怨內容; Description|Complaint Details|Problem Description|Customer Comments|Narrative|Details of Complaint; DESCR|CMPL_DESC|prob_desc|CMPL_TXT',
    'severity: 严重程度|严重度|严重等级|严重性; 嚴重度|嚴重程度|嚴重等級; Severity|Severity Level|Seriousness; SEV|SEV_LVL|SEVERITY_CD',
    'status: 状态|处理状态|工单状态|当前状态; 狀態|處理狀態|案件狀態; Status|Case Status|Current Status; STAT|STS|STATUS_CD',
    'channel: 投诉渠道|来源|受理渠道|反馈途径; 客訴來源|受理管道|來源|反映管道; Channel|Source|Contact Channel|Received Via; CHNL|SRC|chan_cd',
    'region: 省份|区域|客户所在地区|销售区域; 地區|區域|客戶地區; Region|State|Province|Area; RGN|REGION_CD',
    'customer_name: 客户姓名|联系人|用户姓名|客户名称; 客戶姓名|聯絡人|客戶名稱|顧客姓名; Customer Name|Customer|Contact Name|Complainant; CUST_NM|CUST_NAME|cust',
    'customer_contact: 联系电话|手机号|客户电话|联系方式; 聯絡電話|電話|手機號碼; Phone|Contact Phone|Customer Phone|Tel.; CUST_TEL|PHONE_NO|cust_ph',
    'cost: 维修费用|处理费用|费用合计|赔付金额|损失金额; 維修費用|處理費用|賠償金額; Repair Cost|Total Cost|Cost|Claim Amount; RPR_COST|COST_AMT|tot_cost',
    'disposition: 处理方式|处理结果|处置方式; 處理方式|處理結果|處置方式; Disposition|Resolution|Action Taken; DISP|RESOL_CD|DISP_CD',
    'responsible_department: 责任部门|承办部门; 責任部門|權責單位; Responsible Department|Owning Dept|Responsible Dept.; RESP_DEPT|OWN_DEPT',
    'in_warranty: 是否在保|保内/保外|是否保修期内; 是否保固內|保固狀態|保固內外; In Warranty?|Under Warranty|Warranty (Y/N); IN_WTY|WARR_FLG|wty_flag',
  ],
  shipment: [
    '*shipped_at: 出货日期|发货时间|出库日期|发运日|销售出库日期; 出貨日期|出貨日|交貨日期; Ship Date|Shipped On|Date Shipped|Dispatch Date|Goods Issue Date; SHIP_DT|shpd_dt|DLVRY_DT',
    'batch_no: 生产批号|批次|产品批次号; 批號|生產批號; Batch No.|Lot Number|Batch; BTCH_NO|LOT_NBR',
    '*model: 产品型号|型号|物料编码|规格型号|存货编码; 型號|料號|品號|機種; Model|Item No.|SKU|Product Code|Material; MDL|ITM_NO|sku_cd|MATL_NO',
    '*qty: 出货数量|发货数量|数量|实发数量|出库量; 出貨數量|數量|出貨量; Quantity|Qty Shipped|Shipped Qty|Units|Ship Qty; QTY|SHP_QTY|qty_shipd',
    'customer: 客户名称|购货单位|收货单位|经销商; 客戶名稱|客戶|經銷商; Customer|Ship-to Party|Consignee|Sold To; CUST_NM|SHIP_TO|cust',
    'region: 省份|销售区域|地区; 地區|區域; Region|Province|State; RGN|REGION_CD',
    'carrier: 承运商|物流公司|快递公司; 承運商|貨運公司|物流公司; Carrier|Freight Carrier|Forwarder; CARR|CARRIER_CD',
    'warehouse: 发货仓库|仓库|仓库名称; 出貨倉庫|倉庫|倉別; Warehouse|Ship From|WH; WHSE|WH_CD|whs_id',
    'packaging_version: 包装版本|包材版本; 包裝版本|包裝版次; Packaging Version|Packaging Rev.; PKG_VER|pkg_rev',
    'sale_channel: 销售渠道|渠道类型; 銷售通路|通路; Sales Channel|Channel; SLS_CHNL|CHNL',
  ],
  batch: [
    '*batch_no: 生产批号|批次号|产品批号|批次; 生產批號|批號|成品批號; Batch No.|Batch ID|Production Batch|Batch Number; BTCH_NO|batch_num|BATCH_ID',
    '*model: 产品型号|型号|机型|产品编码; 產品型號|機種|料號; Model|Product|Item Number; MDL|PROD_CD|ITM_NO',
    'plant: 生产工厂|工厂|厂区; 生產工廠|廠別|廠區; Plant|Factory|Site; PLNT|FCTY|site_cd',
    '*line: 生产线|产线|线别|拉线; 生產線|線別|產線; Production Line|Line|Line No.; LN_NO|PROD_LN|line_cd',
    'shift: 班次|班别|生产班次; 班別|班次; Shift|Work Shift; SHFT|SHIFT_CD',
    '*produced_at: 生产日期|完工日期|下线日期|生产日; 生產日期|完工日期|完工日; Production Date|Build Date|Completed On|Mfg. Date; MFG_DT|PROD_DT|cmplt_dt',
    '*qty: 生产数量|完工数量|产量|入库数量; 生產數量|完工數量|產量; Quantity|Produced Qty|Output Qty|Good Qty; QTY|PROD_QTY|out_qty',
    'work_order: 工单号|生产订单号|制令单号; 製令單號|工單號碼|工單單號; Work Order|Production Order|WO No.; WO_NO|PROD_ORD|wo_nbr',
    'document_revision: 作业指导书版本|工艺文件版本; 作業指導書版次|SOP版次; Document Revision|WI Rev.; DOC_REV|wi_rev',
  ],
  material_lot: [
    '*lot_no: 物料批号|来料批号|材料批次; 物料批號|來料批號|材料批號; Material Lot|Lot No.|Supplier Lot No.; MATL_LOT|LOT_NBR',
    '*part_no: 物料编码|料号|零件号; 料號|物料編號|零件號碼; Part No.|Material Number|Component No.; PART_NO|MATL_NO|pn',
    '*part_name: 物料名称|零件名称|品名; 品名|物料名稱|零件名稱; Part Name|Material Description|Component; PART_NM|MATL_DESC|part_desc',
    'part_family: 物料类别|物料组; 物料類別|材料分類; Part Family|Commodity|Material Group; PART_FAM|MATL_GRP',
    '*supplier: 供应商|供应商名称|供方; 供應商|廠商名稱|供應商名稱; Supplier|Vendor|Vendor Name; SUPP_NM|VNDR|vend_name',
    '*received_at: 到货日期|收货日期|进料日期|入库日期; 進料日期|到貨日期|收貨日; Received Date|Receipt Date|Goods Receipt Date|Date Received; RCVD_DT|RCPT_DT|gr_dt',
    'qty: 到货数量|来料数量|收货数量; 進料數量|到貨數量; Received Qty|Quantity|Qty Received; RCVD_QTY|QTY',
    'iqc_result: 来料检验结果|IQC判定|检验结论; 進料檢驗結果|IQC判定|檢驗結果; IQC Result|Incoming Inspection|Inspection Result; IQC_RSLT|INSP_RSLT',
  ],
  consumption: [
    '*parent: 父件批号|成品批号|上阶批次; 母件批號|成品批號|上階批號; Parent Batch|Finished Batch|Parent Lot; PRNT_BATCH|PARENT_LOT',
    '*child: 子件批号|投料批号|用料批次|材料批号; 子件批號|投料批號|用料批號; Component Lot|Child Lot|Consumed Lot|Input Lot; CHLD_LOT|COMP_LOT',
    '*qty: 投料数量|用量|耗用数量; 投料數量|用量|耗用數量; Consumed Qty|Quantity|Qty Used; CONS_QTY|QTY|used_qty',
    'at: 投料时间|上料时间|领料日期; 投料時間|上料時間|領料日; Consumption Time|Issued At|Issue Date; CONS_DT|ISSUE_DT',
    'line: 产线|生产线|线别; 線別|生產線; Line|Production Line; LN_NO|PROD_LN',
  ],
  serial: [
    '*serial_no: 序列号|机身号|整机条码|SN; 序號|機身號碼|產品序號; Serial Number|S/N|Unit Serial No.; SER_NO|SN|serial_nbr',
    '*batch_no: 生产批号|批次号|批次; 批號|生產批號; Batch No.|Lot Number|Batch; BTCH_NO|batch_num',
    '*shipped_at: 出货日期|发货日期|出库日期; 出貨日期|出貨日; Ship Date|Shipped On|Date Shipped; SHIP_DT|shpd_dt',
    'activated_at: 激活日期|首次使用日期|启用日期; 啟用日期|開通日期; Activation Date|Activated On; ACTV_DT|activ_dt',
    'customer: 客户名称|经销商|收货单位; 客戶名稱|經銷商; Customer|Dealer|Ship To; CUST_NM|SHIP_TO',
  ],
  stock: [
    '*batch_no: 批次号|生产批号|批次; 批號|生產批號; Batch No.|Batch; BTCH_NO|batch_num',
    '*qty: 库存数量|现存量|结存数量|可用数量; 庫存數量|現有庫存|庫存量; Stock Qty|On Hand|Quantity On Hand|Inventory Qty; OH_QTY|STK_QTY|INV_QTY',
    '*place: 仓库|仓库名称|库位|存放地点; 倉庫|庫別|儲位; Warehouse|Storage Location|Location; WHSE|STOR_LOC|whs_id',
    '*stock_status: 库存状态|质量状态|批次状态; 庫存狀態|品質狀態; Stock Status|Quality Status|Inventory Status; STK_STAT|INV_STS',
    '*as_of: 库存日期|盘点日期|截止日期|快照日期; 盤點日期|庫存日期|結存日; As Of Date|Snapshot Date|Inventory Date|Stock Date; ASOF_DT|SNAP_DT|stk_dt',
  ],
  returned_item: [
    '*return_no: 退货单号|返修单号|RMA编号|退换货单号; 退貨單號|RMA單號|退換貨單號; RMA No.|Return Number|Return ID; RMA_NO|RTN_NBR',
    '*complaint_no: 客诉单号|工单号|关联客诉单号; 客訴單號|案件編號|服務單號; Complaint No.|Case ID|Ticket Number; CMPL_NO|CASE_NBR|TKT_ID',
    'serial_no: 序列号|机身号|产品序列号; 序號|產品序號|機身號碼; Serial Number|S/N; SER_NO|SN',
    '*applied_at: 退货申请日期|申请时间|退货日期; 申請日期|退貨申請日期|退貨日; Request Date|Return Date|Application Date; RTN_DT|REQ_DT',
    'received_at: 收货日期|退货签收时间|入库日期|实物收到日期; 收貨日期|入庫日期|簽收日期; Received Date|Date Received|Goods Received On; RCVD_DT|RCPT_DT',
    '*decision: 审批结果|审核结果|是否同意; 審核結果|核准結果|審批結果; Decision|Approval|Approval Status; DECSN|APPR_STS',
    'packaging_condition: 包装情况|外包装状态|包装状况; 包裝狀況|外箱狀況; Packaging Condition|Box Condition; PKG_COND|BOX_COND',
    'appearance_result: 外观检测|外观检查结果; 外觀檢查|外觀檢驗結果; Appearance Check|Cosmetic Inspection|Visual Inspection; APPEAR_RSLT|VIS_RSLT',
    '*function_result: 功能检测|功能测试结果|功能检验; 功能檢測|功能測試結果; Functional Test|Function Check|Function Result; FUNC_RSLT|FUNC_TST',
    'finding: 鉴定结论|检测结论|判定结果; 鑑定結果|檢測結論|判定結果; Finding|Inspection Finding|Findings; FNDG|INSP_FIND',
  ],
  inspection: [
    '*stage: 检验类型|检验阶段|检验类别; 檢驗類別|檢驗階段|檢驗站別; Inspection Stage|Inspection Type|QC Stage; INSP_TYP|QC_STG',
    '*batch_no|lot_no: 生产批号|批次号|批次; 批號|生產批號; Batch No.|Lot Number|Batch; BTCH_NO|LOT_NBR',
    'line: 产线|线别|生产线; 線別|產線; Line|Production Line; LN_NO|PROD_LN',
    '*inspected_qty: 检验数量|抽检数|送检数量|抽样数量; 檢驗數量|抽驗數|抽樣數; Inspected Qty|Sample Size|Qty Inspected; INSP_QTY|SMPL_SZ',
    '*defective_qty: 不良数量|不合格数|不良数|不良品数; 不良數量|不良數|不良品數; Defective Qty|Rejects|Qty Defective|Defect Count; DEF_QTY|REJ_QTY',
    'defect_code: 不良项目|缺陷代码|不良现象; 不良項目|不良代碼|不良現象; Defect Code|Defect Type|Defect; DEF_CD|DEFECT_CD',
    '*at: 检验日期|检测时间|抽检日期; 檢驗日期|檢驗日|抽驗日期; Inspection Date|Inspected On|QC Date; INSP_DT|QC_DT',
  ],
  change: [
    '*change_no: 变更单号|变更编号|ECN编号|变化点编号; 變更單號|設變單號|ECN編號; Change No.|ECN No.|Change Request ID|ECO Number; CHG_NO|ECN_NBR',
    '*at: 变更日期|实施日期|生效日期|切换日期; 變更日期|生效日期|實施日; Change Date|Effective Date|Implemented On|Effective From; CHG_DT|EFF_DT',
    '*kind: 变更类型|变更类别|变化点分类|4M分类; 變更類別|變更種類; Change Type|Kind of Change|Change Category; CHG_TYP|CHG_CAT',
    'line: 产线|涉及产线|线别; 線別|適用產線; Line|Affected Line; LN_NO|PROD_LN',
    'part: 变更零件|物料名称|涉及部件; 變更零件|品名; Part|Affected Part|Component; PART_NM|PART_NO',
    'supplier: 供应商|涉及供应商; 供應商|廠商; Supplier|Vendor; SUPP_NM|VNDR',
    'batch_from: 起始批号|切换批次|首批批号|生效批次; 起始批號|切換批號; First Batch|From Batch|Effective From Batch; FROM_BATCH|EFF_BATCH',
    '*text: 变更内容|变更说明|变更描述; 變更內容|變更說明; Change Description|Description of Change|Details; CHG_DESC|DESCR',
  ],
};

/** Columns that any system adds and nobody asked for; they must stay extra. */
const EXTRAS = [
  ': 内部备注|附件数|数据来源表; 內部備註|附件數; Internal Notes|No. of Attachments|Sync Flag; UPD_FLG|ATT_CNT',
];
const EXTRA_SHARE = 0.5;
const OPTIONAL_SHARE = 0.6;

function fieldOf(line: string): Field {
  const [head = '', rest = ''] = line.replace(': ', '\n').split('\n');
  const [zh = [], tw = [], en = [], short = []] = rest.split('; ').map((names) => names.split('|'));
  const always = head.startsWith('*');
  const targets = head.replace(/^[*:]/, '').split('|').filter(Boolean);
  const share = always ? 1 : targets.length === 0 ? EXTRA_SHARE : OPTIONAL_SHARE;
  return { targets, names: { zh, tw, en, short }, share };
}

/** The columns that a dataset's exports may have, in their usual order. */
export function fieldsOf(dataset: Dataset): Field[] {
  return [...LISTS[dataset], ...EXTRAS].map(fieldOf);
}
