import { betaBelow, betaQuantile } from '../../src/stats/beta';
import { binomialAtMost } from '../../src/stats/binomial';
import { chainLadder } from '../../src/stats/chain-ladder';
import { changePoint, changePoints } from '../../src/stats/change-point';
import { type AttributeKind, attributeChart, beyondLimits, type ControlChart } from '../../src/stats/control-chart';
import { cusum, poissonCusum } from '../../src/stats/cusum';
import { classicalDecomposition } from '../../src/stats/decomposition';
import { digamma } from '../../src/stats/digamma';
import { dispersedRatio, dispersionTest } from '../../src/stats/dispersion';
import { disproportionality } from '../../src/stats/disproportionality';
import { ears } from '../../src/stats/ears';
import { ewma } from '../../src/stats/ewma';
import { chiSquareAbove, chiSquareQuantile, gammaBelow, gammaQuantile } from '../../src/stats/gamma';
import { holtWinters } from '../../src/stats/holt-winters';
import { hypergeometricAtMost } from '../../src/stats/hypergeometric';
import { individualsChart } from '../../src/stats/individuals';
import { laneyChart } from '../../src/stats/laney';
import { logGamma } from '../../src/stats/log-gamma';
import { benjaminiHochberg, bonferroni, holm } from '../../src/stats/multiple-tests';
import { ageRates, lagAdjustedRates } from '../../src/stats/nevada';
import { normalBelow, normalQuantile } from '../../src/stats/normal';
import { oneVsRest } from '../../src/stats/one-vs-rest';
import { pareto } from '../../src/stats/pareto';
import { poissonAtMost } from '../../src/stats/poisson';
import { poissonUpperBound, rateInterval } from '../../src/stats/poisson-interval';
import { exposureAgainstKnownRate, exposureNeeded, exposureToShow, power, ruleOfThree } from '../../src/stats/power';
import { agrestiCoull, clopperPearson, wilson, wilsonCorrected } from '../../src/stats/proportion';
import { gChart, tChart } from '../../src/stats/rare-events';
import { rateRatio } from '../../src/stats/rate-ratio';
import { type NelsonRule, nelson, type WesternRule, westernElectric } from '../../src/stats/run-rules';
import { seasonalLimit } from '../../src/stats/seasonal-limit';
import { stl } from '../../src/stats/stl';
import { mantelHaenszelRatio, regressionRatio, type Stratum } from '../../src/stats/stratified-ratio';
import { studentBelow, studentQuantile } from '../../src/stats/student';
import { kaplanMeier, logRank, type Observed } from '../../src/stats/survival';
import { mannKendall, poissonTrend } from '../../src/stats/trend';
import {
  chiSquareTest,
  conditionalOddsRatio,
  fisherTest,
  newcombeDifference,
  riskRatio,
} from '../../src/stats/two-proportions';
import { expectedClaims } from '../../src/stats/warranty';
import { type Life, weibull, weibullBelow, weibullQuantile } from '../../src/stats/weibull';

// biome-ignore lint/suspicious/noExplicitAny: reference cases have the fields of their method
type Input = any;
type Method = (input: Input, expected: Input) => unknown;

/** Places count from 1 in the reference cases. */
const from1 = (places: readonly number[]) => places.map((place) => place + 1);

const charted = (chart: ControlChart) => ({
  center: chart.center,
  points: chart.points,
  lcl: chart.lower,
  ucl: chart.upper,
  out_of_control: from1(beyondLimits(chart)),
});
const attribute =
  (kind: AttributeKind): Method =>
  ({ counts, sizes, baseline_points }) =>
    charted(attributeChart(kind, counts, sizes, baseline_points));

const laney =
  (kind: 'u' | 'p'): Method =>
  ({ counts, sizes, baseline_points }) => {
    const chart = laneyChart(kind, counts, sizes, baseline_points);
    const ordinary = charted(chart.ordinary);
    return {
      ...charted(chart),
      sigma_z: chart.sigmaZ,
      z: chart.ordinary.z,
      ordinary_ucl: ordinary.ucl,
      ordinary_lcl: ordinary.lcl,
      ordinary_out_of_control: ordinary.out_of_control,
    };
  };

