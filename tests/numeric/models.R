# logit, poisson, negative_binomial, ordinal_logit, mixed, forecast: R's glm, MASS, sandwich,
# clubSandwich, lmerTest; marginal effects by numerical derivatives; smoothing by optim.
source("common.R")
suppressMessages({ library(MASS); library(sandwich); library(clubSandwich); library(lmerTest); library(numDeriv) })
d <- read.csv("data/person.csv"); tight <- glm.control(epsilon = 1e-15, maxit = 200)
name <- function(t) sub("^region(.+)$", "region[\\1]", sub("^\\(Intercept\\)$", "(intercept)", t))
rows <- function(est, set, m, V, df = NA, tol = 1e-8) { b <- coef(m); se <- sqrt(diag(V)); for (k in names(b)) { expect_row("person.csv", est, set, name(k), list(estimate = b[[k]], se = se[[k]], statistic = b[[k]] / se[[k]], p = if (is.na(df)) 2 * pnorm(-abs(b[[k]] / se[[k]])) else 2 * pt(-abs(b[[k]] / se[[k]]), df)), tol) } }
for (f in list(list("logit", hit ~ x + z + region, binomial, "y=hit;x=x,z,region"), list("poisson", count ~ x + z + region, poisson, "y=count;x=x,z,region"))) {
  m <- glm(f[[2]], f[[3]], d, control = tight); rows(f[[1]], f[[4]], m, vcov(m)); expect("person.csv", f[[1]], f[[4]], "deviance", "estimate", deviance(m)); expect("person.csv", f[[1]], f[[4]], "aic", "estimate", AIC(m))
  n <- nrow(d); H <- sandwich(m); rows(f[[1]], paste0(f[[4]], ";vcov=hc0"), m, H); rows(f[[1]], paste0(f[[4]], ";vcov=hc1"), m, H * n / (n - length(coef(m))))
  rows(f[[1]], paste0(f[[4]], ";cluster=community;vcov=cr0"), m, vcovCL(m, d$community, type = "HC0", cadjust = FALSE), 11)
  r <- as.data.frame(coef_test(m, "CR2", cluster = d$community)); for (k in rownames(r)) expect_row("person.csv", f[[1]], paste0(f[[4]], ";cluster=community"), name(k), list(se = r[k, "SE"], df = r[k, "df_Satt"]), 1e-6)
  w <- suppressWarnings(glm(f[[2]], f[[3]], d, weights = weight, control = tight)); W <- model.matrix(m); u <- if (f[[1]] == "logit") W * (d$weight * (d$hit - fitted(w))) else W * (d$weight * (d$count - fitted(w)))
  A <- solve(crossprod(W * if (f[[1]] == "logit") d$weight * fitted(w) * (1 - fitted(w)) else d$weight * fitted(w), W)); rows(f[[1]], paste0(f[[4]], ";weights=weight;vcov=hc0"), w, A %*% crossprod(u) %*% A)
  inv <- if (f[[1]] == "logit") plogis else exp; b <- coef(m); X <- model.matrix(m); ame <- function(b, k) { if (k == "x") { e <- inv(drop(X %*% b)); return(mean(if (f[[1]] == "logit") e * (1 - e) * b["x"] else e * b["x"])) }; X1 <- X; X1[, c("regionlatgale", "regionriga")] <- 0; X0 <- X1; X1[, k] <- 1; mean(inv(drop(X1 %*% b)) - inv(drop(X0 %*% b))) }
  for (k in c("x", "regionriga")) { g <- grad(function(v) { names(v) <- names(b); ame(v, k) }, b); expect_row("person.csv", f[[1]], paste0(f[[4]], ";effects=yes"), sprintf("ame[%s]", name(k)), list(estimate = ame(b, k), se = sqrt(drop(g %*% vcov(m) %*% g))), 1e-6) } }
