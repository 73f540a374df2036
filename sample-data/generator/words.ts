import type { Code } from '../../src/domain/vocabulary';

/** The words that this factory's CRM prints for each code. Three scales share words: 紧急 is a severity, a priority and a response level. */
export const WORDS = {
  status: {
    received: '已受理',
    assessing: '评估中',
    waiting_customer: '待客户回复',
    waiting_return: '待寄回',
    in_progress: '处理中',
    resolved: '已解决',
    closed: '已结案',
    reopened: '重新打开',
    rejected: '已驳回',
    cancelled: '已取消',
  },
  channel: {
    hotline: '热线',
    web: '官网',
    app: 'APP',
    wechat: '微信',
    store: '门店',
    marketplace: '电商平台',
    email: '邮件',
    social: '社交媒体',
    service_point: '服务网点',
    other: '其他',
  },
  category: {
    product_quality: '产品质量',
    service_attitude: '服务态度',
    response_speed: '响应速度',
    installation: '安装',
    repair_delay: '维修延误',
    logistics: '物流',
    consultation: '咨询',
    no_reason_return: '7天无理由退货',
    other: '其他',
  },
  failure_group: { missing: '漏装', appearance: '外观', electrical: '电性', structural: '结构', functional: '功能' },
  fault_type: { hardware: '硬件', software: '软件', appearance: '外观', misuse: '使用不当' },
  severity: { minor: '轻微', moderate: '一般', major: '严重', critical: '紧急' },
  priority: { normal: '一般', important: '重要', urgent: '紧急' },
  response_level: { low: '非紧急', normal: '一般', urgent: '紧急' },
  cause_class: {
    normal_state: '正常状态',
    operation: '操作问题',
    ageing: '老化',
    human_damage: '人为损坏',
    production_quality: '生产质量',
    quality_hazard: '质量隐患',
    environment: '使用环境',
  },
  finding: { confirmed: '故障确认', no_fault_found: '未见异常', different_fault: '其他故障', not_examined: '未检测' },
  responsible_party: {
    company: '公司内部',
    supplier: '供应商',
    third_party: '第三方',
    customer: '客户',
    force_majeure: '不可抗力',
    unknown: '待定',
  },
  responsibility: {
    design: '设计',
    material: '材料',
    process: '工艺',
    production: '生产',
    inspection: '检验',
    storage: '储存',
    transport: '运输',
    installation: '安装',
    misuse: '使用不当',
    environment: '环境',
    unknown: '待定',
  },
  disposition: {
    repair: '维修',
    exchange: '换货',
    part_replacement: '更换配件',
    refund: '退款',
    guidance: '使用指导',
    compensation: '补偿',
    paid_repair: '有偿维修',
    paid_exchange: '有偿换货',
    rejected: '驳回',
  },
  sale_channel: {
    online_platform: '电商平台',
    online_own: '自营商城',
    dealer: '经销',
    retail: '零售',
    direct: '直销',
    other: '其他',
  },
  destination_kind: { end_customer: '终端用户', platform_warehouse: '平台仓', dealer: '经销商' },
} as const satisfies { [V in WordedVocabulary]: Record<Code<V>, string> };

type WordedVocabulary =
  | 'status'
  | 'channel'
  | 'category'
  | 'failure_group'
  | 'fault_type'
  | 'severity'
  | 'priority'
  | 'response_level'
  | 'cause_class'
  | 'finding'
  | 'responsible_party'
  | 'responsibility'
  | 'disposition'
  | 'sale_channel'
  | 'destination_kind';

/** A word of none of the scales, for damaged rows. */
export const UNKNOWN_SEVERITY = '特急';
