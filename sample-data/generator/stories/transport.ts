import { day, isoDay } from '../calendar';
import { type Chapter, castOf, modeOf } from '../chapter';
import { CARRIER_CHANGED_ON, NEW_CARTON_FROM } from '../factory';
import { Populations } from '../populations';
import { fault, grave, onArrival, type PerThousand, type Problem, TRANSPORT } from '../problem';
import type { Shipment } from '../shipments';
import type { World } from './world';

/** (e) Glass breaks on the way from one warehouse since it has another carrier; a stronger carton ends it, old cartons bring it back. */
export const BROKEN_GLASS = {
  family: 'glass',
  warehouse: '佛山成品仓',
  carrier: '远达速递',
  carrierFrom: CARRIER_CHANGED_ON,
  weakCartons: ['V1', 'V2'],
  cartonFixedFrom: NEW_CARTON_FROM,
  /** The next 618, when a dealer has old cartons used up. */
  oldCartons: { from: day('2025-05-19'), until: day('2025-06-19'), dealer: '示例电器广州经销', packaging: 'V2' },
  usual: 0.7,
  milk: 0.4,
  onThisWay: 14,
} as const;

function isOnThisWay({ batch, warehouse, carrier, packaging }: Shipment): boolean {
  return (
    batch.model.family.id === BROKEN_GLASS.family &&
    warehouse === BROKEN_GLASS.warehouse &&
    carrier === BROKEN_GLASS.carrier &&
    (BROKEN_GLASS.weakCartons as readonly string[]).includes(packaging)
  );
}

export function brokenGlassProblem({ told }: World): Problem {
  const usual: PerThousand = ({ batch }) => {
    if (batch.model.family.id === 'milk') return BROKEN_GLASS.milk;
    return batch.model.family.id === 'glass' ? BROKEN_GLASS.usual : 0;
  };
  const rate: PerThousand = (shipment) => (isOnThisWay(shipment) ? BROKEN_GLASS.onThisWay : usual(shipment));
  return {
    ...fault('brokenGlass', 'structural', '玻璃破裂', '玻璃壶身', told.has('e') ? rate : usual, TRANSPORT),
    story: 'e',
    onset: onArrival,
    severity: grave,
    safety: 0.03,
  };
}

/** (e) by way, carton and time of shipment, glass kettles only. */
export function brokenGlassChapter(): Chapter {
  const ways = new Populations(({ batch, warehouse, carrier, packaging, shippedOn }) => {
    if (batch.model.family.id !== BROKEN_GLASS.family) return undefined;
    if (warehouse !== BROKEN_GLASS.warehouse || carrier !== BROKEN_GLASS.carrier) return 'otherWays';
    if (shippedOn < BROKEN_GLASS.cartonFixedFrom) return 'thisWay/oldCarton';
    return packaging === BROKEN_GLASS.oldCartons.packaging ? 'thisWay/oldCartonAgain' : 'thisWay/newCarton';
  });
  return {
    add(ticket, arrival) {
      if (arrival.cast.problem.id === 'brokenGlass') ways.add(ticket, arrival);
    },
    told(run) {
      const { oldCartons } = BROKEN_GLASS;
      const cast = castOf(run, 'e');
      return {
        title: '玻璃破裂: broken on the way from one warehouse with its new carrier, not by batch; cured by a carton',
        failureMode: modeOf(cast),
        warehouse: BROKEN_GLASS.warehouse,
        carrier: BROKEN_GLASS.carrier,
        carrierFromShipDate: isoDay(BROKEN_GLASS.carrierFrom),
        fixedFromShipDate: isoDay(BROKEN_GLASS.cartonFixedFrom),
        fixedByPackaging: 'V3',
        oldCartonsAgain: {
          shippedFrom: isoDay(oldCartons.from),
          shippedUntil: isoDay(oldCartons.until),
          customer: oldCartons.dealer,
          packaging: oldCartons.packaging,
        },
        ways: ways.told(run, cast),
      };
    },
  };
}
