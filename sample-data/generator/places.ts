import { among } from './distributions';
import type { RegionFactor } from './problem';
import type { Random } from './random';
import type { Shipment } from './shipments';

interface Province {
  readonly name: string;
  /** Relative number of customers. */
  readonly weight: number;
  readonly cities: readonly string[];
}

const PROVINCES: readonly Province[] = [
  { name: '广东省', weight: 13, cities: ['广州市', '深圳市', '佛山市', '东莞市'] },
  { name: '江苏省', weight: 9, cities: ['南京市', '苏州市', '无锡市'] },
  { name: '浙江省', weight: 9, cities: ['杭州市', '宁波市', '温州市'] },
  { name: '山东省', weight: 8, cities: ['济南市', '青岛市', '临沂市'] },
  { name: '河南省', weight: 7, cities: ['郑州市', '洛阳市', '南阳市'] },
  { name: '四川省', weight: 6, cities: ['成都市', '绵阳市', '宜宾市'] },
  { name: '河北省', weight: 5, cities: ['石家庄市', '保定市', '唐山市'] },
  { name: '湖北省', weight: 5, cities: ['武汉市', '宜昌市', '襄阳市'] },
  { name: '湖南省', weight: 5, cities: ['长沙市', '株洲市', '衡阳市'] },
  { name: '安徽省', weight: 5, cities: ['合肥市', '芜湖市', '阜阳市'] },
  { name: '上海市', weight: 5, cities: ['上海市'] },
  { name: '北京市', weight: 5, cities: ['北京市'] },
  { name: '福建省', weight: 4, cities: ['福州市', '厦门市', '泉州市'] },
  { name: '陕西省', weight: 4, cities: ['西安市', '咸阳市', '宝鸡市'] },
  { name: '辽宁省', weight: 3, cities: ['沈阳市', '大连市', '鞍山市'] },
  { name: '江西省', weight: 3, cities: ['南昌市', '赣州市', '九江市'] },
  { name: '山西省', weight: 2, cities: ['太原市', '大同市', '临汾市'] },
  { name: '重庆市', weight: 2, cities: ['重庆市'] },
  { name: '云南省', weight: 2, cities: ['昆明市', '曲靖市'] },
  { name: '甘肃省', weight: 1, cities: ['兰州市', '天水市'] },
];

const CITIES = new Map(PROVINCES.map((province) => [province.name, province.cities]));

/** A province by its number of customers. */
export const anyProvince = among(...PROVINCES.map((province) => [province.name, province.weight] as const));

/** Share of customers who do not live where the goods went. */
const TRAVELLED = 0.08;

type Way = Pick<Shipment, 'destination' | 'region'>;

/** Where the customer lives; by the factor of a problem, where it has one. */
export function customerRegion({ destination, region }: Way, random: Random, factor?: RegionFactor): string {
  for (;;) {
    const travelled = destination === 'platform_warehouse' || random.chance(TRAVELLED);
    const province = travelled ? anyProvince(random) : region;
    if (factor === undefined || random.uniform() * factor.most < factor.factorOf(province)) return province;
  }
}

/** Mean of a factor over the customers of a shipment. */
export function meanOverRegions(factorOf: (province: string) => number): (way: Way) => number {
  const total = PROVINCES.reduce((sum, { weight }) => sum + weight, 0);
  const everywhere = PROVINCES.reduce((sum, { name, weight }) => sum + (weight / total) * factorOf(name), 0);
  return ({ destination, region }) =>
    destination === 'platform_warehouse' ? everywhere : (1 - TRAVELLED) * factorOf(region) + TRAVELLED * everywhere;
}

/** Cities that customers of a province name. */
export function citiesOf(province: string): readonly string[] {
  const cities = CITIES.get(province);
  if (cities === undefined) throw new Error(`no cities for ${province}`);
  return cities;
}
