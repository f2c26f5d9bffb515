# linear, did, mean, reliability, paired: R's lm, sandwich, clubSandwich, survey, lavaan, stats.
source("common.R")
suppressMessages({ library(clubSandwich); library(sandwich); library(survey); library(lavaan) })
d <- read.csv("data/person.csv")
rename <- function(terms) sub("^region(.+)$", "region[\\1]", sub("^\\(Intercept\\)$", "(intercept)", terms))
coefficients_of <- function(settings, model, vcov, df, tolerance = 1e-8) {
  se <- sqrt(diag(vcov)); b <- coef(model)
  for (k in names(b)) expect_row("person.csv", "linear", settings, rename(k), list(estimate = b[[k]], se = se[[k]], df = df,
    statistic = b[[k]] / se[[k]], p = 2 * pt(-abs(b[[k]] / se[[k]]), df), ci_low = b[[k]] - qt(0.975, df) * se[[k]]), tolerance)
}
m <- lm(y ~ x + z + region, d); mw <- lm(y ~ x + z + region, d, weights = weight)
coefficients_of("y=y;x=x,z,region", m, vcov(m), m$df.residual)
expect("person.csv", "linear", "y=y;x=x,z,region", "r_squared", "estimate", summary(m)$r.squared)
expect("person.csv", "linear", "y=y;x=x,z,region", "sigma", "estimate", summary(m)$sigma)
coefficients_of("y=y;x=x,z,region;weights=weight", mw, vcov(mw), mw$df.residual)
expect("person.csv", "linear", "y=y;x=x,z,region;weights=weight", "r_squared", "estimate", summary(mw)$r.squared)
for (k in 0:3) coefficients_of(sprintf("y=y;x=x,z,region;vcov=hc%d", k), m, vcovHC(m, paste0("HC", k)), m$df.residual)
for (k in 0:1) coefficients_of(sprintf("y=y;x=x,z,region;cluster=community;vcov=cr%d", k), m,
  vcovCL(m, d$community, type = paste0("HC", k), cadjust = k == 1), 11)
cr2 <- function(settings, model, cluster, keep = TRUE) {
  r <- as.data.frame(coef_test(model, vcov = "CR2", cluster = cluster))
  for (k in rownames(r)) if (isTRUE(keep) || k %in% keep) expect_row("person.csv", "linear", settings, rename(k),
    list(estimate = r[k, "beta"], se = r[k, "SE"], df = r[k, "df_Satt"], p = r[k, "p_Satt"]))
}
cr2("y=y;x=x,z,region;cluster=community", m, d$community)
cr2("y=y;x=x,z,region;cluster=community;weights=weight", mw, d$community)
cr2("y=y;x=x,z;absorb=community;cluster=community", lm(y ~ x + z + community, d), d$community, c("x", "z"))
cr2("y=y;x=x,z;absorb=region;cluster=community", lm(y ~ x + z + region, d), d$community, c("x", "z"))
cr2("y=y;x=x,z;absorb=region,community;cluster=community;weights=weight", lm(y ~ x + z + region + community, d, weights = weight), d$community, c("x", "z"))
fe <- lm(y ~ x + z + community, d); v <- vcovCL(fe, d$community, type = "HC1")
expect_row("person.csv", "linear", "y=y;x=x,z;absorb=community;cluster=community;vcov=cr1", "x", list(estimate = coef(fe)[["x"]], se = sqrt(v["x", "x"])))
expect("person.csv", "linear", "y=y;x=x,z;absorb=community;vcov=hc3", "x", "se", sqrt(vcovHC(fe, "HC3")["x", "x"]))
expect("person.csv", "linear", "y=y;x=x,z;absorb=community;vcov=hc2", "z", "se", sqrt(vcovHC(fe, "HC2")["z", "z"]))
m0 <- lm(y ~ 0 + x + region, d)
expect("person.csv", "linear", "y=y;x=x,region;intercept=no", "region[riga]", "estimate", coef(m0)[["regionriga"]])
expect("person.csv", "linear", "y=y;x=x,region;intercept=no", "r_squared", "estimate", summary(m0)$r.squared)
mf <- lm(y ~ factor(wave), d)
expect("person.csv", "linear", "y=y;x=wave;factors=wave", "wave[2]", "estimate", coef(mf)[[3]])
did <- lm(y ~ treated * post, d); r <- as.data.frame(coef_test(did, vcov = "CR2", cluster = d$community))["treated:post", ]
expect_row("person.csv", "did", "y=y;treated=treated;post=post;cluster=community", "att", list(estimate = r$beta, se = r$SE, df = r$df_Satt, p = r$p_Satt))
p <- read.csv("data/panel.csv"); p <- p[p$time <= 2 & p$first %in% c(0, 2), ]; p$treated <- as.integer(p$first == 2); p$post <- p$time - 1
put(p, "two_periods.csv")
fe <- lm(y ~ I(treated * post) + post + factor(unit), p); r <- as.data.frame(coef_test(fe, vcov = "CR2", cluster = p$community))["I(treated * post)", ]
expect_row("two_periods.csv", "did", "y=y;treated=treated;post=post;unit=unit;cluster=community", "att", list(estimate = r$beta, se = r$SE, df = r$df_Satt))
# mean
options(survey.lonely.psu = "adjust")
design <- function(settings, des, by = FALSE) {
  a <- svymean(~y, des, deff = "replace"); t <- svytotal(~y, des); ci <- confint(a, df = degf(des))
  expect_row("person.csv", "mean", settings, "mean", list(estimate = coef(a)[[1]], se = SE(a)[[1]], df = degf(des), ci_low = ci[1], ci_high = ci[2]))
  expect_row("person.csv", "mean", settings, "total", list(estimate = coef(t)[[1]], se = SE(t)[[1]]))
  expect("person.csv", "mean", settings, "deff", "estimate", deff(a)[[1]])
  if (by) {
    b <- svyby(~y, ~wave, des, svymean, deff = "replace")
    for (i in 1:3) expect_row("person.csv", "mean", settings, sprintf("mean[%d]", b$wave[i]), list(estimate = b$y[i], se = b$se[i]))
    for (i in 1:3) expect("person.csv", "mean", settings, sprintf("deff[%d]", b$wave[i]), "estimate", b$DEff.y[i])
  }
}
design("y=y", svydesign(~1, data = d, weights = ~rep(1, n <- nrow(d))))
design("y=y;by=wave;weights=weight;strata=region;psu=community", svydesign(~community, strata = ~region, weights = ~weight, data = d, nest = TRUE), TRUE)
design("y=y;weights=weight;strata=region;psu=community;fpc=fpc", svydesign(~community, strata = ~region, weights = ~weight, fpc = ~fpc, data = d, nest = TRUE))
design("y=y;strata=region;psu=community;fpc=fpc", svydesign(~community, strata = ~region, fpc = ~fpc, data = d, nest = TRUE))
# reliability
items <- paste0("i", 1:4); x <- d[, items]; k <- 4; S <- cov(x); n <- nrow(d)
alpha <- k / (k - 1) * (1 - sum(diag(S)) / sum(S)); set <- "items=i1,i2,i3,i4"
expect_row("person.csv", "reliability", set, "alpha", list(estimate = alpha, ci_low = 1 - (1 - alpha) * qf(0.975, n - 1, (n - 1) * (k - 1)), ci_high = 1 - (1 - alpha) * qf(0.025, n - 1, (n - 1) * (k - 1))))
r <- mean(cor(x)[lower.tri(S)]); expect("person.csv", "reliability", set, "alpha_standardised", "estimate", k * r / (1 + (k - 1) * r))
expect("person.csv", "reliability", set, "item_rest[i2]", "estimate", cor(x$i2, rowSums(x[, -2])))
S3 <- S[-2, -2]; expect("person.csv", "reliability", set, "alpha_dropped[i2]", "estimate", 3 / 2 * (1 - sum(diag(S3)) / sum(S3)))
omega <- function(x) { names(x) <- paste0("v", seq_along(x)); f <- cfa(paste("f =~", paste(names(x), collapse = "+")), x, std.lv = TRUE, control = list(rel.tol = 1e-15, iter.max = 10000))
  e <- lavInspect(f, "est"); sum(e$lambda)^2 / (sum(e$lambda)^2 + sum(diag(e$theta))) }