const rules = <Rule extends string>(names: readonly Rule[], of: (rule: Rule, z: number[]) => number[], z: number[]) =>
  Object.fromEntries(names.map((name) => [name, from1(of(name, z))]));

const lives = ({ time, event, weight }: Input): Observed[] =>
  time.map((at: number, i: number) => ({ time: at, failed: event[i] === 1, weight: weight?.[i] ?? 1 }));

/** The last points whose rate of earlier and later rows are compared. */
function strata(rows: readonly Input[]): Stratum[] {
  const names = [...new Set(rows.map(({ stratum }) => stratum))];
  const side = (name: unknown, period: number) => {
    const own = rows.filter((row) => row.stratum === name && row.period === period);
    const sum = (of: 'events' | 'exposure') => own.reduce((total, row) => total + row[of], 0);
    return { events: sum('events'), exposure: sum('exposure') };
  };
  return names.map((name) => ({ before: side(name, 0), after: side(name, 1) }));
}

const PRIMITIVES: Readonly<Record<string, (...args: number[]) => number>> = {
  pbeta: (x = 0, a = 0, b = 0) => betaBelow(x, a, b),
  qbeta: (p = 0, a = 0, b = 0) => betaQuantile(p, a, b),
  pgamma: (x = 0, shape = 0) => gammaBelow(x, shape),
  qgamma: (p = 0, shape = 0) => gammaQuantile(p, shape),
  pchisq_upper: (x = 0, df = 0) => chiSquareAbove(x, df),
  qchisq: (p = 0, df = 0) => chiSquareQuantile(p, df),
  pbinom: (x = 0, n = 0, p = 0) => binomialAtMost(x, n, p),
  ppois: (x = 0, mean = 0) => poissonAtMost(x, mean),
  pnorm: (z = 0) => normalBelow(z),
  qnorm: (p = 0) => normalQuantile(p),
  pt: (t = 0, df = 0) => studentBelow(t, df),
  qt: (p = 0, df = 0) => studentQuantile(p, df),
  phyper: (x = 0, marked = 0, plain = 0, drawn = 0) => hypergeometricAtMost(x, { marked, plain, drawn }),
  lgamma: (x = 0) => logGamma(x),
  digamma: (x = 0) => digamma(x),
};

