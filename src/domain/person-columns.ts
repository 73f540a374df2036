import { columnOf, DATASETS, EXTRA_PREFIX } from './columns';

/** What a column tells of people: who somebody is, or how to reach them. */
export type PersonKind = 'name' | 'contact';

/** Ways to reach or identify somebody, in simplified and traditional characters. */
const CONTACT =
  /电话|電話|手机|手機|联系方式|聯繫方式|聯系方式|联络方式|聯絡方式|通讯方式|通訊方式|地址|住址|门牌|門牌|邮箱|郵箱|信箱|电邮|電郵|电子邮件|電子郵件|微信号|微信號|微信id|qq号|qq號|身份证|身份證|身分證|证件号|證件號|护照|護照|车牌|車牌/;
/** People, by the part that they play or by the word for a name. */
const NAME = new RegExp(
  [
    '姓名|昵称|暱稱|会员名|會員名|用户名|用戶名|联系人|聯繫人|聯系人|联络人|聯絡人|收货人|收貨人|收件人|寄件人|发件人|發件人|车主|車主|业主|業主|户主|戶主|师傅|師傅|技师|技師|工程师|工程師',
    '(?:购买|購買|报修|報修|投诉|投訴|客诉|客訴|申请|申請|申报|申報|反馈|反饋|经办|經辦|处理|處理|受理|负责|負責|责任|責任|审核|審核|审批|審批|登记|登記|录入|錄入|创建|創建|建單|建单|填写|填寫|提交|跟进|跟進|维修|維修|安装|安裝|检测|檢測|操作|回访|回訪|派单|派單|客服|销售|銷售|业务|業務|制单|製單)(?:人|员|員|人员|人員)(?:名|名称|名稱)?$',
    '^(?:客户|客戶|顾客|顧客|用户|用戶|消费者|消費者|买家|買家|会员|會員|用戶)(?:名|名字|名称|名稱)?$',
    '^名字$',
  ].join('|'),
);
/** Headers that hold one of these words and are about something else: a model of telephone, the hour of a call, an address of a network. */
const NOT_CHINESE =
  /型号|型號|机型|機型|品牌|系统|系統|版本|时间|時間|日期|次数|次數|人数|人數|数量|數量|是否|结果|結果|状态|狀態|类型|類型|类别|類別|渠道|来源|來源|电话回访|電話回訪|电话接通|内容|內容|费|費|颜色|顏色|评分|評分|等级|等級|级别|級別|满意|滿意|机器人|機器人|网址|網址|(?:ip|mac|url|蓝牙|藍牙|网络|網路)地址/;

const CONTACT_WORDS = new Set(
  'phone mobile tel telephone cellphone fax email mail address whatsapp wechat qq passport'.split(' '),
);
const CONTACT_PAIRS = /\b(?:cell (?:phone|no|number)|e mail|id card|contact (?:no|number|info|information|details?))\b/;
const NAME_WORDS = new Set(
  'firstname lastname fullname surname username complainant consignee recipient technician assignee contact nickname'.split(
    ' ',
  ),
);
const NAME_PAIRS =
  /\b(?:(?:customer|client|contact|first|last|full|middle|family|given|user|owner|caller|agent|technician|buyer|consumer|consignee|recipient|complainant|driver|person|sur|employee|engineer|handler|operator|reporter|requester)s? name|contact person|reported by|handled by|created by|opened by|updated by|modified by|resolved by|closed by|assigned to)\b/;
const NOT_LATIN =
  /\b(?:type|time|date|count|channel|model|brand|version|os|app|status|result|method|reason|contacted|times|kind|category|ip|mac|url|web|order|attempts?|duration|country|state|city|file|class|source)\b/;

/**
 * What a column of any dataset tells of people; undefined for what is about things. The catalogue says so for its own columns; an extra
 * column, which no canonical one took, is judged by the words of its header: better to mask a column too many than to show one.
 */
export function personKind(column: string): PersonKind | undefined {
  const known = kinds.get(column);
  if (known !== undefined) return known ?? undefined;
  const kind = column.startsWith(EXTRA_PREFIX)
    ? kindOfHeader(column.slice(EXTRA_PREFIX.length))
    : kindInCatalogue(column);
  kinds.set(column, kind ?? null);
  return kind;
}

/** Cells ask again and again. */
const kinds = new Map<string, PersonKind | null>();

/** Who did something to a complaint, in the events of event logs, which are no dataset. */
const ACTOR = 'actor';

function kindInCatalogue(column: string): PersonKind | undefined {
  if (column === ACTOR) return 'name';
  const isPerson = DATASETS.some((dataset) => columnOf(dataset, column)?.person === true);
  if (!isPerson) return undefined;
  return column.endsWith('_contact') ? 'contact' : 'name';
}

function kindOfHeader(header: string): PersonKind | undefined {
  const folded = header.normalize('NFKC').trim();
  return /\p{Script=Han}/u.test(folded) ? kindInChinese(folded) : kindInLatin(folded);
}

function kindInChinese(header: string): PersonKind | undefined {
  // "电话 2", "联系人（备用）": what tells columns of one name apart says nothing about them.
  const bare = header
    .toLowerCase()
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s_\-.:：*＊\d]+/g, '');
  if (NOT_CHINESE.test(bare)) return undefined;
  if (CONTACT.test(bare)) return 'contact';
  return NAME.test(bare) ? 'name' : undefined;
}

function kindInLatin(header: string): PersonKind | undefined {
  const words = header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const text = words.join(' ');
  if (NOT_LATIN.test(text)) return undefined;
  if (CONTACT_PAIRS.test(text) || words.some((word) => CONTACT_WORDS.has(word))) return 'contact';
  if (NAME_PAIRS.test(text) || text === 'name' || words.some((word) => NAME_WORDS.has(word))) return 'name';
  return undefined;
}
