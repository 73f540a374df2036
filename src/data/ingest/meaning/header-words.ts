import { wordsOf } from './fold';

/** Words as databases shorten them, each line "word: its abbreviations". */
const SHORTENED = `
address: addr; amount: amt; appearance: appear; as: asof; batch: btch bch; carrier: carr; category: catg cat; change: chg chng; channel: chnl chan chn
child: chld; code: cd; complaint: cmpl cmplnt complnt; component: comp cmp; condition: cond; contact: cntct; customer: cust cst cstmr
date: dt dte dttm datetime timestamp; decision: decsn; defect: dfct; department: dept dpt; description: desc descr dscr detail details text txt; disposition: disp dispn
document: doc; effective: eff; factory: fcty; family: fam; fault: flt; finding: fndg find findings; flag: flg; function: func functional
group: grp; incident: inc; item: itm; level: lvl; line: ln; location: loc locn; material: matl mtl; model: mdl; name: nm; notification: notif; number: no num nbr nr id; on hand: oh
order: ord; owning: own; packaging: pkg package pckg; parent: prnt; part: prt; phone: tel ph phn telephone; plant: plnt; problem: prob prb; quantity: qty qnty
reference: ref; region: rgn; responsible: resp; result: rslt; revision: rev; sale: sls sales sold; serial: ser srl; serial number: sn
service: svc srvc; severity: sev; shift: shft; size: sz; snapshot: snap; source: src; stage: stg; status: sts stat stts; stock: stk
storage: stor; supplier: supp splr suppl; symptom: sympt symp sym; test: tst; ticket: tkt tckt; total: tot ttl; type: typ
vendor: vndr vend vnd; version: ver vers; visual: vis; warehouse: whse whs wh; warranty: wty warr wrnty wnty; work order: wo`;

/** Forms of one verb, the one that stands for all first. */
const STEMS = `
activate activated activation actv activ; approve approved approval appr apprv; assign assigned assignment; close closed closing closure cls clsd
complete completed completion cmplt; consume consumed consumption cons; create created creation crt; deliver delivered delivery dlvry dlv deliv
fail failed failure; finish finished; implement implemented implementation; inspect inspected inspection insp; install installed installation
issue issued; manufacture manufactured manufacturing mfg manuf mfd; open opened; produce produced production; purchase purchased purch bought
receive received receipt receiving rcvd recv rcv rcpt; reject rejected rejection rej; repair repaired rpr; report reported rpt rptd
request requested req rqst; resolve resolved resolution resol; return returned returns rtn; sample sampled smpl; ship shipped shipping shipment shpd shp shipd`;

/** Words that mean another one beside certain others: "prod date" is that of production, "prod code" the product's. */
const BESIDE: Readonly<Record<string, readonly (readonly [beside: RegExp, meant: string])[]>> = {
  prod: [
    [/^(date|dt|dttm|line|ln|order|ord|batch|qty|quantity|time|lot|plant)$/, 'produce'],
    [/./, 'product'],
  ],
  inv: [
    [/^(no|nbr|num|number)$/, 'invoice'],
    [/./, 'inventory'],
  ],
  def: [
    [/^(qty|quantity|count|cnt)$/, 'defective'],
    [/^(cd|code|typ|type|desc|name)$/, 'defect'],
  ],
};

/** What Chinese systems say in several ways, said in one. Headers only: as words of a cell they may mean what they say. */
const TERMS: readonly (readonly [pattern: RegExp, term: string])[] = [
  [/聯絡|联络/g, '联系'],
  [/反映/g, '反馈'],
  [/管道|通路/g, '渠道'],
  [/機種|机种/g, '机型'],
  [/品質|品质/g, '质量'],
  [/抽驗|抽验/g, '抽检'],
  [/登錄|登录/g, '登记'],
  [/版次/g, '版本'],
  [/批次(?:編號|编号|號碼|号码|號|号)?|批(?:號碼|号码|號|号)/g, '批号'],
  [/零部件|零組件|零组件/g, '零件'],
  [/來料|来料|進貨|进货|入廠|入厂|進廠|进厂|進料/g, '进料'],
  [/出庫|出库|出貨|出货|發運|发运|裝運|装运|交運|交运|發貨/g, '发货'],
  [/領用|领用|領料/g, '领料'],
  [/編號|编号|編碼|编码|(?<![电電机機话話])(?:號碼|号码)/g, '号'],
  [/\bs[/_.]n\b|(?<=_)s_n\b/gi, 'sn'],
];
const OF = 'of';
/** Blanks by which forms make short names as wide as long ones: 型　号. */
const SPREAD = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

const WHOLE_DATE = /(?:日期时间|日期|时间|时刻|日)$/;
const DATE_WORDS = new Set(['date', 'time', 'at', 'day']);
/** Stands for "date", "time", "at", 日期, 时间, 日: what all names of times have and none is told apart by. */
const TIME = '@';

const expansions = new Map(
  SHORTENED.split(/[;\n]/).flatMap((entry) => {
    const [word = '', short = ''] = entry.split(': ');
    return short.split(' ').map((abbreviation): [string, string[]] => [abbreviation.trim(), word.trim().split(' ')]);
  }),
);
const stems = new Map(
  STEMS.split(/[;\n]/).flatMap((entry) => {
    const [stem = '', ...forms] = entry.trim().split(' ');
    return forms.map((form): [string, string] => [form, stem]);
  }),
);

/**
 * The words of a header as all systems would write them: abbreviations in full, verbs in one form, and for a time one sign at the end, so
 * that "Date Received", RCVD_DT and "received at" are the same. A name that says only "date" or "at" keeps its words.
 */
export function plainWords(header: string): readonly string[] {
  const close = header.replace(SPREAD, '');
  const termed = TERMS.reduce((text, [pattern, term]) => text.replace(pattern, term), close);
  const written = wordsOf(termed.replaceAll('#', ' no '));
  const words = turned(written)
    .flatMap((word, at, all) => meantBeside(word, all[at + 1]) ?? expansions.get(word) ?? word)
    .map((word, at, all) => (word === 'reference' && at > 0 && at === all.length - 1 ? 'number' : word))
    .map((word) => stems.get(word) ?? word);
  return timeLast(words) ?? words;
}

/** "Details of the complaint" as "complaint details". */
function turned(written: readonly string[]): readonly string[] {
  const words = written.filter((word) => word !== 'the');
  const of = words.indexOf(OF);
  const turns = of > 0 && of < words.length - 1 && words[of - 1] !== 'as';
  return turns
    ? [...words.slice(of + 1), ...words.slice(0, of)]
    : words.filter((word) => word !== OF || words.length < 2);
}

function meantBeside(word: string, next = ''): string | undefined {
  return BESIDE[word]?.find(([beside]) => beside.test(next))?.[1];
}

/** The words with one sign for all that say "time", last; undefined when they do not, or say nothing else. */
function timeLast(words: readonly string[]): string[] | undefined {
  const rest = words.filter((word, at) => !DATE_WORDS.has(word) && !(word === 'on' && at === words.length - 1));
  if (rest.length < words.length) return rest.length === 0 ? undefined : [...rest, TIME];
  const suffix = WHOLE_DATE.exec(words.join(''))?.[0];
  return suffix === undefined || words.length < suffix.length + 2
    ? undefined
    : [...words.slice(0, -suffix.length), TIME];
}