/** Every method of the reference cases by its name: takes a case's input, gives what `expected` names. */
export const METHODS: Readonly<Record<string, Method>> = {
  poisson_rate_ratio_exact: ({ before, after, null_ratio, conf }) => {
    const got = rateRatio(before, after, null_ratio, conf);
    return {
      rate_before: before.events / before.exposure,
      rate_after: after.events / after.exposure,
      ratio_after_over_before: got.ratio,
      reduction_pct: got.ratio === null ? null : 100 * (1 - got.ratio),
      ci95: got.interval,
      ci95_upper_one_sided: got.upperBound,
      ci95_lower_one_sided: got.lowerBound,
      p_less: got.pLess,
      p_greater: got.pGreater,
      p_two_sided_central: got.pTwoSided,
      p_two_sided_minlike: got.pTwoSidedMinlike,
      midp_less: got.midPLess,
      midp_two_sided: got.midPTwoSided,
      verdict: got.ratio === null ? 'insufficient data' : undefined,
    };
  },
  poisson_rate_ratio_stratified: ({ rows }) => {
    const [mh, regression] = [mantelHaenszelRatio(strata(rows)), regressionRatio(strata(rows))];
    return {
      crude_ratio: mh.crude,
      adjusted_ratio: regression?.ratio ?? null,
      adjusted_wald_ci95: regression?.interval ?? null,
      adjusted_p: regression?.p ?? null,
      mh_ratio: mh.ratio,
      mh_ci95: mh.interval,
    };
  },
  poisson_vs_quasipoisson_before_after: ({ events, exposure, period }) => {
    const got = dispersedRatio(
      events.map((count: number, i: number) => ({ events: count, exposure: exposure[i], after: period[i] === 1 })),
    );
    return {
      ratio: got?.ratio,
      dispersion: got?.dispersion,
      poisson_p: got?.pPoisson,
      quasi_t_p: got?.pQuasi,
      quasi_se: got?.quasiError,
      quasi_ci95_wald_t: got?.quasiInterval,
    };
  },
  dispersion_test: ({ counts }) => {
    const got = dispersionTest(counts);
    return { ...got, chi2: got?.chiSquare, p_upper: got?.p };
  },
  two_proportions: ({ group1, group2 }) => {
    const fisher = fisherTest(group1, group2);
    const odds = conditionalOddsRatio(group1, group2);
    const [risk, difference, chi] = [
      riskRatio(group1, group2),
      newcombeDifference(group1, group2),
      chiSquareTest(group1, group2),
    ];
    return {
      p1: group1.x / group1.n,
      p2: group2.x / group2.n,
      fisher_p_two_sided: fisher.pTwoSided,
      fisher_p_less: fisher.pLess,
      fisher_p_greater: fisher.pGreater,
      odds_ratio_cmle: odds.ratio,
      odds_ratio_cmle_ci95: odds.interval,
      odds_ratio_sample: (group1.x * (group2.n - group2.x)) / ((group1.n - group1.x) * group2.x),
      risk_ratio: risk?.ratio ?? group1.x / group1.n / (group2.x / group2.n),
      risk_ratio_ci95_log_wald: risk?.interval ?? null,
      diff: difference.difference,
      diff_ci95_newcombe10: difference.interval,
      chi2: chi?.chiSquare ?? null,
      chi2_p: chi?.p ?? null,
      chi2_yates: chi?.corrected ?? null,
      chi2_yates_p: chi?.pCorrected ?? null,
    };
  },
  one_proportion_ci: ({ x, n, conf }) => ({
    p: x / n,
    wilson: wilson(x, n, conf),
    wilson_cc: wilsonCorrected(x, n, conf),
    clopper_pearson: clopperPearson(x, n, conf),
    agresti_coull_unclipped: agrestiCoull(x, n, conf),
  }),
  one_poisson_rate_ci: ({ events, exposure, conf }) => {
    const got = rateInterval(events, exposure, conf);
    return { rate: got?.rate, ci95: got?.interval, upper95_one_sided: poissonUpperBound(events, conf) / exposure };
  },
  chart_p: attribute('p'),
  chart_np: attribute('np'),
  chart_c: attribute('c'),
  chart_u: attribute('u'),
  chart_i_mr: ({ values, baseline_points }) => {
    const got = individualsChart(values, baseline_points);
    const out = got.ranges.flatMap((range, at) => (range > got.upperRange ? [at + 1] : []));
    return {
      ...charted(got),
      ucl: got.upper[0],
      lcl: got.lower[0],
      mr_mean: got.meanRange,
      sigma: got.sigma,
      mr_ucl: got.upperRange,
      mr: got.ranges,
      mr_out_of_control: from1(out),
    };
  },
  chart_laney_p_prime: laney('p'),
  chart_laney_u_prime: laney('u'),
  chart_g: ({ counts_between }) => {
    const got = gChart(counts_between);
    return {
      mean: got.mean,
      median: got.median,
      ucl_3sigma: got.upper,
      lcl_3sigma: got.lower,
      p_hat: got.chance,
      ucl_prob_99865: got.upperProbability,
      lcl_prob_00135: got.lowerProbability,
      theoretical_median: got.theoreticalMedian,
      above_ucl: from1(got.above),
    };
  },
  chart_t: ({ times }) => {
    // The cases transform by the printed power, and transform back by the exact one.
    const { transformed } = tChart(times, times.length, 0.2777);
    const { center, upper, lower } = tChart(times);
    return {
      transformed: transformed.points,
      center_transformed: transformed.center,
      mr_mean: transformed.meanRange,
      ucl_transformed: transformed.upper[0],
      lcl_transformed: transformed.lower[0],
      center_back: center,
      ucl_back: upper,
      lcl_back: lower,
      out: from1(beyondLimits(transformed)),
    };
  },
  nelson_western_electric_rules: ({ values, center, sigma }) => {
    const z = values.map((value: number) => (value - center) / sigma);
    const own = rules<NelsonRule>(['1', '2', '3', '4', '5', '6', '7', '8', '8either'], nelson, z);
    return {
      nelson: { ...own, '8_qcc_both_sides': own['8'], '8_minitab': own['8either'] },
      western_electric: rules<WesternRule>(['1', '2', '3', '4'], westernElectric, z),
    };
  },
  nelson_on_u_chart_frozen_baseline: ({ counts, exposure, baseline_points }) => {
    const chart = attributeChart('u', counts, exposure, baseline_points);
    return {
      ubar: chart.center,
      z: chart.z,
      ucl: chart.upper,
      lcl: chart.lower,
      rule1: from1(nelson('1', chart.z)),
      rule2: from1(nelson('2', chart.z)),
      we2: from1(westernElectric('2', chart.z)),
      we3: from1(westernElectric('3', chart.z)),
      we4: from1(westernElectric('4', chart.z)),
    };
  },
  ewma: ({ values, center, sigma, lambda, nsigmas }) => {
    const got = ewma(values, { center, sigma, lambda, reach: nsigmas });
    return {
      ewma: got.values,
      ucl: got.upper,
      lcl: got.lower,
      ucl_asymptotic: got.upperAsymptotic,
      lcl_asymptotic: got.lowerAsymptotic,
      out: from1(got.signals),
    };
  },
  cusum_tabular: ({ values, ...options }) => {
    const got = cusum(values, options);
    const scaled = (sums: readonly number[]) => sums.map((sum) => sum * options.sigma);
    return {
      c_plus: scaled(got.up),
      c_minus: scaled(got.down),
      standardized_c_plus: got.up,
      standardized_c_minus: got.down,
      signal_up: from1(got.signalsUp),
      signal_down: from1(got.signalsDown),
    };
  },
  cusum_poisson: ({ counts, exposure, mu0, mu1, h }) => {
    const got = poissonCusum(counts, exposure, { acceptable: mu0, unacceptable: mu1, h });
    return { k: got.k, s: got.sums, signal: from1(got.signals) };
  },
  ears: ({ counts, baseline, alpha }) => {
    const got = ears(counts, baseline, alpha);
    const limits = (one: typeof got.c1) => ({
      first_point: one.first + 1,
      upperbound: one.upper,
      alarm_points: from1(one.alarms),
    });
    return {
      C1: limits(got.c1),
      C2: limits(got.c2),
      C2_statistic: got.c2Statistic,
      C3_cdc: { statistic: got.c3Statistic, alarm_points: from1(got.c3Alarms) },
    };
  },
  seasonal_poisson_regression_limit: ({ counts, train, period, harmonics, exposure }) => {
    const got = seasonalLimit(counts, { train, period, harmonics, exposure });
    return {
      coef: got?.coefficients,
      expected: got?.expected,
      upper_q995: got?.upper,
      alarm: got === null ? null : from1(got.alarms),
    };
  },
  pareto: ({ categories, counts, cut }) => {
    const got = pareto(
      categories.map((name: string, i: number) => [name, counts[i]] as const),
      cut,
    );
    return {
      order: got.items.map(({ name }) => name),
      counts: got.items.map(({ value }) => value),
      cumulative: got.items.map(({ cumulative }) => cumulative),
      cumulative_pct: got.items.map(({ cumulativePercent }) => cumulativePercent),
      vital_few_count: got.vitalFew,
      vital_few: got.items.slice(0, got.vitalFew).map(({ name }) => name),
    };
  },
  disproportionality_2x2: (input) => {
    const got = disproportionality({
      a: input.a_attr_complaint_of_interest,
      b: input.b_attr_other,
      c: input.c_rest_of_interest,
      d: input.d_rest_other,
    });
    return {
      expected: got.expected,
      lift: got.lift,
      prr: got.prr,
      prr_ci95: got.prrInterval,
      ror: got.ror,
      ror_ci95: got.rorInterval,
      ic: got.ic,
      ic025: got.ic025,
      ic975: got.ic975,
      bcpnn_ic: got.bcpnn.ic,
      bcpnn_ic025: got.bcpnn.ic025,
      chi2: got.chiSquare,
      chi2_yates: got.chiSquareCorrected,
      fisher_p_greater: got.p,
      evans_signal: got.evans,
    };
  },
  bh_fdr: ({ p, alpha = 0.05 }) => {
    const bh = benjaminiHochberg(p);
    return {
      bh,
      holm: holm(p),
      bonferroni: bonferroni(p),
      significant_005: bh.flatMap((q, at) => (q <= alpha ? [at + 1] : [])),
    };
  },
  attribute_vs_rest_with_exposure: ({ attribute: names, events, exposure }) => {
    const got = oneVsRest(events.map((count: number, i: number) => ({ events: count, exposure: exposure[i] })));
    return {
      rate_ratio: got.map(({ ratio }) => ratio),
      p_greater: got.map(({ pGreater }) => pGreater),
      q_bh: got.map(({ q }) => q),
      over_represented: names.filter((_: string, i: number) => (got[i]?.q ?? 1) <= 0.05),
    };
  },
  weibull_mle_right_censored: (input) => {
    const got = weibull(lives(input));
    if (typeof got === 'string') return { refused: got };
    const [b10, b50] = [weibullQuantile(got, 0.1), weibullQuantile(got, 0.5)];
    return {
      shape: got.shape,
      scale: got.scale,
      loglik: got.logLikelihood,
      b10: b10.time,
      b50: b50.time,
      b10_ci95_lognormal_wald: b10.interval,
      shape_ci95: got.shapeInterval,
      scale_ci95: got.scaleInterval,
      failures: got.failures,
      mttf: got.mean,
    };
  },
  kaplan_meier: (input) => {
    const { steps, median } = kaplanMeier(lives(input));
    const each = <Value>(of: (step: (typeof steps)[number]) => Value) => steps.map(of);
    return {
      time: each(({ time }) => time),
      n_risk: each(({ atRisk }) => atRisk),
      n_event: each(({ failed }) => failed),
      surv: each(({ survival }) => survival),
      greenwood_se: each(({ error }) => error),
      lower_log: each(({ log }) => log[0]),
      upper_log: each(({ log }) => log[1]),
      lower_loglog: each(({ logLog }) => logLog[0]),
      upper_loglog: each(({ logLog }) => logLog[1]),
      lower_plain: each(({ plain }) => plain[0]),
      upper_plain: each(({ plain }) => plain[1]),
      nelson_aalen: each(({ hazard }) => hazard),
      median,
    };
  },
  log_rank: ({ group1, group2, ...input }) => {
    const [one, other] =
      group1 === undefined
        ? [0, 1].map((at) => {
            const names = [...new Set(input.group)];
            return lives(input).filter((_, i) => input.group[i] === names[at]);
          })
        : [lives(group1), lives(group2)];
    const got = logRank(one ?? [], other ?? []);
    return { chi2: got?.chiSquare ?? null, p: got?.p ?? null, observed: got?.observed, expected: got?.expected };
  },
  nevada_mis: ({ shipments, claims_by_mis }) => {
    const cohorts = shipments.map((units: number, i: number) => ({ units, claims: claims_by_mis[i] }));
    const got = ageRates(cohorts);
    return {
      claims: got.map(({ claims }) => claims),
      units_exposed: got.map(({ units }) => units),
      hazard_per_1000: got.map(({ hazard }) => hazard * 1000),
      cumulative_claims_per_1000: got.map(({ cumulative }) => cumulative * 1000),
      at_risk_km: got.map(({ atRisk }) => atRisk),
      km_failure_prob: got.map(({ failed }) => failed),
      naive_cumulative_r1000_by_cohort: cohorts.map(
        ({ units, claims }: Input) => (claims.reduce((sum: number, one: number) => sum + one, 0) / units) * 1000,
      ),
    };
  },
  nevada_reporting_lag: ({ shipments, claims_at_mis, lag_cdf }) => {
    const got = lagAdjustedRates(shipments, claims_at_mis, lag_cdf);
    return {
      effective_exposure: got.exposure,
      hazard: got.hazard,
      cumulative: got.cumulative,
      unadjusted_hazard: got.unadjusted,
    };
  },
  warranty_forecast: ({ cohorts, ...options }) => {
    const claims = expectedClaims(cohorts, options);
    return { expected_claims: claims, total: claims.reduce((sum, one) => sum + one, 0) };
  },
  warranty_interval_weibull_forecast: (input, expected) => intervalForecast(input, expected),
  reporting_delay_chain_ladder: ({ cumulative_triangle }) => {
    const got = chainLadder(cumulative_triangle);
    return { factors: got.factors, ultimate: got.ultimate, ibnr_total: got.outstanding };
  },
  stl_periodic: ({ values, frequency, robust }) => stlCase(values, frequency, robust ?? false),
  stl_robust: ({ values, frequency }) => stlCase(values, frequency, true),
  classical_decomposition: ({ values, frequency, period, type }) => {
    const got = classicalDecomposition(values, frequency ?? period, type);
    const blank = (series: readonly number[] | undefined) =>
      series?.map((value) => (Number.isNaN(value) ? null : value));
    return {
      trend: blank(got?.trend),
      seasonal: got?.seasonal,
      figure: got?.figure,
      remainder: blank(got?.remainder),
      random: blank(got?.remainder),
    };
  },
  holt_winters: ({ values, frequency, period, alpha, beta, gamma, seasonal, horizon = 0 }) => {
    const got = holtWinters(values, { period: frequency ?? period, alpha, beta, gamma, kind: seasonal });
    return {
      fitted: got?.fitted,
      sse: got?.sse,
      SSE: got?.sse,
      level: got?.level,
      trend: got?.slope,
      seasonal: got?.season,
      coefficients: got === null ? null : [got.level, got.slope, ...got.season],
      forecast: got?.forecast(horizon),
    };
  },
  changepoint_poisson: ({ counts, exposure }) => {
    const single = changePoint(counts, exposure);
    const amoc = (single?.statistic ?? 0) > 2 * Math.log(counts.length) && single !== null ? [single.last + 1] : [];
    return {
      single: single && {
        index_last_before: single.last + 1,
        lr_statistic: single.statistic,
        rate_before: single.rateBefore,
        rate_after: single.rateAfter,
      },
      optimal_partition_pen_2logn: from1(changePoints(counts, exposure, { penalty: 2 })),
      optimal_partition_pen_3logn: from1(changePoints(counts, exposure, { penalty: 3 })),
      pelt_minseg2: from1(changePoints(counts, exposure, { penalty: 2, least: 2 })),
      amoc_bic: amoc,
    };
  },
  power_two_poisson_rates_exact: ({ expected_before, true_ratio, exposure_ratio_after_over_before, alpha }) => {
    const plan = {
      expectedBefore: expected_before,
      trueRatio: true_ratio,
      exposureRatio: exposure_ratio_after_over_before,
      alpha,
    };
    return { power_one_sided: power(plan, 1), power_two_sided: power(plan, 2) };
  },
  exposure_needed_exact: ({ expected_before, true_ratio, alpha, power: wanted }) => {
    const plan = { expectedBefore: expected_before, trueRatio: true_ratio, alpha };
    const one = exposureNeeded(plan, { wanted, sided: 1 });
    return {
      ratio_needed_one_sided: one,
      expected_events_after_if_no_change: one === null ? null : one * expected_before,
      ratio_needed_two_sided: exposureNeeded(plan, { wanted, sided: 2 }),
    };
  },
  exposure_needed_known_baseline: ({ true_ratio, alpha, power: wanted }) => {
    const got = exposureAgainstKnownRate(true_ratio, alpha, wanted);
    return {
      expected_events_under_baseline: got?.expected,
      max_events_to_pass: got?.mostToPass,
      actual_alpha: got?.alpha,
      power: got?.power,
    };
  },
  rule_of_three: ({ n, events = 0 }) => {
    const got = ruleOfThree(n);
    return {
      exact_upper95: got.exact,
      rule_of_three: got.rule,
      poisson_upper95: got.poisson,
      two_sided_cp_upper: clopperPearson(events, n)[1],
    };
  },
  zero_event_success_exposure: ({ target_rate, conf, allowed_events }) => ({
    exposure_needed: allowed_events.map((allowed: number) => exposureToShow(target_rate, allowed, conf)),
  }),
  poisson_trend: ({ counts, exposure }) => {
    const got = poissonTrend(counts, exposure);
    return {
      slope: got?.slope,
      pct_change_per_period: got?.percentPerPeriod,
      se: got?.error,
      p_poisson: got?.p,
      dispersion: got?.dispersion,
      p_quasi_t: got?.pQuasi,
    };
  },
  mann_kendall: ({ values }) => {
    const got = mannKendall(values);
    return { s: got?.s, S: got?.s, z: got?.z, p: got?.p, tau: got?.tau };
  },
  distribution_primitives: (_input, { rows }) => ({
    rows: rows.map((row: Input) => ({ ...row, value: PRIMITIVES[row.fn]?.(...row.args) })),
  }),
};

