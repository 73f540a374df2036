import type { ColourId } from '../factory';

/** A purchased part: what lots are of. */
export interface Part {
  readonly no: string;
  readonly name: string;
  readonly family: string;
  /** Begins the number of each lot. */
  readonly prefix: string;
  readonly suppliers: readonly [string, ...string[]];
}

/** Suppliers of resin: the first is the one of story (a). */
export const RESIN_SUPPLIERS = ['恒塑新材料', '瑞聚塑业'] as const;

function resin(letter: string, colour: string): Part {
  return {
    no: `PP-2201${letter}`,
    name: `壶盖树脂（${colour}）`,
    family: '塑料粒子',
    prefix: `R${letter}`,
    suppliers: RESIN_SUPPLIERS,
  };
}

export const RESIN: Readonly<Record<ColourId, Part>> = {
  white: resin('W', '白'),
  pink: resin('P', '粉'),
  blue: resin('B', '蓝'),
};

export const TERMINAL: Part = {
  no: 'TM-118',
  name: '底座端子组件',
  family: '端子',
  prefix: 'TM',
  suppliers: ['甬达连接件', '精导端子'],
};
export const CORD: Part = { no: 'CD-075', name: '电源线', family: '线束', prefix: 'CD', suppliers: ['华线电缆'] };
export const THERMOSTAT: Part = {
  no: 'TC-104',
  name: '温控器',
  family: '温控器',
  prefix: 'TC',
  suppliers: ['稳控电器', '佳温元件'],
};
export const HEATER: Part = {
  no: 'HP-1500',
  name: '发热盘',
  family: '发热盘',
  prefix: 'HP',
  suppliers: ['热源金属', '明热电器'],
};
export const GLASS: Part = { no: 'GL-15', name: '玻璃壶身', family: '壶身', prefix: 'GL', suppliers: ['清透玻璃'] };
export const DISPLAY: Part = { no: 'DS-18', name: '显示屏', family: '显示屏', prefix: 'DS', suppliers: ['亮晶显示'] };
export const SEAL: Part = {
  no: 'SR-60',
  name: '壶底密封圈',
  family: '密封件',
  prefix: 'SR',
  suppliers: ['固密橡塑', '恒封制品'],
};
export const SCREW: Part = { no: 'SC-04', name: '底座螺钉', family: '紧固件', prefix: 'SC', suppliers: ['众紧五金'] };
