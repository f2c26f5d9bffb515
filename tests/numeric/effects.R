# staggered_did, dr_did, decomposition, balance, ipw, entropy_balance, bounds, wild_bootstrap,
# randomisation, rake, funnel, meta, rank_interval, standardise, control_chart, trend, inequality.
# metafor, survey and stats where they have it; did, DRDID, bacondecomp, boottest are not in Debian:
# their published formulas are written out here, matrix by matrix, apart from the C code.
source("common.R")
suppressMessages({ library(metafor); library(survey); library(numDeriv) })
d <- read.csv("data/person.csv"); panel <- read.csv("data/panel.csv"); cs <- read.csv("data/cross_sections.csv"); pair <- read.csv("data/pair.csv")
logit <- function(X, D, w) { b <- rep(0, ncol(X)); for (i in 1:100) { p <- plogis(drop(X %*% b)); s <- solve(crossprod(X * (w * p * (1 - p)), X), crossprod(X, w * (D - p))); b <- b + drop(s); if (max(abs(s)) < 1e-14) break }; plogis(drop(X %*% b)) }
ols <- function(X, y, w) solve(crossprod(X * w, X), crossprod(X, w * y))
# Sant'Anna and Zhao (2020): panel; returns att and influence function
panel_did <- function(dy, D, X, w, method) {
  n <- length(D); w <- w / mean(w); ps <- if (method != "reg") logit(X, D, w); lin <- function(sc, W) sc %*% solve(crossprod(X * W, X) / n)
  if (method == "improved") { g <- function(b) colSums(w * (D - (1 - D) * exp(drop(X %*% b))) * X); b <- coef(glm(D ~ 0 + X, binomial, weights = w)); for (i in 1:100) { H <- -crossprod(X * (w * (1 - D) * exp(drop(X %*% b))), X); s <- solve(H, g(b)); b <- b - s; if (max(abs(s)) < 1e-13) break }; ps <- plogis(drop(X %*% b)) }
  wc <- w * (1 - D) * if (method == "improved") ps / (1 - ps) else 1
  m <- if (method == "ipw") rep(0, n) else drop(X %*% ols(X, dy, wc)); wt <- w * D
  if (method == "reg") { wo <- w * D; et <- mean(wt * dy) / mean(wt); ec <- mean(wo * m) / mean(wo); rep <- lin(wc * (dy - m) * X, wc)
    return(list(att = et - ec, inf = drop((wt * dy - wt * et) / mean(wt) - (wo * m - wo * ec + rep %*% colMeans(wo * X)) / mean(wo)))) }
  wk <- w * ps * (1 - D) / (1 - ps); et <- mean(wt * (dy - m)) / mean(wt); ec <- mean(wk * (dy - m)) / mean(wk)
  it <- wt * (dy - m - et); ic <- wk * (dy - m - ec)
  if (method == "improved") return(list(att = et - ec, inf = it / mean(wt) - ic / mean(wk)))
  rp <- lin(w * (D - ps) * X, w * ps * (1 - ps)); ic <- ic + rp %*% colMeans(wk * (dy - m - ec) * X)
  if (method == "dr") { ro <- lin(wc * (dy - m) * X, wc); it <- it - ro %*% colMeans(wt * X); ic <- ic - ro %*% colMeans(wk * X) }
  list(att = et - ec, inf = drop(it / mean(wt) - ic / mean(wk)))
}
# repeated cross-sections
cross_did <- function(y, post, D, X, w, method) {
  n <- length(D); w <- w / mean(w); lin <- function(sc, W) sc %*% solve(crossprod(X * W, X) / n)
  cell <- function(d, t) w * (D == d) * (post == t); fit <- function(v) drop(X %*% ols(X, y, v)); rep <- function(v, m) lin(v * (y - m) * X, v)
  m00 <- fit(cell(0, 0)); m01 <- fit(cell(0, 1)); r00 <- rep(cell(0, 0), m00); r01 <- rep(cell(0, 1), m01)
  e <- function(v, x) { a <- mean(v * x) / mean(v); list(a = a, i = v * (x - a) / mean(v)) }
  if (method == "reg") { a1 <- e(cell(1, 1), y); a0 <- e(cell(1, 0), y); wd <- w * D; k <- e(wd, m01 - m00); M <- colMeans(wd * X) / mean(wd)
    return(list(att = a1$a - a0$a - k$a, inf = drop(a1$i - a0$i - k$i - (r01 - r00) %*% M))) }
  ps <- logit(X, D, w); rp <- lin(w * (D - ps) * X, w * ps * (1 - ps)); odds <- ps / (1 - ps); m <- if (method == "ipw") 0 * y else post * m01 + (1 - post) * m00
  t1 <- e(cell(1, 1), y - m); t0 <- e(cell(1, 0), y - m); c1v <- cell(0, 1) * odds; c0v <- cell(0, 0) * odds; c1 <- e(c1v, y - m); c0 <- e(c0v, y - m)
  M2 <- colMeans(c1v * (y - m - c1$a) * X) / mean(c1v) - colMeans(c0v * (y - m - c0$a) * X) / mean(c0v)
  if (method == "ipw") return(list(att = t1$a - t0$a - c1$a + c0$a, inf = drop(t1$i - t0$i - (c1$i - c0$i + rp %*% M2))))
  mean_of <- function(v) colMeans(v * X) / mean(v)
  it <- t1$i - t0$i - r01 %*% mean_of(cell(1, 1)) - r00 %*% mean_of(cell(1, 0)); ic <- c1$i - c0$i + rp %*% M2 - r01 %*% mean_of(c1v) - r00 %*% mean_of(c0v)
  m10 <- fit(cell(1, 0)); m11 <- fit(cell(1, 1)); r10 <- rep(cell(1, 0), m10); r11 <- rep(cell(1, 1), m11); wd <- w * D
  f1 <- e(wd, m11 - m01); f2 <- e(cell(1, 1), m11 - m01); f3 <- e(wd, m10 - m00); f4 <- e(cell(1, 0), m10 - m00)
  mp <- mean_of(wd) - mean_of(cell(1, 1)); mq <- mean_of(wd) - mean_of(cell(1, 0))
  list(att = t1$a - t0$a - c1$a + c0$a + f1$a - f2$a - f3$a + f4$a, inf = drop(it - ic + f1$i - f2$i - f3$i + f4$i + (r11 - r01) %*% mp - (r10 - r00) %*% mq))
}
sdr <- function(inf) { n <- length(inf); sd(inf) * sqrt(n - 1) / n }
X <- cbind(1, pair$x)
for (m in c("dr", "reg", "ipw", "improved")) { r <- panel_did(pair$y1 - pair$y0, pair$treated, X, rep(1, nrow(pair)), m)
  expect_row("pair.csv", "dr_did", sprintf("y0=y0;y1=y1;treated=treated;x=x;method=%s", sub("improved", "dr_improved", m)), "att", list(estimate = r$att, se = sdr(r$inf)), 1e-6) }
