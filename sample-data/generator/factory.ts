import type { Code } from '../../src/domain/vocabulary';
import { day, MINUTES_PER_DAY } from './calendar';

/** What the electric-kettle factory makes, where, and for whom. Every name is invented. */

/** Units built from here on exist; complaints and shipments are exported from `FROM` on, so the field is populated then. */
export const BUILT_FROM = day('2023-01-02');
export const FROM = day('2024-01-01');
/** When the files were exported, in minutes: the last calendar month is incomplete. */
export const AS_OF = day('2025-12-22') * MINUTES_PER_DAY + 18 * 60;

export type FamilyId = 'steel' | 'glass' | 'smart' | 'travel' | 'milk';

export interface Family {
  readonly id: FamilyId;
  readonly name: string;
  readonly code: string;
  /** Units carry a serial number of their own. */
  readonly serials: boolean;
  /** Price in yuan. */
  readonly price: number;
}

export const FAMILIES: readonly Family[] = [
  { id: 'steel', name: '不锈钢', code: 'KS-17', serials: false, price: 129 },
  { id: 'glass', name: '玻璃', code: 'KG-15', serials: false, price: 149 },
  { id: 'smart', name: '智能显示', code: 'KD-18', serials: true, price: 269 },
  { id: 'travel', name: '旅行', code: 'KT-06', serials: false, price: 159 },
  { id: 'milk', name: '调奶', code: 'KM-13', serials: false, price: 199 },
];

export type ColourId = 'white' | 'pink' | 'blue';
export const COLOURS: readonly { readonly id: ColourId; readonly letter: string; readonly share: number }[] = [
  { id: 'white', letter: 'W', share: 0.46 },
  { id: 'pink', letter: 'P', share: 0.28 },
  { id: 'blue', letter: 'B', share: 0.26 },
];

export interface Model {
  readonly name: string;
  readonly family: Family;
  readonly colour: ColourId;
}

export const MODELS: readonly Model[] = FAMILIES.flatMap((family) =>
  COLOURS.map(({ id, letter }) => ({ name: `${family.code}${letter}`, family, colour: id })),
);

export const PLANT = '慈溪工厂';
export const LINES = [1, 2, 3] as const;
export const SHIFTS = ['D', 'N'] as const;

export type Destination = Code<'destination_kind'>;

export interface Customer {
  readonly name: string;
  /** Where the goods go; undefined for end customers, who live everywhere. */
  readonly region: string | undefined;
}

export const CUSTOMERS: Readonly<Record<Destination, readonly Customer[]>> = {
  end_customer: [{ name: '个人消费者', region: undefined }],
  platform_warehouse: [
    { name: '云选商城华东仓', region: '浙江省' },
    { name: '云选商城华南仓', region: '广东省' },
    { name: '云选商城华北仓', region: '河北省' },
    { name: '乐购在线中心仓', region: '湖北省' },
    { name: '快到家平台仓', region: '江苏省' },
  ],
  dealer: [
    { name: '示例电器杭州经销', region: '浙江省' },
    { name: '示例电器广州经销', region: '广东省' },
    { name: '样板家电郑州经销', region: '河南省' },
    { name: '样板家电成都经销', region: '四川省' },
    { name: '虚构商贸济南经销', region: '山东省' },
    { name: '虚构商贸西安经销', region: '陕西省' },
    { name: '虚构商贸沈阳经销', region: '辽宁省' },
    { name: '示例电器长沙经销', region: '湖南省' },
  ],
};

export const CARRIERS = ['顺路物流', '安行快运', '远达速递', '联通达配送'] as const;
export const WAREHOUSES = ['宁波成品仓', '佛山成品仓', '天津成品仓'] as const;

/** Packaging in use by day of shipment. */
export function packagingOn(shippedOn: number): string {
  if (shippedOn < day('2024-05-06')) return 'V1';
  return shippedOn < NEW_CARTON_FROM ? 'V2' : 'V3';
}

/** First day of shipment in the stronger carton, V3. */
export const NEW_CARTON_FROM = day('2025-02-10');
/** From here on the southern warehouse ships most goods with another carrier. */
export const CARRIER_CHANGED_ON = day('2024-08-05');

/** Line as people call it. */
export function lineName(line: (typeof LINES)[number]): string {
  return `${line}号线`;
}

/** Shift as people call it. */
export function shiftName(shift: (typeof SHIFTS)[number]): string {
  return shift === 'D' ? '白班' : '夜班';
}
