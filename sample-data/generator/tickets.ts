import type { Code } from '../../src/domain/vocabulary';
import { type Arrival, ageOf } from './arrivals';
import { dayOfMinute, isoDay } from './calendar';
import { courseOf } from './course';
import { descriptionOf } from './description';
import { among } from './distributions';
import { gradingOf } from './grading';
import { judgementOf } from './judgement';
import { anyProvince, citiesOf } from './places';
import type { Problem } from './problem';
import type { Random } from './random';
import { costFor, remedyOf } from './remedy';
import type { Ticket } from './ticket';

const WARRANTY_DAYS = 365;
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
  const judgement = judgementOf(problem, course.closedAt !== null, random);
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
    ...failureOf(problem, random),
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

function productOf({ shipment }: Arrival, random: Random) {
  const { batchNo, model, qty } = shipment.batch;
  const unit = 1 + random.below(qty);
  const serialNo = `SN${batchNo.slice(1).replaceAll('-', '')}${String(unit).padStart(5, '0')}`;
  return {
    model: model.name,
    family: model.family.name,
    serialNo: model.family.serials && random.chance(0.75) ? serialNo : null,
    batchNo: random.chance(0.85) ? batchNo : null,
  };
}

function placeOf({ shipment }: Arrival, random: Random) {
  const travels = shipment.destination === 'platform_warehouse' || random.chance(0.08);
  const region = travels ? anyProvince(random) : shipment.region;
  return { region, city: random.pick(citiesOf(region)) };
}

function failureOf(problem: Problem, random: Random) {
  const { failure } = problem;
  const category = problem.category(random);
  const filledIn = failure === undefined || problem.judgedAtOnce || random.chance(0.98);
  return {
    category: filledIn ? category : null,
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
