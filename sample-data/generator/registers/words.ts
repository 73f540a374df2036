/** The words that this factory's registers print for each code. */
export const REGISTER_WORDS = {
  iqc_result: { pass: '合格', concession: '让步接收' },
  stock_status: { in_stock: '在库', in_transit: '在途', on_hold: '冻结', wip: '在制', scrapped: '报废' },
  decision: { approved: '同意', rejected: '拒绝' },
  packaging_condition: { intact: '完好', damaged: '破损', missing: '缺失' },
  inspection_result: { pass: '合格', fail: '不合格' },
  change_kind: {
    man: '人员',
    machine: '设备',
    material: '材料',
    method: '工艺方法',
    environment: '环境',
    measurement: '测量',
    design: '设计',
    software: '软件',
    supplier: '供应商',
    packaging: '包装',
    carrier: '承运商',
  },
} as const;
