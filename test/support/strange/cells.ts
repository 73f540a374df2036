import type { Random } from '#sample-data/generator/random';
import type { Tongue } from './headers';

/** A cell as it is meant, before it is dirtied: its text, and what the import must make of it where that is more than the text. */
interface Cell {
  readonly text: string;
  /** Code of a vocabulary or an answer, or a number. */
  readonly meaning?: string | number;
}

/** `house` picks among the words that houses have for one thing: it is the same for a whole file. */
type Writer = (random: Random, row: number, tongue: Tongue, house: number) => Cell;

const two = (number: number) => String(number).padStart(2, '0');

/** `code: 简|…; 繁|…; English|…` */
function words(...lines: readonly string[]): Writer {
  const codes = lines.map((line) => {
    const [code = '', rest = ''] = line.split(': ');
    const [zh = [], tw = [], en = []] = rest.split('; ').map((list) => list.split('|'));
    return { code, zh, tw, en };
  });
  return (random, _, tongue, house) => {
    const { code, zh, tw, en } = random.pick(codes);
    const of = tongue === 'zh' ? zh : tongue === 'tw' ? tw : en;
    return { text: of[house % of.length] ?? '', meaning: code };
  };
}

/** One of a few texts, by tongue. */
function oneOf(zh: string, tw: string, en: string): Writer {
  return (random, _, tongue) => ({ text: random.pick((tongue === 'zh' ? zh : tongue === 'tw' ? tw : en).split('|')) });
}

const numbered =
  (prefix: string, digits: number): Writer =>
  (_, row) => ({
    text: `${prefix}${String(row + 1).padStart(digits, '0')}`,
  });
const count =
  (most: number): Writer =>
  (random) => {
    const value = random.below(most) + 1;
    return { text: String(value), meaning: value };
  };
const batch: Writer = (random) => ({
  text: `B24${two(random.below(12) + 1)}${two(random.below(28) + 1)}${random.below(3)}`,
});
const serial: Writer = (_, row) => ({ text: `SN24${String(10_000_000 + row * 7919).slice(1)}` });
const region = oneOf('广东省|浙江省|江苏省|四川省|北京市', '台北市|新北市|高雄市|台中市', 'CA|TX|NY|WA|FL|OH');
const supplier = oneOf(
  '华盛塑胶|东明电子|精工弹簧',
  '華盛塑膠|東明電子|精工彈簧',
  'Huasheng Plastics|Acme Springs|Delta Parts',
);
const customer = oneOf(
  '甲贸易公司|乙电器商行|丙商贸',
  '甲貿易公司|乙電器行|丙商行',
  'Alpha Stores|Café Zürich|Gamma Ltd',
);
const line = oneOf('一线|二线|三线', '一線|二線|三線', 'L1|L2|L3');
const checked = words('pass: 合格|正常; 合格|正常; Pass|OK', 'fail: 不合格|异常; 不合格|異常; Fail|NG');

