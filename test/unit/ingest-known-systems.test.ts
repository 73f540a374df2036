import { describe, expect, test } from 'vitest';
import type { FilePlan } from '../../src/data/ingest/plan';
import { analyse } from '../../src/data/ingest/survey/analyse';
import { EXTRA_PREFIX } from '../../src/domain/columns';

/** Headers as well-known systems export them, two example rows, and what must come of them: the dataset, then the canonical columns. */
const SYSTEMS: readonly (readonly [system: string, rows: readonly string[], dataset: string, columns: string])[] = [
  [
    'a CRM: cases',
    [
      'Case Number|Date/Time Opened|Date/Time Closed|Contact Name|Subject|Description|Status|Priority|Case Origin|Case Reason|Product|Serial Number|Case Owner',
      '00001001|6/22/2024 6:43 AM|6/25/2024 3:01 PM|Ann Lee|Kettle leaks|It leaks at the base after a month|New|High|Phone|Breakdown|GC1040|SN9013|Amy',
      '00001002|5/19/2024 2:58 PM|5/23/2024 1:09 PM|Bob Ray|No heat|It does not heat the water any more|Closed|Low|Web|Performance|GC5060|SN9026|Tom',
    ],
    'complaint',
    'complaint_no received_at closed_at customer_name - description status priority channel failure_mode model serial_no handler',
  ],
  [
    'a help desk: tickets',
    [
      'Id|Requester|Requester email|Subject|Ticket status|Priority|Created at|Solved at|Ticket channel|Assignee',
      '5000|Ann|a@b.com|Broken lid on arrival|solved|high|2024-11-25 09:30:00 +0800|2024-11-28 13:13:00 +0800|Web form|Max',
      '5001|Bob|b@c.com|Leaks when it is full|open|low|2024-10-03 11:18:00 +0800|2024-10-08 13:27:00 +0800|Mail|Eve',
    ],
    'complaint',
    'complaint_no customer_name customer_contact description status priority received_at resolved_at channel handler',
  ],
  [
    'an ERP: quality notifications',
    [
      'Notification|Material Description|Customer|Batch|Serial number|Problem code|Code text|Long text|Required End|Vendor|Received Date',
      '200000100|KETTLE 1.7L|1000|4000|S7000|0010|Leakage|Customer reports water below base|28.06.2025|500|01.02.2025',
      '200000101|KETTLE 1.5L|1001|4001|S7003|0020|No heating|Customer reports no heating at all|18.11.2024|501|23.07.2024',
    ],
    'complaint',
    'complaint_no model customer_name batch_no serial_no failure_mode - description promised_at supplier received_at',
  ],
  [
    '电商平台：售后服务单',
    [
      '服务单号|订单号|商品编号|申请时间|服务单状态|售后类型|问题描述|售后原因一级|售后原因二级|客户姓名|联系方式|收货时间|处理结果|退款金额|完成时间',
      '800000|2500000|10001|2024/3/26 08:16|已完成|退货|收到就漏水，底座也有水|质量问题|漏水|张三|138****1234|2024/3/29 20:23|退款|95|2024/3/30 17:50',
      '800001|2500007|10002|2025/4/30 15:36|处理中|换货|插上电没有反应，灯也不亮|质量问题|不加热|李四|139****5678|2025/5/2 09:55|换新|0|2025/5/4 12:15',
    ],
    'complaint',
    'complaint_no order_no model received_at status demand description - failure_mode customer_name customer_contact delivered_at disposition cost resolved_at',
  ],
  [
    '投诉网站：汽车投诉',
    [
      '投诉编号|投诉品牌|投诉车系|投诉车型|问题简述|典型问题|投诉时间|投诉状态',
      '【100】|大众|朗逸|2019款 1.5L 自动|变速箱异响、顿挫|A11,|2024-11-14|厂家已回复',
      '【101】|本田|思域|2021款 1.5T 手动|空调有异味|B21,C3,|2025-04-07|信息审核中',
    ],
    'complaint',
    'complaint_no - product_family model description failure_mode received_at status',
  ],
  [
    '用友：发货单',
    [
      '发货日期|发货单号|存货编码|存货名称|规格型号|数量|批号|客户简称|仓库名称|含税单价',
      '2024-01-31|FH1000|0101001|电热水壶|KD-18W|95|B240|甲公司|成品仓|88.00',
      '2024-02-02|FH1001|0101002|电热水壶|KD-18P|476|B241|乙公司|成品仓|88.00',
    ],
    'shipment',
    'shipped_at - - - model qty batch_no customer warehouse -',
  ],
  [
    'MES：装配追溯',
    [
      '产品SN|工序|物料条码|物料批次|供应商代码|扫描时间|设备编号',
      'SN5000|装配|M900|L24-0|V0|2024-09-01 17:39:00|EQ0',
      'SN5001|焊接|M901|L24-1|V1|2024-09-12 14:27:00|EQ1',
    ],
    'consumption',
    'parent - - child - at -',
  ],
  [
    'WMS：库存快照',
    [
      '库区|储位|SKU|批次|可用库存|冻结库存|快照日期',
      'A区|A-00|KD-18W|B240|42|0|2025-01-31',
      'B区|A-01|KD-18P|B241|7|0|2025-01-31',
    ],
    'stock',
    '- place - batch_no qty - as_of',
  ],
  [
    '日本の受付台帳',
    [
      '受付番号|受付日|型番|製造番号|ロット番号|不具合内容|対応内容|完了日|顧客名',
      'U100|2025/03/03|KD-18W|S9000|L0|水漏れ|修理|2025/05/08|山田',
      'U101|2025/05/01|KD-18P|S9001|L1|加熱しない|修理|2025/08/14|鈴木',
    ],
    'complaint',
    'complaint_no received_at model serial_no batch_no failure_mode disposition closed_at customer_name',
  ],
];