function stlCase(values: number[], period: number, robust: boolean) {
  const got = stl(values, { period, robust });
  return { seasonal_first_period: got?.figure, trend: got?.trend, remainder: got?.remainder, seasonal: got?.seasonal };
}

/** Interval-censored fit, then what units in service and units yet to be shipped (at the start of each month) will claim. */
function intervalForecast(input: Input, expected: Input) {
  const { interval_start, interval_end, frequency, shipment_per_month, future_shipments_per_month, horizon } = input;
  const units: Life[] = interval_start.map((time: number, i: number) => ({
    time,
    failed: interval_end[i] !== null,
    ...(interval_end[i] === null ? {} : { until: interval_end[i] }),
    weight: frequency[i],
  }));
  const fit = weibull(units);
  if (typeof fit === 'string') return { refused: fit };
  const { shape, scale } = fit;
  const survivors = units
    .filter(({ failed }) => !failed)
    .map(({ time, weight = 1 }) => ({ age: time, survivors: weight }));
  const total = (claims: readonly number[]) => claims.reduce((sum, one) => sum + one, 0);
  const ages = survivors.map(({ age }) => age);
  const ofNew = (until: number) =>
    Array.from({ length: until }, (_, j) => weibullBelow(until - j, shape, scale) * future_shipments_per_month);
  return {
    ...expected,
    shape,
    scale,
    expected_current: total(ages.map((age) => weibullBelow(age, shape, scale) * shipment_per_month)),
    expected_current_survivors_only: total(
      survivors.map(({ age, survivors: count }) => weibullBelow(age, shape, scale) * count),
    ),
    predicted_cumulative_R: Array.from({ length: horizon }, (_, h) =>
      total([...expectedClaims(survivors, { shape, scale, horizon: h + 1 }), ...ofNew(h + 1)]),
    ),
  };
}
