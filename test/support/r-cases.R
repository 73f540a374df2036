# Reference cases of src/stats, computed by R. Writes r-cases.json beside this file: Rscript r-cases.R
# Needs r-base-core and r-cran-survival.
suppressMessages(library(survival))
json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    if (is.null(names(x))) return(paste0("[", paste(sapply(x, json), collapse = ", "), "]"))
    return(paste0("{", paste0('"', names(x), '": ', sapply(x, json), collapse = ", "), "}"))
  }
  one <- function(v) if (is.na(v)) "null" else if (is.character(v)) paste0('"', v, '"') else if (is.logical(v)) tolower(v) else if (is.infinite(v)) (if (v > 0) '"Infinity"' else '"-Infinity"') else format(v, digits = 15)
  if (length(x) == 1 && !inherits(x, "AsIs")) return(one(x))
  paste0("[", paste(sapply(unclass(x), one), collapse = ", "), "]")
}
cases <- list()
case <- function(id, method, input, expected, rel = 1e-6, abs = 1e-10, reference)
  cases[[length(cases) + 1]] <<- list(id = id, method = method, reference = reference, input = input, expected = expected, tolerance = list(rel = rel, abs = abs))

# Rate ratios: many shapes of counts.
for (x in list(c(3, 1000, 1, 1500), c(0, 800, 4, 900), c(250, 1e6, 180, 9e5), c(1, 10, 0, 10), c(12000, 3e6, 11500, 3.1e6))) {
  p <- poisson.test(c(x[3], x[1]), c(x[4], x[2]))
  less <- poisson.test(c(x[3], x[1]), c(x[4], x[2]), alternative = "less")
  greater <- poisson.test(c(x[3], x[1]), c(x[4], x[2]), alternative = "greater")
  case(paste0("r-ratio-", x[1], "-", x[3]), "poisson_rate_ratio_exact",
       list(before = list(events = x[1], exposure = x[2]), after = list(events = x[3], exposure = x[4]), null_ratio = 1, conf = 0.95),
       list(ci95 = I(as.numeric(p$conf.int)), p_two_sided_minlike = p$p.value, p_less = less$p.value, p_greater = greater$p.value,
            ci95_upper_one_sided = less$conf.int[2], ci95_lower_one_sided = greater$conf.int[1]), rel = 1e-5, reference = "poisson.test")
}
p <- poisson.test(c(40, 60), c(1000, 1000), r = 0.5, alternative = "less")
case("r-ratio-null-half", "poisson_rate_ratio_exact", list(before = list(events = 60, exposure = 1000), after = list(events = 40, exposure = 1000), null_ratio = 0.5, conf = 0.95),
     list(p_less = p$p.value), reference = "poisson.test(r = 0.5)")
# Rates and shares.
for (x in c(0, 1, 7, 5000, 1e6)) {
  p <- poisson.test(x, 400)
  case(paste0("r-rate-", x), "one_poisson_rate_ci", list(events = x, exposure = 400, conf = 0.95), list(ci95 = I(as.numeric(p$conf.int))), rel = 1e-8, reference = "poisson.test")
}
for (x in list(c(0, 1), c(1, 1), c(7, 9), c(20, 20), c(300, 1e6))) {
  b <- binom.test(x[1], x[2]); w <- suppressWarnings(prop.test(x[1], x[2], correct = FALSE)); wc <- suppressWarnings(prop.test(x[1], x[2]))
  case(paste0("r-share-", x[1], "-", x[2]), "one_proportion_ci", list(x = x[1], n = x[2], conf = 0.95),
       list(clopper_pearson = I(as.numeric(b$conf.int)), wilson = I(as.numeric(w$conf.int)), wilson_cc = I(as.numeric(wc$conf.int))), abs = 1e-9, reference = "binom.test, prop.test")
}
for (x in list(c(1, 10, 5, 12), c(0, 20, 4, 25), c(150, 1000, 90, 1100), c(3, 3, 1, 4))) {
  f <- fisher.test(matrix(c(x[1], x[2] - x[1], x[3], x[4] - x[3]), 2)); l <- fisher.test(matrix(c(x[1], x[2] - x[1], x[3], x[4] - x[3]), 2), alternative = "less")
  g <- fisher.test(matrix(c(x[1], x[2] - x[1], x[3], x[4] - x[3]), 2), alternative = "greater")
  k <- suppressWarnings(chisq.test(matrix(c(x[1], x[2] - x[1], x[3], x[4] - x[3]), 2)))
  case(paste0("r-two-", x[1], "-", x[3]), "two_proportions", list(group1 = list(x = x[1], n = x[2]), group2 = list(x = x[3], n = x[4])),
       list(fisher_p_two_sided = f$p.value, fisher_p_less = l$p.value, fisher_p_greater = g$p.value, chi2_yates = as.numeric(k$statistic), chi2_yates_p = k$p.value), reference = "fisher.test, chisq.test")
}
# Regression.
y <- c(31, 12, 45, 8, 27, 40, 9, 33); t <- c(1000, 800, 1200, 700, 900, 1100, 650, 1000); s <- c("A", "B", "A", "B", "A", "B", "A", "B"); a <- c(0, 0, 0, 0, 1, 1, 1, 1)
m <- glm(y ~ factor(s) + a + offset(log(t)), family = poisson)
case("r-strata", "poisson_rate_ratio_stratified",
     list(rows = lapply(1:8, function(i) list(events = y[i], exposure = t[i], stratum = s[i], period = a[i]))),
     list(adjusted_ratio = as.numeric(exp(coef(glm(tapply(y, list(s, a), sum)[1:4] ~ factor(rep(1:2, 2)) + rep(0:1, each = 2) + offset(log(tapply(t, list(s, a), sum)[1:4])), family = poisson))[3]))), rel = 1e-6, reference = "glm")