m <- glm(count ~ x + offset(log(hours)), poisson, d, control = tight); d$log_hours <- round(log(d$hours), 6); put(d[, setdiff(names(d), "fpc")], "person_offset.csv"); m <- glm(count ~ x + offset(log_hours), poisson, d, control = tight)
expect_row("person_offset.csv", "poisson", "y=count;x=x;offset=log_hours", "x", list(estimate = coef(m)[[2]], se = sqrt(vcov(m)[2, 2])))
m <- glm.nb(count ~ x + z, d, control = glm.control(epsilon = 1e-14, maxit = 1000)); rows("negative_binomial", "y=count;x=x,z", m, vcov(m), tol = 1e-6); expect_row("person.csv", "negative_binomial", "y=count;x=x,z", "theta", list(estimate = m$theta, se = m$SE.theta), 1e-5); expect("person.csv", "negative_binomial", "y=count;x=x,z", "aic", "estimate", AIC(m), 1e-6); expect("person.csv", "negative_binomial", "y=count;x=x,z", "deviance", "estimate", deviance(m), 1e-6)
# ordinal: polr to the last digit by Newton on its likelihood
d$choice <- factor(d$choice); nll <- function(t, w = 1) { e <- t[1] * d$x + t[2] * d$z; k <- as.integer(d$choice); c <- c(-Inf, t[3:5], Inf); -sum(w * log(plogis(c[k + 1] - e) - plogis(c[k] - e))) }
p <- polr(choice ~ x + z, d); t <- c(coef(p), p$zeta); for (i in 1:8) t <- t - solve(hessian(nll, t), grad(nll, t)); se <- sqrt(diag(solve(hessian(nll, t)))); terms <- c("x", "z", "a_low|b_mid", "b_mid|c_high", "c_high|d_top"); set <- "y=choice;levels=a_low,b_mid,c_high,d_top;x=x,z"
for (i in 1:5) expect_row("person.csv", "ordinal_logit", set, terms[i], list(estimate = t[[i]], se = se[[i]]), 1e-6); expect("person.csv", "ordinal_logit", set, "deviance", "estimate", 2 * nll(t), 1e-9)
# mixed, with a slope that varies
set.seed(77); G <- 25; v <- data.frame(g = sprintf("g%02d", rep(1:G, each = 9)), x = round(rnorm(225), 4), z = round(rnorm(225), 4)); v$y <- round(1 + 0.6 * v$x - 0.2 * v$z + rep(rnorm(G, 0, 0.8), each = 9) + rep(rnorm(G, 0, 0.5), each = 9) * v$x + rnorm(225), 4); put(v, "levels.csv")
ctl <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e6)); for (s in c(FALSE, TRUE)) for (r in c(TRUE, FALSE)) { m <- lmer(if (s) y ~ x + z + (1 + x | g) else y ~ x + z + (1 | g), v, REML = r, control = ctl); k <- coef(summary(m)); set <- paste0("y=y;x=x,z;cluster=g", if (s) ";slope=x" else "", if (r) "" else ";method=ml"); vc <- as.data.frame(VarCorr(m))$vcov
  for (t in rownames(k)) { expect_row("levels.csv", "mixed", set, name(t), list(estimate = k[t, 1], se = k[t, 2]), 1e-6); expect("levels.csv", "mixed", set, name(t), "df", k[t, 3], 1e-4) }
  expect("levels.csv", "mixed", set, "var_cluster", "estimate", vc[1], 2e-6); expect("levels.csv", "mixed", set, "var_residual", "estimate", vc[length(vc)], 2e-6); expect("levels.csv", "mixed", set, "log_likelihood", "estimate", as.numeric(logLik(m)), 1e-9); if (s) { expect("levels.csv", "mixed", set, "var_slope", "estimate", vc[2], 2e-6); expect("levels.csv", "mixed", set, "cov_slope", "estimate", vc[3], 2e-6) } }
# forecast: short series
s <- data.frame(t = 1:5, count = c(3, 5, 4, 8, 9), eur = c(10.5, 12.25, 11, 15.5, 16)); put(s, "short.csv"); m <- lm(eur ~ t, s); q <- predict(m, data.frame(t = 6:7), interval = "prediction"); for (h in 1:2) expect_row("short.csv", "forecast", "y=eur;time=t;horizon=2", sprintf("forecast[%d]", h), list(estimate = q[h, 1], ci_low = q[h, 2], ci_high = q[h, 3]))
m <- glm(count ~ t, poisson, s, control = tight); q <- predict(m, data.frame(t = 6), se.fit = TRUE); mu <- exp(q$fit); expect_row("short.csv", "forecast", "y=count;time=t", "forecast[1]", list(estimate = mu, se = sqrt(mu + mu^2 * q$se.fit^2)), 1e-6)
expect("short.csv", "forecast", "y=eur;time=t;horizon=2;target=18", "probability", "estimate", { m <- lm(eur ~ t, s); q <- predict(m, data.frame(t = 7), se.fit = TRUE); 1 - pt((18 - q$fit) / sqrt(q$se.fit^2 + sigma(m)^2), 3) })
# simple exponential smoothing by optim: level of a series
y <- read.csv("data/series.csv")$y; ses <- function(p) { l <- p[2]; a <- plogis(p[1]); s <- 0; for (v in y) { e <- v - l; l <- l + a * e; s <- s + e^2 }; c(s, l) }; o <- optim(c(0, 12), function(p) ses(p)[1], control = list(reltol = 1e-15, maxit = 10000)); o <- optim(o$par, function(p) ses(p)[1], control = list(reltol = 1e-15, maxit = 10000))
expect("series.csv", "forecast", "y=y;time=t", "forecast[1]", "estimate", ses(o$par)[2], 1e-4); expect("series.csv", "forecast", "y=y;time=t", "forecast[1]", "se", sqrt(o$value / 10), 1e-4)
finish("models")