expect("person.csv", "reliability", set, "omega", "estimate", omega(x), 1e-6)
x5 <- d[, paste0("i", 1:5)]; x5$i5 <- 6 - x5$i5
expect("person.csv", "reliability", "items=i1,i2,i3,i4,i5;reversed=i5;min=1;max=5", "omega", "estimate", omega(x5), 1e-6)
# paired
for (case in list(list("small.csv", read.csv("data/small.csv")), list("person.csv", d))) {
  f <- case[[1]]; q <- case[[2]]; dif <- q$y1 - q$y0; n <- length(dif); t <- t.test(q$y1, q$y0, paired = TRUE); set <- "y0=y0;y1=y1"
  expect_row(f, "paired", set, "mean_difference", list(estimate = mean(dif), se = sd(dif) / sqrt(n), df = n - 1, p = t$p.value, ci_low = t$conf.int[1], ci_high = t$conf.int[2]))
  w <- suppressWarnings(wilcox.test(round(dif, 9))); expect_row(f, "paired", set, "signed_rank", list(statistic = w$statistic[[1]], p = w$p.value))
  ncp <- function(t, p) uniroot(function(x) pt(t, n - 1, x) - p, c(t - 20, t + 20), tol = 1e-13)$root; tv <- t$statistic[[1]]
  expect_row(f, "paired", set, "d_z", list(estimate = mean(dif) / sd(dif)))
  expect_row(f, "paired", set, "d_z", list(ci_low = ncp(tv, 0.975) / sqrt(n), ci_high = ncp(tv, 0.025) / sqrt(n)), 1e-6)
  expect(f, "paired", set, "d_av", "estimate", mean(dif) / ((sd(q$y0) + sd(q$y1)) / 2))
  J <- exp(lgamma((n - 1) / 2) - lgamma((n - 2) / 2)) / sqrt((n - 1) / 2); expect(f, "paired", set, "hedges_g_z", "estimate", J * mean(dif) / sd(dif))
  expect(f, "paired", set, "probability_of_superiority", "estimate", mean(dif > 1e-9) + mean(abs(dif) <= 1e-9) / 2)
}
finish("linear")
