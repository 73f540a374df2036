import type { Dataset } from '../../src/domain/columns';

/** A small factory in ten files, each with the headers of another system: dataset → header line and rows. */
const FILES: Readonly<Record<Dataset, readonly string[]>> = {
  complaint: [
    '客诉编号,受理时间,型号,生产批号,序列号,故障现象,问题描述',
    'C001,2024-05-01 09:00,KD-18W,B0001,S0100,漏水,底部漏水',
    'C002,2024-05-02 10:00,KD-18W,B0009,S0150,漏水,底座有水',
    'C003,2024-05-03 11:00,KD-18P,,S0999,异响,烧水时响',
  ],
  shipment: [
    '出货日期,生产批号,型号,出货数量,客户名称,承运商',
    '2024-02-01,B0001,KD-18W,60,甲公司,顺丰',
    '2024-02-03,B0002,KD-18P,90,乙公司,德邦',
    '2024-02-05,B0002,KD-18P,20,乙公司,德邦',
  ],
  batch: [
    'Batch ID,Product,Plant,Production Line,Shift,Build Date,Good Qty,Work Order,Document Revision',
    'B0001,KD-18W,Foshan,L1,Day,2024-01-10,100,WO1,A',
    'B0002,KD-18P,Foshan,L2,Night,2024-01-12,100,WO2,A',
    ',KD-18P,Foshan,L2,Night,2024-01-12,100,WO3,A',
  ],
  material_lot: [
    '物料批號,物料編碼,物料名稱,物料類別,供應商名稱,到貨日期,到貨數量,進料檢驗結果',
    'L01,300-1,溫控器,電器件,甲廠,2024-01-05,500,合格',
    'L02,300-2,壺蓋,塑膠件,乙廠,2024-01-06,500,特採',
  ],
  consumption: [
    '父批次,投料批次,投料数量,投料时间,产线',
    'B0001,SUB1,100,2024-01-10 08:00,L1',
    'SUB1,L01,100,2024-01-04 08:00,L1',
    'B0002,L02,100,2024-01-12 20:00,L2',
    ',L09,50,2024-01-12 20:00,L2',
  ],
  serial: ['起始序列号,截止序列号,生产批号,出货日期', 'S0100,S0199,B0001,2024-02-01', 'S0150,S0299,B0002,2024-02-03'],
  stock: [
    '仓库,批次号,物料批号,库存数量,库存状态,库存日期',
    '一号库,B0001,,40,在库,2024-03-31',
    '二号库,,L02,300.5,冻结,2024-03-31',
  ],
  returned_item: [
    'RMA Number,Case Number,Serial Number,Request Date,Approved By,Decision,Box Condition,Functional Test,Finding',
    'R1,C001,S0100,2024-05-04,Ann,Approved,Intact,Fail,Confirmed',
    'R2,C777,S0150,2024-05-05,Ann,Rejected,Damaged,Pass,No fault found',
  ],
  inspection: [
    '检验类型,生产批号,产线,抽检数量,不良数量,不良现象,检验日期',
    'IPQC,B0001,L1,80,1,划伤,2024-01-10',
    '出货检验,B0002,L2,50,0,,2024-01-13',
  ],
  change: [
    '变更编号,变更日期,变更类型,产线,变更内容,起始批号',
    'E1,2024-01-11,工艺,L2,扭力改为 1.0,B0002',
    'E2,2024-01-20,人员,L1,换人,',
  ],
};

/** The ten files, in the order given. */
export function factoryFiles(order: readonly Dataset[]): File[] {
  return order.map((dataset) => new File([`${FILES[dataset].join('\n')}\n`], `${dataset}.csv`));
}