r <- panel_did(pair$y1 - pair$y0, pair$treated, X, pair$weight, "dr"); expect_row("pair.csv", "dr_did", "y0=y0;y1=y1;treated=treated;x=x;weights=weight", "att", list(estimate = r$att, se = sdr(r$inf)), 1e-6)
cs$post <- as.integer(cs$time >= 3); cs$treated <- as.integer(cs$first > 0); put(cs, "cross_sections.csv"); X <- cbind(1, cs$x)
for (m in c("dr", "reg", "ipw")) { r <- cross_did(cs$y, cs$post, cs$treated, X, rep(1, nrow(cs)), m); expect_row("cross_sections.csv", "dr_did", paste0("y=y;post=post;treated=treated;x=x;method=", m), "att", list(estimate = r$att, se = sdr(r$inf)), 1e-6) }
# Callaway and Sant'Anna (2021)
staggered <- function(file, data, set, is_panel, method, control, formula_x, cluster, weights, universal = FALSE) {
  times <- sort(unique(data$time)); G <- ifelse(data$first == 0, Inf, data$first); data$G <- G; cells <- list(); if (is_panel) { ids <- sort(unique(data$unit)); n <- length(ids) } else n <- nrow(data)
  w <- if (weights) data$weight else rep(1, nrow(data)); unitG <- if (is_panel) G[match(ids, data$unit)] else G; unitw <- if (is_panel) w[match(ids, data$unit)] else w
  unitc <- if (is_panel) data$community[match(ids, data$unit)] else data$community; cl <- if (cluster) unitc else seq_len(n)
  for (g in sort(unique(G[is.finite(G)]))) for (k in (if (universal) seq_along(times) else seq_along(times)[-1])) { t <- times[k]; base <- if (t >= g || universal) max(times[times < g]) else times[k - 1]
    if (t == base) { cells[[length(cells) + 1]] <- list(g = g, t = t, att = 0, inf = rep(0, n), base = TRUE); next }
    ok <- unitG == g | (if (control == "never") is.infinite(unitG) else is.infinite(unitG) | (unitG > max(t, base) & unitG != g))
    if (is_panel) { now <- data[data$time == t, ]; was <- data[data$time == base, ]; now <- now[match(ids, now$unit), ]; was <- was[match(ids, was$unit), ]; first <- if (t < base) now else was
      X <- if (formula_x) cbind(1, first$x) else cbind(rep(1, n)); r <- panel_did((now$y - was$y)[ok], as.integer(unitG == g)[ok], X[ok, , drop = FALSE], unitw[ok], method); use <- ok
    } else { use <- ok & data$time %in% c(t, base); q <- data[use, ]; X <- if (formula_x) cbind(1, q$x) else cbind(rep(1, nrow(q))); r <- cross_did(q$y, as.integer(q$time == t), as.integer(q$G == g), X, w[use], method) }
    inf <- rep(0, n); inf[use] <- r$inf * n / sum(use); cells[[length(cells) + 1]] <- list(g = g, t = t, att = r$att, inf = inf, base = FALSE) }
  se <- function(inf) sqrt(sum(rowsum(inf, cl)^2)) / n
  put_row <- function(term, att, inf) expect_row(file, "staggered_did", set, term, list(estimate = att, se = se(inf)), 1e-6)
  gs <- sapply(cells, `[[`, "g"); ts <- sapply(cells, `[[`, "t"); att <- sapply(cells, `[[`, "att"); inf <- sapply(cells, `[[`, "inf"); pg <- sapply(gs, function(g) mean(unitw * (unitG == g)))
  for (i in seq_along(gs)) if (!cells[[i]]$base) put_row(sprintf("att(%g,%g)", gs[i], ts[i]), att[i], inf[, i])
  agg <- function(keep, a = att, f = inf, p = pg, g = gs) { S <- sum(p[keep]); W <- sapply(keep, function(k) unitw * (unitG == g[k]) - p[k]); wif <- W / S - rowSums(W) %*% t(p[keep] / S^2)
    list(att = sum(a[keep] * p[keep]) / S, inf = drop(f[, keep, drop = FALSE] %*% (p[keep] / S) + wif %*% a[keep])) }
  s <- agg(which(ts >= gs)); put_row("simple", s$att, s$inf)
  ev <- sort(unique(ts - gs)); dy <- lapply(ev, function(e) agg(which(ts - gs == e))); for (i in seq_along(ev)) if (any(!sapply(cells[ts - gs == ev[i]], `[[`, "base"))) put_row(sprintf("dynamic(%g)", ev[i]), dy[[i]]$att, dy[[i]]$inf)
  ps <- dy[ev >= 0]; put_row("dynamic", mean(sapply(ps, `[[`, "att")), rowMeans(sapply(ps, `[[`, "inf")))
  gl <- sort(unique(gs)); gr <- lapply(gl, function(g) { k <- which(gs == g & ts >= g); list(att = mean(att[k]), inf = rowMeans(inf[, k, drop = FALSE])) }); for (i in seq_along(gl)) put_row(sprintf("group(%g)", gl[i]), gr[[i]]$att, gr[[i]]$inf)
  q <- agg(seq_along(gl), sapply(gr, `[[`, "att"), sapply(gr, `[[`, "inf"), sapply(gl, function(g) mean(unitw * (unitG == g))), gl); put_row("group", q$att, q$inf)
  ct <- sort(unique(ts[ts >= gs])); ca <- lapply(ct, function(t) agg(which(ts == t & gs <= t))); for (i in seq_along(ct)) put_row(sprintf("calendar(%g)", ct[i]), ca[[i]]$att, ca[[i]]$inf)
  put_row("calendar", mean(sapply(ca, `[[`, "att")), rowMeans(sapply(ca, `[[`, "inf")))
  pre <- which(ts < gs & !sapply(cells, `[[`, "base")); if (length(pre)) { V <- crossprod(rowsum(inf[, pre, drop = FALSE], cl)) / n^2; W <- drop(att[pre] %*% solve(V, att[pre])); expect_row(file, "staggered_did", set, "pretest", list(statistic = W, df = length(pre), p = pchisq(W, length(pre), lower = FALSE)), 1e-6) }
}
base <- "y=y;time=time;first_treated=first"
staggered("panel.csv", panel, paste0(base, ";unit=unit;x=x;cluster=community"), TRUE, "dr", "never", TRUE, TRUE, FALSE)
staggered("panel.csv", panel, paste0(base, ";unit=unit;x=x;control=notyet;method=reg;weights=weight"), TRUE, "reg", "notyet", TRUE, FALSE, TRUE)
staggered("panel.csv", panel, paste0(base, ";unit=unit;method=ipw;base=universal;control=notyet"), TRUE, "ipw", "notyet", FALSE, FALSE, FALSE, TRUE)
staggered("cross_sections.csv", cs, paste0(base, ";panel=no;x=x;cluster=community"), FALSE, "dr", "never", TRUE, TRUE, FALSE)
staggered("cross_sections.csv", cs, paste0(base, ";panel=no;control=notyet;method=reg;weights=weight"), FALSE, "reg", "notyet", FALSE, FALSE, TRUE)
staggered("cross_sections.csv", cs, paste0(base, ";panel=no;control=notyet;method=ipw;x=x"), FALSE, "ipw", "notyet", TRUE, FALSE, FALSE)
# decomposition: the weighted comparisons add up to two-way fixed effects
panel$on <- as.integer(panel$first > 0 & panel$time >= panel$first); put(panel, "panel.csv")
expect("panel.csv", "decomposition", "y=y;unit=unit;time=time;treated=on", "twfe", "estimate", coef(lm(y ~ on + factor(unit) + factor(time), panel))[["on"]])
# balance
smd <- (mean(d$x[d$treated == 1]) - mean(d$x[d$treated == 0])) / sqrt((var(d$x[d$treated == 1]) + var(d$x[d$treated == 0])) / 2); set <- "treated=treated;x=x,region"
expect("person.csv", "balance", set, "smd[x]", "estimate", smd); expect("person.csv", "balance", set, "variance_ratio[x]", "estimate", var(d$x[d$treated == 1]) / var(d$x[d$treated == 0])); expect("person.csv", "balance", set, "ks[x]", "estimate", suppressWarnings(ks.test(d$x[d$treated == 1], d$x[d$treated == 0]))$statistic[[1]])
expect("person.csv", "balance", "treated=treated;x=x;weights=weight", "ess_treated", "estimate", with(d[d$treated == 1, ], sum(weight)^2 / sum(weight^2)))
expect("person.csv", "balance", "treated=treated;x=x;weights=weight", "variance_ratio[x]", "estimate", with(d[d$treated == 1, ], cov.wt(cbind(x), weight)$cov[1]) / with(d[d$treated == 0, ], cov.wt(cbind(x), weight)$cov[1]))
# ipw: stacked estimating equations, their Jacobian by numDeriv
X <- model.matrix(~ x + z, d); D <- d$treated; y <- d$y; n <- nrow(d)
for (est in c("att", "ate", "ato")) {
  w <- function(g) { e <- plogis(drop(X %*% g)); switch(est, att = ifelse(D == 1, 1, e / (1 - e)), ate = ifelse(D == 1, 1 / e, 1 / (1 - e)), ato = ifelse(D == 1, 1 - e, e)) }
  g <- coef(glm(D ~ x + z, binomial, d, control = list(epsilon = 1e-15, maxit = 100))); wt <- w(g); m1 <- sum(wt * D * y) / sum(wt * D); m0 <- sum(wt * (1 - D) * y) / sum(wt * (1 - D)); th <- c(g, m1, m0)
  psi <- function(th) { v <- w(th[1:3]); cbind((D - plogis(drop(X %*% th[1:3]))) * X, v * D * (y - th[4]), v * (1 - D) * (y - th[5])) }
  A <- jacobian(function(t) colMeans(psi(t)), th); V <- solve(A) %*% crossprod(psi(th)) %*% t(solve(A)) / n^2; set <- sprintf("y=y;treated=treated;x=x,z;estimand=%s", est)
  expect_row("person.csv", "ipw", set, "effect", list(estimate = m1 - m0, se = sqrt(V[4, 4] + V[5, 5] - 2 * V[4, 5])), 1e-6); expect("person.csv", "ipw", set, "ess_control", "estimate", sum((wt * (1 - D)))^2 / sum((wt * (1 - D))^2), 1e-6) }
