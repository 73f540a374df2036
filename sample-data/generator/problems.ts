import { weibull } from './distributions';
import {
  always,
  CUSTOMER,
  DESIGN,
  dangerous,
  early,
  explained,
  fault,
  grave,
  MATERIAL,
  mended,
  onArrival,
  only,
  PRODUCTION,
  type Problem,
  SERVICE,
  sameDay,
  service,
  slight,
  soothed,
  TRANSPORT,
} from './problem';
import { displayProblem } from './stories/display';
import { earlyTripProblem } from './stories/early-trip';
import { returnProblems } from './stories/hidden-fault';
import { leakageProblem } from './stories/leakage';
import { lidClipProblem } from './stories/lid-clip';
import { normalUseProblems } from './stories/normal-use';
import { scaleProblem } from './stories/scale';
import { smellProblem } from './stories/smell';
import { terminalProblem } from './stories/terminal';
import { brokenGlassProblem } from './stories/transport';
import type { World } from './stories/world';

/** Everything that can bring a ticket. A story that is left out keeps its problem, at the usual rate. */
export function problems(world: World): readonly Problem[] {
  return [
    lidClipProblem(world),
    earlyTripProblem(world),
    leakageProblem(world),
    displayProblem(world),
    brokenGlassProblem(world),
    smellProblem(world),
    terminalProblem(world),
    scaleProblem(world),
    ...normalUseProblems(world),
    ...returnProblems(world),
    ...usualFaults(),
    ...services(),
  ];
}

/** Faults of which no story is told. */
function usualFaults(): readonly Problem[] {
  return [
    {
      ...fault('noPower', 'electrical', '不通电', '电源底座', always(0.29), PRODUCTION),
      onset: early,
      severity: grave,
    },
    { ...fault('noHeat', 'functional', '不加热', '发热盘', always(0.33), MATERIAL), severity: grave },
    fault('darkDisplay', 'electrical', '显示屏不亮', '显示屏', only({ smart: 0.9 }), MATERIAL),
    {
      ...fault('deadKeys', 'electrical', '按键失灵', '触控板', only({ smart: 1, milk: 0.8 }), DESIGN, 'software'),
      onset: early,
    },
    fault(
      'wrongTemperature',
      'functional',
      '温度不准',
      '测温探头',
      only({ smart: 0.7, milk: 0.7 }),
      DESIGN,
      'software',
    ),
    fault(
      'rust',
      'appearance',
      '内壁锈点',
      '内胆',
      only({ steel: 0.3, travel: 0.3, smart: 0.3 }),
      MATERIAL,
      'appearance',
    ),
    {
      ...fault('scratch', 'appearance', '外壳划伤', '外壳', always(0.22), PRODUCTION, 'appearance'),
      onset: onArrival,
      severity: slight,
    },
    fault('looseLid', 'structural', '壶盖关不严', '壶盖', always(0.18), PRODUCTION),
    { ...fault('noise', 'functional', '噪音大', '发热盘', always(0.2), DESIGN), severity: slight },
    { ...fault('looseHandle', 'structural', '手柄松动', '手柄', always(0.17), PRODUCTION), disposition: mended },
    {
      ...fault('missingPart', 'missing', '漏装配件', '附件', always(0.19), PRODUCTION),
      onset: onArrival,
      wait: sameDay,
      disposition: mended,
      severity: slight,
    },
    {
      ...fault('electricShock', 'electrical', '漏电麻手', '壶身', always(0.02), PRODUCTION),
      severity: dangerous,
      wait: sameDay,
      safety: 1,
    },
    {
      ...fault('hotBase', 'electrical', '底座过热', '电源底座', always(0.031), MATERIAL),
      severity: dangerous,
      wait: sameDay,
      safety: 0.7,
    },
  ];
}

/** Tickets about anything but the product. */
function services(): readonly Problem[] {
  return [
    service('attitude', 'service_attitude', 0.21, SERVICE, soothed),
    service('slowResponse', 'response_speed', 0.29, SERVICE, soothed),
    service('slowRepair', 'repair_delay', 0.2, SERVICE, soothed),
    { ...service('parcel', 'logistics', 0.54, TRANSPORT, soothed), onset: onArrival },
    { ...service('question', 'consultation', 1.74, CUSTOMER, explained), onset: weibull(0.7, 45) },
  ];
}
