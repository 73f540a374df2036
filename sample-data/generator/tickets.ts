import type { Code } from '../../src/domain/vocabulary';
import { type Arrival, ageOf } from './arrivals';
import { dayOfMinute, isoDay } from './calendar';
import { courseOf } from './course';
import { descriptionOf } from './description';
import { among } from './distributions';
import { gradingOf } from './grading';
import { judgementOf } from './judgement';
import { citiesOf, customerRegion } from './places';
import type { Random } from './random';
import { costFor, remedyOf } from './remedy';
import { serialOf } from './serials';
import type { Ticket } from './ticket';

const WARRANTY_DAYS = 365;
/** Share of the tickets about the product that hold the customer's words only. */
const FREE_TEXT = 1 / 3;
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const GIVEN_NAMES = ['示例', '样本', '虚构', '某某', '测试'] as const;

const channel = among<Code<'channel'>>(
  ['hotline', 0.34],
  ['marketplace', 0.3],
  ['wechat', 0.16],
  ['store', 0.07],
  ['app', 0.06],
  ['service_point', 0.04],
  ['web', 0.03],
);
const satisfaction = among([5, 0.42], [4, 0.3], [3, 0.15], [2, 0.07], [1, 0.06]);

/** Fills in the ticket that an arrival brings, as it stands when the files are exported. */
export function ticketOf(arrival: Arrival, complaintNo: string): Ticket {
  const { cast, shipment, ordinal, receivedAt, occurredOn, purchasedOn } = arrival;
  const { problem } = cast;
  const random = cast.details(shipment.index, ordinal);
  const aboutProduct = problem.failure !== undefined;
  const wanted = problem.disposition(random);
  const safetyRelated = random.chance(problem.safety);
  const grading = gradingOf(problem, safetyRelated, random);
  const course = courseOf(receivedAt, grading.responseLevel, wanted, random);
  const inWarranty = ageOf(arrival) <= WARRANTY_DAYS;
  const judgement = judgementOf(cast, course.closedAt !== null, random);
  const disposition = course.closedAt === null ? null : remedyOf(wanted, judgement.causeClass, inWarranty);
  return {
    complaintNo,
    receivedAt,
    occurredOn: aboutProduct ? occurredOn : null,
    purchasedOn: random.chance(0.82) ? purchasedOn : null,
    ...course,
    channel: channel(random),
    ...productOf(arrival, random),
    ...placeOf(arrival, random),
    ...failureOf(arrival, random),
    description: descriptionOf(problem, ageOf(arrival), random),
    ...grading,
    ...judgement,
    disposition,
    inWarranty: aboutProduct ? inWarranty : null,
    humanCaused: aboutProduct && course.closedAt !== null ? judgement.causeClass === 'human_damage' : null,
    safetyRelated,
    cost: disposition === null ? null : costFor(disposition, shipment.batch.model.family.price, random),
    satisfaction: course.closedAt !== null && random.chance(0.45) ? satisfaction(random) : null,
    ...customerOf(arrival, random),
  };
}

/** The same ticket as it stood in an export made before it was finished. */
export function unfinished(ticket: Ticket): Ticket {
  return {
    ...ticket,
    status: 'in_progress',
    closedAt: null,
    causeClass: null,
    finding: null,
    responsibleParty: null,
    responsibility: null,
    responsibleDepartment: null,
    disposition: null,
    humanCaused: null,
    cost: null,
    satisfaction: null,
  };
}

function productOf({ shipment, cast }: Arrival, random: Random) {
  const { batchNo, model } = shipment.batch;
  const complete = cast.planned.length > 0;
  const serialNo = serialOf(shipment.batch, shipment.firstUnit + random.below(shipment.qty));
  const readsSerial = random.chance(model.family.serials ? 0.75 : 0.2);
  const readsBatch = random.chance(0.82);
  return {
    model: model.name,
    family: model.family.name,
    serialNo: complete || readsSerial ? serialNo : null,
    batchNo: complete || readsBatch ? batchNo : null,
  };
}

function placeOf({ shipment, cast }: Arrival, random: Random) {
  const region = customerRegion(shipment, random, cast.problem.regions);
  return { region, city: random.pick(citiesOf(region)) };
}

/** A third of the agents write down what the customer says and code nothing. */
function failureOf({ cast: { problem, planned } }: Arrival, random: Random) {
  const category = problem.category(random);
  const filledIn = problem.failure === undefined || problem.judgedAtOnce || random.chance(0.98);
  const freeText = random.chance(FREE_TEXT);
  const failure = planned.length > 0 || !freeText ? problem.failure : undefined;
  return {
    category: filledIn || planned.length > 0 ? category : null,
    failureGroup: failure?.group ?? null,
    failureMode: failure?.mode ?? null,
    failurePart: failure !== undefined && random.chance(0.9) ? failure.part : null,
    faultType: failure?.type ?? null,
  };
}

function customerOf({ shipment, purchasedOn, receivedAt }: Arrival, random: Random) {
  const orderedOn = Math.min(purchasedOn, dayOfMinute(receivedAt));
  const ordered = shipment.destination !== 'dealer' && random.chance(0.9);
  return {
    customerName: `${random.pick(SURNAMES)}${random.pick(GIVEN_NAMES)}`,
    customerContact: `1990000${String(random.below(10_000)).padStart(4, '0')}`,
    orderNo: ordered ? `${isoDay(orderedOn).replaceAll('-', '')}${tenDigits(random)}` : null,
    handler: `客服${String(1 + random.below(18)).padStart(2, '0')}`,
  };
}

function tenDigits(random: Random): string {
  return String(random.below(100_000)).padStart(5, '0') + String(random.below(100_000)).padStart(5, '0');
}