e <- plogis(drop(X %*% g)); expect("person.csv", "ipw", "y=y;treated=treated;x=x,z", "auc", "estimate", wilcox.test(e[D == 1], e[D == 0], exact = FALSE)$statistic[[1]] / sum(D) / sum(1 - D), 1e-6)
# entropy_balance: dual by Newton, stacked equations
l <- rep(0, 3); for (i in 1:100) { q <- (1 - D) * exp(drop(X %*% l)); s <- solve(crossprod(X * q, X), colSums(D * X) - colSums(q * X)); l <- l + s; if (max(abs(s)) < 1e-13) break }; q <- (1 - D) * exp(drop(X %*% l))
m0 <- sum(q * y) / sum(q); m1 <- mean(y[D == 1]); th <- c(l, m1, m0); psi <- function(th) { q <- (1 - D) * exp(drop(X %*% th[1:3])); cbind((q - D) * X, D * (y - th[4]), q * y - D * th[5]) }
A <- jacobian(function(t) colMeans(psi(t)), th); V <- solve(A) %*% crossprod(psi(th)) %*% t(solve(A)) / n^2; set <- "y=y;treated=treated;x=x,z"
expect_row("person.csv", "entropy_balance", set, "effect", list(estimate = m1 - m0, se = sqrt(V[4, 4] + V[5, 5] - 2 * V[4, 5])), 1e-6); expect("person.csv", "entropy_balance", set, "ess_control", "estimate", sum(q)^2 / sum(q^2), 1e-6); expect("person.csv", "entropy_balance", set, "max_weight", "estimate", max(q) * sum(1 - D) / sum(D), 1e-6)
# bounds: Lee with whole numbers to trim
b <- data.frame(treated = rep(0:1, each = 20), y = c(seq(1, 20) / 2, seq(2, 21) / 2), answered = c(rep(1, 12), rep(0, 8), rep(1, 16), rep(0, 4))); put(b, "attrition.csv")
y1 <- sort(b$y[b$treated == 1 & b$answered == 1]); y0 <- b$y[b$treated == 0 & b$answered == 1]; set <- "y=y;treated=treated;answered=answered"
expect("attrition.csv", "bounds", set, "lee_low", "estimate", mean(y1[1:12]) - mean(y0)); expect("attrition.csv", "bounds", set, "lee_high", "estimate", mean(y1[5:16]) - mean(y0)); lo <- min(c(y1, y0)); hi <- max(c(y1, y0))
expect("attrition.csv", "bounds", set, "manski_low", "estimate", 0.8 * mean(y1) + 0.2 * lo - 0.6 * mean(y0) - 0.4 * hi)
# wild_bootstrap: all 2^10 sign vectors by brute force
set.seed(9); G <- 10; q <- data.frame(cl = rep(1:G, each = 6)); q$x <- round(rnorm(60) + rnorm(G)[q$cl], 4); q$t <- as.integer(q$cl <= 4); q$y <- round(0.4 * q$x + 0.8 * q$t + rnorm(G)[q$cl] + rnorm(60), 4); put(q, "clusters.csv")
cr1 <- function(y, X, j) { M <- solve(crossprod(X)); b <- M %*% crossprod(X, y); u <- drop(y - X %*% b); S <- rowsum(X * u, q$cl); V <- M %*% crossprod(S) %*% M * G / (G - 1) * 59 / (60 - ncol(X)); c(b[j], sqrt(V[j, j])) }
X <- cbind(1, q$x, q$t); wild <- function(null) { yr <- q$y - null * q$t; f <- lm(yr ~ q$x); u <- resid(f); m <- fitted(f); obs <- cr1(yr, X, 3); t0 <- abs(obs[1] / obs[2]); V <- as.matrix(expand.grid(rep(list(c(-1, 1)), G)))
  mean(apply(V, 1, function(v) { r <- cr1(m + u * v[q$cl], X, 3); abs(r[1] / r[2]) >= t0 - 1e-10 })) }
