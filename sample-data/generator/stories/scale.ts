import { dayOfMinute } from '../calendar';
import { type Chapter, Counter, castOf, modeOf, rounded } from '../chapter';
import { expectationOf } from '../expected';
import { AS_OF, FROM } from '../factory';
import { meanOverRegions } from '../places';
import { explained, fault, type Problem, SURROUNDINGS, slight, worn } from '../problem';
import type { World } from './world';

/** (h) Scale where the water is hard: ageing and use, not a fault of the kettle. */
const SCALE = {
  provinces: ['河北省', '山西省', '陕西省', '河南省', '山东省', '北京市', '甘肃省'],
  usual: 0.2,
  hardWaterFactor: 6,
} as const;

const isHard = (province: string) => (SCALE.provinces as readonly string[]).includes(province);
const factorOf = (province: string) => (isHard(province) ? SCALE.hardWaterFactor : 1);

const meanFactor = meanOverRegions(factorOf);

export function scaleProblem({ told }: World): Problem {
  return {
    ...fault('scale', 'functional', '水垢严重', '内壁', () => SCALE.usual, SURROUNDINGS, 'misuse'),
    ...(told.has('h') && {
      perThousand: (shipment) => SCALE.usual * meanFactor(shipment),
      regions: { factorOf, most: SCALE.hardWaterFactor },
    }),
    story: 'h',
    cause: worn,
    judgedAtOnce: true,
    disposition: explained,
    severity: slight,
  };
}

/** (h) by water, by where the customer lives. */
export function scaleChapter(): Chapter {
  const seen = new Counter();
  return {
    add({ region, causeClass }, { cast }) {
      if (cast.problem.id !== 'scale') return;
      seen.add(isHard(region) ? 'hard' : 'other');
      if (causeClass === 'ageing' || causeClass === 'environment') seen.add('judgedUse');
    },
    told(run) {
      const cast = castOf(run, 'h');
      const group = (hard: boolean) => {
        const share = meanOverRegions((province) => (isHard(province) === hard ? factorOf(province) : 0));
        const perThousand: Problem['perThousand'] = (shipment) => SCALE.usual * share(shipment);
        const expect = expectationOf(run, { ...cast, problem: { ...cast.problem, perThousand } });
        return {
          expected: rounded(expect(run.shipments, FROM, dayOfMinute(AS_OF) + 1), 1),
          observed: seen.of(hard ? 'hard' : 'other'),
        };
      };
      return {
        title: '水垢严重: where the water is hard; out of the quality measures by cause',
        failureMode: modeOf(cast),
        provinces: SCALE.provinces,
        hardWaterFactor: SCALE.hardWaterFactor,
        causeClasses: ['ageing', 'environment'],
        judgedAgeingOrEnvironment: seen.of('judgedUse'),
        hardWater: group(true),
        elsewhere: group(false),
      };
    },
  };
}