/** Of each canonical column, as far as it is no time. */
export const WRITERS: Readonly<Record<string, Writer>> = {
  complaint_no: numbered('KS2024', 5),
  model: oneOf('KD-18W|KD-18P|KG-15W|KS-17B', 'KD-18W|KD-18P|KG-15W', 'KD-18W|KD-18P|KG-15W|KS-17B'),
  serial_no: serial,
  batch_no: batch,
  parent: batch,
  child: (random) => ({ text: `L24${two(random.below(52) + 1)}-${random.below(9)}` }),
  failure_mode: oneOf(
    '底部漏水|不加热|壶盖松动|异响|指示灯不亮',
    '底部漏水|不加熱|壺蓋鬆動|異音|指示燈不亮',
    'Leaks at base|Does not heat|Loose lid|Noise|Lamp off',
  ),
  description: (random, _, tongue) => ({
    text: random.pick(
      tongue === 'zh'
        ? [
            '用了三个月之后底部开始漏水，桌面上都是水',
            '烧水时声音很大，家里人都听得到',
            '按下开关没有反应，换插座也不行',
          ]
        : tongue === 'tw'
          ? ['使用三個月後底部開始漏水，桌面都是水', '燒水時聲音很大，家人都聽得到', '按下開關沒有反應，換插座也不行']
          : [
              'After three months of use it leaks at the base',
              'Very loud while it boils the water',
              'Nothing happens when the switch is pressed',
            ],
    ),
  }),
  severity: words(
    'minor: 轻微; 輕微; Minor',
    'moderate: 一般; 一般; Moderate',
    'major: 严重; 嚴重; Major',
    'critical: 紧急|致命; 緊急|致命; Critical',
  ),
  status: words(
    'closed: 已关闭|已结案|已办结; 已結案|結案; Closed',
    'in_progress: 处理中|跟进中; 處理中; In Progress|Work in Progress',
    'received: 待处理|新建; 待處理; New',
  ),
  channel: words(
    'hotline: 电话|400热线; 電話|客服專線; Phone|Call Center',
    'web: 官网|在线客服; 官網; Website',
    'store: 门店; 門市; Store',
  ),
  region,
  customer_name: oneOf('张伟|王芳|李娜|刘洋', '陳志明|林淑芬|王建國', 'J. Smith|Mary Jones|Zoë Müller|A. Brown'),
  customer_contact: (random) => ({ text: `138${String(10_000_000 + random.below(89_999_999))}` }),
  cost: (random) => {
    const value = random.below(50_000) / 100 + 1000;
    return { text: value.toFixed(2), meaning: Number(value.toFixed(2)) };
  },
  disposition: words(
    'repair: 维修|上门维修; 維修; Repair|Repaired',
    'exchange: 换货|换新; 換貨; Replacement|Exchange',
    'refund: 退款|退货退款; 退款; Refund',
  ),
  responsible_department: oneOf('品质部|生产部|研发部', '品保部|製造部|研發部', 'Quality|Production|R&D'),
  in_warranty: words('true: 是|保内; 是|保固內; Y|Yes', 'false: 否|保外; 否|保固外; N|No'),
  qty: count(3000),
  inspected_qty: count(500),
  defective_qty: count(8),
  customer,
  carrier: oneOf('顺丰|德邦|京东物流', '新竹物流|黑貓宅急便', 'DHL|FedEx|UPS'),
  warehouse: oneOf('佛山一号仓|苏州仓', '桃園倉|台中倉', 'WH-01|WH-02'),
  place: oneOf('佛山一号仓|苏州仓', '桃園倉|台中倉', 'WH-01|WH-02'),
  packaging_version: oneOf('V1|V2|V3', 'V1|V2', 'V1|V2|V3'),
  sale_channel: words(
    'online_platform: 电商平台|京东; 電商平台; Marketplace|Amazon',
    'dealer: 经销商; 經銷商; Dealer',
    'retail: 门店|零售; 門市|零售; Retail',
  ),
  plant: oneOf('佛山厂|苏州厂', '桃園廠|台中廠', 'Foshan|Suzhou'),
  line,
  shift: words('day: 白班; 日班|早班; Day', 'night: 夜班|晚班; 夜班|晚班; Night'),
  work_order: numbered('MO24', 6),
  document_revision: oneOf('A|B|C', 'A|B|C', 'A|B|C'),
  lot_no: (_, row) => ({ text: `L24W${two((row % 52) + 1)}-${String(row).padStart(3, '0')}` }),
  part_no: oneOf('300-1001|300-1002|410-2001', '300-1001|300-1002|410-2001', '300-1001|300-1002|410-2001'),
  part_name: oneOf('温控器|壶盖|底座端子', '溫控器|壺蓋|底座端子', 'Thermostat|Lid|Base terminal'),
  part_family: oneOf('电器件|塑胶件', '電器件|塑膠件', 'Electrical|Plastic'),
  supplier,
  iqc_result: words(
    'accepted: 合格|允收; 合格|允收; Accepted|Pass',
    'rejected: 不合格|拒收; 不合格|拒收; Rejected|Fail',
    'concession: 特采|让步接收; 特採; Concession|Use As Is',
  ),
  stock_status: words(
    'in_stock: 在库|可用; 在庫|可用; Available|Unrestricted',
    'on_hold: 冻结|隔离; 凍結|隔離; Blocked|On Hold',
    'in_transit: 在途; 在途; In Transit',
  ),
  return_no: numbered('RMA24', 5),
  decision: words('approved: 同意|通过; 同意|核准; Approved', 'rejected: 拒绝|驳回; 拒絕|駁回; Rejected|Declined'),
  packaging_condition: words('intact: 完好; 完好; Intact|OK', 'damaged: 破损; 破損; Damaged'),
  appearance_result: checked,
  function_result: checked,
  finding: words(
    'confirmed: 故障确认|属实; 屬實|故障確認; Confirmed',
    'no_fault_found: 未发现故障|无异常; 無異常|未發現故障; No fault found|NFF',
  ),
  stage: words(
    'iqc: 来料检验|IQC; 進料檢驗|IQC; IQC|Incoming',
    'ipqc: 制程检验|IPQC; 製程檢驗|IPQC; IPQC|In-process',
    'oqc: 出货检验|OQC; 出貨檢驗|OQC; OQC|Outgoing',
  ),
  defect_code: oneOf('划伤|毛边|缺料', '刮傷|毛邊|缺料', 'Scratch|Burr|Short shot'),
  change_no: numbered('ECN24-', 4),
  kind: words(
    'man: 人员|人; 人員|人; Man',
    'machine: 设备|模具; 設備|模具; Machine',
    'material: 材料|料; 材料|料; Material',
    'method: 工艺|法; 方法|法; Method|Process',
  ),
  part: oneOf('温控器|壶盖|底座', '溫控器|壺蓋|底座', 'Thermostat|Lid|Base'),
  batch_from: batch,
  text: oneOf(
    '扭力由 0.8 改为 1.0|更换注塑模具二号腔|改用再生料比例 10%',
    '扭力由 0.8 改為 1.0|更換射出模具二號穴',
    'Torque raised from 0.8 to 1.0|Second cavity of the mould replaced',
  ),
};

/** The same, where the column names each row. */
export const KEY_WRITERS: Readonly<Record<string, Writer>> = {
  batch_no: numbered('B24', 4),
};

/** What stands in columns that nobody asked for. */
export const EXTRA_WRITER: Writer = (random, _, tongue) => ({
  text: random.chance(0.5)
    ? ''
    : oneOf('已同步|见附件|待补', '已同步|待補', 'synced|see file|n.b.')(random, 0, tongue, 0).text,
});