o <- cr1(q$y, X, 3); set <- "y=y;x=x,t;test=t;cluster=cl"; expect_row("clusters.csv", "wild_bootstrap", set, "t", list(estimate = o[1], se = o[2], statistic = o[1] / o[2], p = wild(0)))
find <- function(side) { a <- 0; b <- 8; for (i in 1:22) { m <- (a + b) / 2; if (wild(o[1] + side * m * o[2]) > 0.05) a <- m else b <- m }; o[1] + side * (a + b) / 2 * o[2] }
expect("clusters.csv", "wild_bootstrap", set, "t", "ci_low", find(-1), 1e-5); expect("clusters.csv", "wild_bootstrap", set, "t", "ci_high", find(1), 1e-5)
# randomisation: by enumeration
s <- rowsum(q$y, q$cl); tr <- 1:4; stat <- function(k) mean(q$y[q$cl %in% k]) - mean(q$y[!q$cl %in% k]); all <- combn(G, 4, stat); expect_row("clusters.csv", "randomisation", "y=y;treated=t;cluster=cl", "difference", list(estimate = stat(tr), p = mean(abs(all) >= abs(stat(tr)) - 1e-10)))
# rake
marg <- data.frame(column = c(rep("region", 3), rep("treated", 2)), level = c("kurzeme", "latgale", "riga", "0", "1"), total = c(300, 500, 400, 700, 500)); put(marg, "margins.csv")
k <- rake(svydesign(~1, weights = ~weight, data = d), list(~region, ~treated), list(data.frame(region = marg$level[1:3], Freq = marg$total[1:3]), data.frame(treated = 0:1, Freq = marg$total[4:5])), control = list(maxit = 1000, epsilon = 1e-11)); w <- weights(k)
for (f in list(list("min", min(w) / mean(w)), list("max", max(w) / mean(w)), list("deff", n * sum(w^2) / sum(w)^2), list("ess", sum(w)^2 / sum(w^2)))) expect("person.csv", "rake", "margins=margins.csv;weights=weight", f[[1]], "estimate", f[[2]], 1e-6)
# funnel
u <- data.frame(unit = letters[1:6], events = c(12, 30, 7, 45, 22, 60), n = c(80, 150, 60, 180, 150, 240), se = c(0.4, 0.3, 0.5, 0.25, 0.3, 0.2), est = c(0.2, 0.9, -0.3, 0.6, 0.5, 1.1)); put(u, "units.csv")
limit <- function(th, n, p, F, Q) { r <- Q(p, n, th); a <- (F(r, n, th) - p) / (F(r, n, th) - F(r - 1, n, th)); (r - a) / n }; th <- sum(u$events) / sum(u$n)
for (i in 1:6) for (p in c(0.001, 0.025, 0.975, 0.999)) { expect("units.csv", "funnel", "numerator=events;denominator=n;unit=unit", sprintf("limit[%s,%g]", u$unit[i], p), "estimate", limit(th, u$n[i], p, pbinom, qbinom)); expect("units.csv", "funnel", "numerator=events;denominator=n;unit=unit;kind=poisson", sprintf("limit[%s,%g]", u$unit[i], p), "estimate", limit(th, u$n[i], p, function(r, n, t) ppois(r, n * t), function(p, n, t) qpois(p, n * t))) }
zz <- (u$events / u$n - th) / sqrt(th * (1 - th) / u$n); zw <- pmin(quantile(zz, 0.9), pmax(quantile(zz, 0.1), zz)); phi <- mean(zw^2); ww <- u$n / th / (1 - th); expect("units.csv", "funnel", "numerator=events;denominator=n;unit=unit", "phi", "estimate", phi); expect("units.csv", "funnel", "numerator=events;denominator=n;unit=unit", "tau2", "estimate", max(0, (6 * phi - 5) / (sum(ww) - sum(ww^2) / sum(ww))))
# meta
for (m in c("DL", "REML")) for (h in c("no", "yes")) { r <- rma(est, sei = se, data = u, method = m, test = if (h == "yes") "knha" else "z", control = list(threshold = 1e-14, maxiter = 10000)); pr <- predict(r); bl <- blup(r); set <- sprintf("estimate=est;se=se;unit=unit;method=%s;hksj=%s", tolower(m), h)
  expect_row("units.csv", "meta", set, "mu", list(estimate = r$b[1], se = r$se, p = r$pval, ci_low = r$ci.lb, ci_high = r$ci.ub), 1e-6); expect("units.csv", "meta", set, "tau2", "estimate", r$tau2, 1e-6); expect("units.csv", "meta", set, "i2", "estimate", r$I2 / 100, 1e-6); expect_row("units.csv", "meta", set, "prediction", list(ci_low = pr$pi.lb, ci_high = pr$pi.ub), 1e-6); for (i in 1:6) expect("units.csv", "meta", set, sprintf("shrunken[%s]", u$unit[i]), "estimate", bl$pred[i], 1e-6) }