async function planOf(rows: readonly string[], delimiter: string): Promise<FilePlan> {
  const lines = [...rows, ...rows.slice(1)].map((row) => row.replaceAll('|', delimiter));
  const plan = await analyse(new File([`${lines.join('\n')}\n`], 'export.csv'), {});
  if ('refused' in plan) throw new Error(plan.refused.code);
  return plan;
}

describe('exports of well-known systems', () => {
  test.each(SYSTEMS)('%s', async (_, rows, dataset, columns) => {
    const plan = await planOf(rows, '\t');
    expect(plan.dataset).toBe(dataset);
    expect(plan.problems.map(({ code }) => code)).not.toContain('unknownDataset');
    const targets = plan.columns.map(({ target }) => (target?.startsWith(EXTRA_PREFIX) ? '-' : target));
    expect(targets.join(' ')).toBe(columns);
  });
});

describe('what is no register of the trade', () => {
  test('orders are not taken for complaints without a question', async () => {
    const plan = await planOf(
      [
        '买家会员名|买家实际支付金额|收货地址|确认收货时间|订单付款时间|订单关闭原因|退款金额',
        'mr0001|143.64|某省某市|2018-01-31 20:47:28|2018-01-30 22:45:01|订单未关闭|0',
        'mr0002|55.86|某省某市|2018-01-29 09:00:13|2018-01-28 21:02:30|退款|47.88',
      ],
      '\t',
    );
    expect(plan.problems.filter(({ level }) => level !== 'note').map(({ code }) => code)).toContainEqual(
      expect.stringMatching(/^un(sure|known)Dataset$/),
    );
  });

  test('a status whose words nobody knows stays extra, and is said', async () => {
    const plan = await planOf(
      [
        '投诉编号|投诉时间|型号|投诉状态|问题描述',
        'A1|2024-01-05 10:00|X1|甲态|底座漏水，桌面都是水',
        'A2|2024-01-06 11:00|X2|乙态|底座漏水，桌面都是水',
      ],
      '\t',
    );
    expect(plan.columns[3]?.target).toBe('x_投诉状态');
    expect(plan.problems).toContainEqual({
      level: 'note',
      code: 'notThatVocabulary',
      details: { column: '投诉状态', target: 'status', known: 0 },
    });
  });
});