m <- glm(c(9, 4, 7, 12, 15, 11, 18, 16) ~ I(1:8) + offset(log(c(10, 8, 11, 12, 13, 9, 14, 12))), family = quasipoisson); q <- summary(m)
case("r-trend-exposure", "poisson_trend", list(counts = c(9, 4, 7, 12, 15, 11, 18, 16), exposure = c(10, 8, 11, 12, 13, 9, 14, 12)),
     list(slope = as.numeric(coef(m)[2]), dispersion = q$dispersion, p_quasi_t = q$coefficients[2, 4]), rel = 1e-6, reference = "glm quasipoisson")
# Survival.
set.seed(5)
time <- round(rweibull(60, 1.7, 30)) + 1; event <- as.integer(runif(60) < 0.6)
f <- survfit(Surv(time, event) ~ 1, conf.type = "log-log"); keep <- f$n.event > 0
case("r-km-ties", "kaplan_meier", list(time = time, event = event), list(time = f$time[keep], n_risk = f$n.risk[keep], n_event = f$n.event[keep], surv = f$surv[keep], lower_loglog = f$lower[keep], upper_loglog = f$upper[keep], median = as.numeric(summary(f)$table["median"])), rel = 1e-8, reference = "survfit")
g <- rep(c("A", "B"), 30); d <- survdiff(Surv(time, event) ~ g)
case("r-log-rank", "log_rank", list(time = time, event = event, group = g), list(chi2 = d$chisq, p = pchisq(d$chisq, 1, lower.tail = FALSE), observed = d$obs[1], expected = d$exp[1]), rel = 1e-8, reference = "survdiff")
w <- survreg(Surv(time, event) ~ 1); sg <- w$scale
case("r-weibull", "weibull_mle_right_censored", list(time = time, event = event), list(shape = 1 / sg, scale = as.numeric(exp(coef(w))), loglik = w$loglik[1], failures = sum(event)), rel = 1e-6, reference = "survreg")
# Series.
x <- as.numeric(AirPassengers)[1:60]; ts12 <- ts(x, frequency = 12)
for (kind in c("additive", "multiplicative")) {
  d <- decompose(ts12, kind)
  case(paste0("r-decompose-", kind), "classical_decomposition", list(values = x, frequency = 12, type = kind), list(figure = as.numeric(d$figure), trend = as.numeric(d$trend), random = as.numeric(d$random)), rel = 1e-9, abs = 1e-9, reference = "decompose")
  h <- HoltWinters(ts12, 0.3, 0.1, 0.2, seasonal = kind); f <- as.numeric(predict(h, 6))
  case(paste0("r-holt-winters-", kind), "holt_winters", list(values = x, frequency = 12, alpha = 0.3, beta = 0.1, gamma = 0.2, seasonal = kind, horizon = 6),
       list(SSE = h$SSE, fitted = as.numeric(h$fitted[, 1]), coefficients = as.numeric(h$coefficients), forecast = f), rel = 1e-8, abs = 1e-8, reference = "HoltWinters")
}
for (robust in c(FALSE, TRUE)) {
  v <- log(x); if (robust) v[30] <- v[30] + 0.5
  s <- stl(ts(v, frequency = 12), "periodic", robust = robust)$time.series
  case(paste0("r-stl-", if (robust) "robust" else "periodic"), if (robust) "stl_robust" else "stl_periodic", list(values = v, frequency = 12, robust = robust),
       list(seasonal_first_period = as.numeric(s[1:12, 1]), trend = as.numeric(s[, 2]), remainder = as.numeric(s[, 3])), rel = 1e-6, abs = 1e-5, reference = "stl")
}
# Corrections for several tests, and distributions far out.
pp <- c(0.01, 0.02, 0.02, 0.04, 0.3, 0.9, 0.001)
case("r-adjust-ties", "bh_fdr", list(p = pp), list(bh = p.adjust(pp, "BH"), holm = p.adjust(pp, "holm"), bonferroni = p.adjust(pp, "bonferroni")), rel = 1e-12, reference = "p.adjust")
rows <- list(); row <- function(fn, value, ...) rows[[length(rows) + 1]] <<- list(fn = fn, args = I(c(...)), value = value)
for (m in c(0.3, 4, 77, 12345, 2e6)) for (k in c(-4, -1, 0, 2, 6)) { x <- max(0, round(m + k * sqrt(m))); row("ppois", ppois(x, m), x, m) }
for (p in c(1e-12, 1e-4, 0.3, 0.9999)) for (a in c(0.2, 1, 30, 4e5)) row("qgamma", qgamma(p, a), p, a)
for (p in c(1e-15, 1e-7, 0.2, 0.999)) row("qnorm", qnorm(p), p)
for (z in c(-20, -9, -3, 2, 5)) row("pnorm", pnorm(z), z)
for (x in c(5, 50, 900)) row("pchisq_upper", pchisq(x, 7, lower.tail = FALSE), x, 7)
for (x in c(0, 3, 9, 30)) row("phyper", phyper(x, 40, 500, 60), x, 40, 500, 60)
case("r-distributions", "distribution_primitives", list(note = "each row: fn(args)"), list(rows = rows), rel = 1e-9, abs = 0, reference = "p and q functions")
writeLines(paste0("[\n", paste(sapply(cases, json), collapse = ",\n"), "\n]"), "r-cases.json")
cat(length(cases), "cases\n")