# rank_interval
qz <- qnorm(0.5 + 0.95^(1 / 6) / 2); lo <- u$est - qz * u$se; hi <- u$est + qz * u$se; for (i in 1:6) expect_row("units.csv", "rank_interval", "estimate=est;se=se;unit=unit", sprintf("rank[%s]", u$unit[i]), list(estimate = 7 - rank(u$est)[i], ci_low = 1 + sum(lo > hi[i]), ci_high = 6 - sum(hi < lo[i])))
# standardise
st <- expand.grid(unit = c("a", "b"), age = c("18", "40", "65")); st$events <- c(5, 9, 12, 10, 20, 31); st$n <- c(1000, 1200, 900, 800, 700, 950); st$ref <- c(40, 40, 35, 35, 25, 25); put(st, "standard.csv")
for (k in c("a", "b")) { q <- st[st$unit == k, ]; w <- q$ref / sum(q$ref) / q$n; x <- sum(w * q$events); v <- sum(w^2 * q$events); wm <- max(w); expect_row("standard.csv", "standardise", "events=events;denominator=n;stratum=age;unit=unit;reference_weights=ref;per=1000", sprintf("dsr[%s]", k), list(estimate = 1000 * x, ci_low = 1000 * v / 2 / x * qchisq(0.025, 2 * x^2 / v), ci_high = 1000 * (v + wm^2) / 2 / (x + wm) * qchisq(0.975, 2 * (x + wm)^2 / (v + wm^2)))) }
# control_chart and trend
y <- c(12, 15, 11, 14, 13, 16, 18, 17, 21, 20, 30, 22); ser <- data.frame(t = 1:12, y = y, n = rep(c(50, 60), 6)); put(ser, "series.csv")
expect("series.csv", "control_chart", "y=y;time=t", "limit_high[3]", "estimate", mean(y) + 2.66 * mean(abs(diff(y)))); expect("series.csv", "control_chart", "y=y;time=t", "signal[11]", "estimate", 1); expect("series.csv", "control_chart", "y=y;time=t", "signal[2]", "estimate", 0)
pb <- sum(y) / sum(ser$n); expect("series.csv", "control_chart", "y=y;time=t;kind=p;denominator=n", "limit_low[2]", "estimate", pb - 3 * sqrt(pb * (1 - pb) / 60)); expect("series.csv", "control_chart", "y=y;time=t;kind=u;denominator=n", "limit_high[1]", "estimate", pb + 3 * sqrt(pb / 50))
k <- suppressWarnings(cor.test(y, 1:12, method = "kendall", exact = FALSE, continuity = TRUE)); expect_row("series.csv", "trend", "y=y;time=t", "kendall_tau", list(estimate = k$estimate[[1]], statistic = k$statistic[[1]], p = k$p.value))
yt <- d$i1[1:40]; tt <- data.frame(t = 1:40, y = yt); put(tt, "ties.csv"); k <- suppressWarnings(cor.test(yt, 1:40, method = "kendall", exact = FALSE, continuity = TRUE)); expect_row("ties.csv", "trend", "y=y;time=t", "kendall_tau", list(estimate = k$estimate[[1]], statistic = k$statistic[[1]], p = k$p.value))
sl <- outer(1:12, 1:12, Vectorize(function(i, j) (y[j] - y[i]) / (j - i))); expect("series.csv", "trend", "y=y;time=t", "sen_slope", "estimate", median(sl[upper.tri(sl)]))
# inequality
x <- d$hours; expect("person.csv", "inequality", "y=hours", "gini", "estimate", sum(abs(outer(x, x, "-"))) / (2 * n^2 * mean(x))); expect("person.csv", "inequality", "y=hours", "theil", "estimate", mean(x / mean(x) * log(x / mean(x)))); expect("person.csv", "inequality", "y=hours", "cv", "estimate", sd(x) / mean(x)); expect("person.csv", "inequality", "y=hours", "herfindahl", "estimate", sum((x / sum(x))^2))
w <- d$weight; expect("person.csv", "inequality", "y=hours;weights=weight", "gini", "estimate", sum(outer(w, w) * abs(outer(x, x, "-"))) / (2 * sum(w)^2 * weighted.mean(x, w)))
finish("effects")
