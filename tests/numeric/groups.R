# proportion, mcnemar, two_groups, two_proportions, anova, correlation, adjust, equivalence, evalue,
# robustness_value, mdes, rubin: R's stats and survey, else the published formula written out.
source("common.R")
suppressMessages(library(survey))
d <- read.csv("data/person.csv"); s <- read.csv("data/small.csv"); z <- qnorm(0.975)
wilson <- function(x, n) { p <- x / n; c((p + z^2 / 2 / n - z * sqrt(p * (1 - p) / n + z^2 / 4 / n^2)) / (1 + z^2 / n), (p + z^2 / 2 / n + z * sqrt(p * (1 - p) / n + z^2 / 4 / n^2)) / (1 + z^2 / n)) }
# proportion
x <- sum(d$hit); n <- nrow(d); w <- prop.test(x, n, correct = FALSE)$conf.int
expect_row("person.csv", "proportion", "y=hit", "proportion", list(estimate = x / n, se = sqrt(x / n * (1 - x / n) / n), ci_low = w[1], ci_high = w[2]))
e <- binom.test(x, n)$conf.int
expect_row("person.csv", "proportion", "y=hit;method=clopper_pearson", "proportion", list(ci_low = e[1], ci_high = e[2]))
pt2 <- (x + z^2 / 2) / (n + z^2)
expect_row("person.csv", "proportion", "y=hit;method=agresti_coull", "proportion", list(ci_low = pt2 - z * sqrt(pt2 * (1 - pt2) / (n + z^2)), ci_high = pt2 + z * sqrt(pt2 * (1 - pt2) / (n + z^2))))
for (r in unique(d$region)) { q <- d$hit[d$region == r]; w <- wilson(sum(q), length(q)); expect_row("person.csv", "proportion", "y=hit;by=region", sprintf("proportion[%s]", r), list(estimate = mean(q), ci_low = w[1], ci_high = w[2], n = length(q))) }
des <- svydesign(~community, strata = ~region, weights = ~weight, data = d, nest = TRUE)
b <- svyciprop(~hit, des, method = "beta", df = degf(des)); ci <- attr(b, "ci")
expect_row("person.csv", "proportion", "y=hit;method=clopper_pearson;weights=weight;strata=region;psu=community", "proportion", list(estimate = coef(b)[[1]], se = SE(b)[[1]], df = degf(des), ci_low = ci[[1]], ci_high = ci[[2]]))
# mcnemar; Newcombe (1998) method 10 written out
t <- table(d$q0, d$q1); m <- mcnemar.test(t, correct = TRUE)
expect_row("person.csv", "mcnemar", "y0=q0;y1=q1", "chi_square", list(statistic = m$statistic[[1]], p = m$p.value))
expect("person.csv", "mcnemar", "y0=q0;y1=q1", "exact", "p", binom.test(t[1, 2], t[1, 2] + t[2, 1])$p.value)
a <- t[2, 2]; bb <- t[2, 1]; cc <- t[1, 2]; dd <- t[1, 1]; p0 <- (a + bb) / n; p1 <- (a + cc) / n; w0 <- wilson(a + bb, n); w1 <- wilson(a + cc, n)
cross <- a * dd - bb * cc; if (cross > 0) cross <- max(cross - n / 2, 0); phi <- cross / sqrt((a + bb) * (cc + dd) * (a + cc) * (bb + dd))
expect_row("person.csv", "mcnemar", "y0=q0;y1=q1", "difference", list(estimate = p1 - p0,
  ci_low = p1 - p0 - sqrt((p1 - w1[1])^2 - 2 * phi * (p1 - w1[1]) * (w0[2] - p0) + (w0[2] - p0)^2),
  ci_high = p1 - p0 + sqrt((w1[2] - p1)^2 - 2 * phi * (w1[2] - p1) * (p0 - w0[1]) + (p0 - w0[1])^2)))
# two_groups
two <- function(file, y, g, set) {
  l <- sort(unique(g)); a <- y[g == l[1]]; b <- y[g == l[2]]; t <- t.test(b, a); n1 <- length(a); n2 <- length(b)
  expect_row(file, "two_groups", set, "mean_difference", list(estimate = mean(b) - mean(a), df = t$parameter[[1]], p = t$p.value, ci_low = t$conf.int[1], ci_high = t$conf.int[2]))
  w <- suppressWarnings(wilcox.test(b, a)); expect_row(file, "two_groups", set, "rank_sum", list(statistic = w$statistic[[1]], p = w$p.value))
  df <- n1 + n2 - 2; J <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2); sp <- sqrt(((n1 - 1) * var(a) + (n2 - 1) * var(b)) / df); dv <- (mean(b) - mean(a)) / sp
  r <- sqrt(1 / n1 + 1 / n2); ncp <- function(p) uniroot(function(x) suppressWarnings(pt(dv / r, df, x)) - p, dv / r + c(-10, 10), tol = 1e-13)$root
  expect(file, "two_groups", set, "hedges_g", "estimate", J * dv); expect_row(file, "two_groups", set, "hedges_g", list(ci_low = J * r * ncp(0.975), ci_high = J * r * ncp(0.025)), 1e-6)
  u <- w$statistic[[1]]; expect(file, "two_groups", set, "cliffs_delta", "estimate", 2 * u / n1 / n2 - 1); expect(file, "two_groups", set, "probability_of_superiority", "estimate", u / n1 / n2)
}
two("small.csv", s$y1, s$group, "y=y1;group=group"); two("person.csv", d$y, d$treated, "y=y;group=treated"); two("person.csv", d$i1, d$treated, "y=i1;group=treated")
# two_proportions
a <- sum(d$hit[d$treated == 0]); n1 <- sum(d$treated == 0); b <- sum(d$hit[d$treated == 1]); n2 <- sum(d$treated == 1); w1 <- wilson(a, n1); w2 <- wilson(b, n2); p1 <- a / n1; p2 <- b / n2; set <- "y=hit;group=treated"
expect_row("person.csv", "two_proportions", set, "risk_difference", list(estimate = p2 - p1, ci_low = p2 - p1 - sqrt((p2 - w2[1])^2 + (w1[2] - p1)^2), ci_high = p2 - p1 + sqrt((w2[2] - p2)^2 + (p1 - w1[1])^2)))
se <- sqrt(1 / b - 1 / n2 + 1 / a - 1 / n1); expect_row("person.csv", "two_proportions", set, "risk_ratio", list(estimate = p2 / p1, ci_low = exp(log(p2 / p1) - z * se), ci_high = exp(log(p2 / p1) + z * se)))
or <- b * (n1 - a) / ((n2 - b) * a); se <- sqrt(1 / a + 1 / b + 1 / (n1 - a) + 1 / (n2 - b)); expect_row("person.csv", "two_proportions", set, "odds_ratio", list(estimate = or, ci_low = exp(log(or) - z * se), ci_high = exp(log(or) + z * se)))
q <- suppressWarnings(chisq.test(table(d$treated, d$hit), correct = FALSE)); expect_row("person.csv", "two_proportions", set, "chi_square", list(statistic = q$statistic[[1]], df = 1, p = q$p.value))
expect("person.csv", "two_proportions", set, "fisher", "p", fisher.test(table(d$treated, d$hit))$p.value, 1e-6)
# anova
set <- "y=y;group=community"; f <- anova(lm(y ~ community, d)); expect_row("person.csv", "anova", set, "f", list(statistic = f$F[1], df = f$Df[1], p = f$P[1]))
w <- oneway.test(y ~ community, d); expect_row("person.csv", "anova", set, "welch_f", list(statistic = w$statistic[[1]], p = w$p.value))
k <- kruskal.test(y ~ factor(community), d); expect_row("person.csv", "anova", set, "kruskal_wallis", list(statistic = k$statistic[[1]], df = k$parameter[[1]], p = k$p.value))
k <- kruskal.test(i1 ~ factor(region), d); expect_row("person.csv", "anova", "y=i1;group=region", "kruskal_wallis", list(statistic = k$statistic[[1]], p = k$p.value))
ss <- f$Sum; expect("person.csv", "anova", set, "eta_squared", "estimate", ss[1] / sum(ss)); expect("person.csv", "anova", set, "omega_squared", "estimate", (ss[1] - f$Df[1] * f$Mean[2]) / (sum(ss) + f$Mean[2]))
# correlation
c1 <- cor.test(d$y, d$x); expect_row("person.csv", "correlation", "y=y;x=x", "correlation", list(estimate = c1$estimate[[1]], statistic = c1$statistic[[1]], p = c1$p.value, ci_low = c1$conf.int[1], ci_high = c1$conf.int[2]))
r <- cor(d$i1, d$i2, method = "spearman"); tt <- r * sqrt((n - 2) / (1 - r^2)); expect_row("person.csv", "correlation", "y=i1;x=i2;method=spearman", "correlation", list(estimate = r, p = 2 * pt(-abs(tt), n - 2)))
# adjust
p <- data.frame(p = c(0.01, 0.04, 0.03, 0.005, 0.6, 0.04)); put(p, "p.csv")
for (m in c("holm", "hochberg", "bh", "by")) { a <- p.adjust(p$p, switch(m, bh = "BH", by = "BY", m)); for (i in 1:6) expect("p.csv", "adjust", paste0("p=p;method=", m), sprintf("row[%d]", i), "p", a[i]) }
# equivalence, evalue, robustness_value, mdes, rubin: formulas
expect("p.csv", "equivalence", "estimate=0.1;se=0.08;df=17.5;margin=0.3", "p", "p", pt((0.1 - 0.3) / 0.08, 17.5)); expect("p.csv", "equivalence", "estimate=0.1;se=0.08;df=17.5;margin=0.3", "lower", "p", 1 - pt((0.1 + 0.3) / 0.08, 17.5), 1e-7)
expect("p.csv", "evalue", "rr=3.9;low=1.8;high=8.7", "evalue", "estimate", 3.9 + sqrt(3.9 * 2.9)); expect("p.csv", "evalue", "rr=3.9;low=1.8;high=8.7", "evalue_ci", "estimate", 1.8 + sqrt(1.8 * 0.8)); expect("p.csv", "evalue", "rr=0.8;low=0.71;high=0.91", "evalue_ci", "estimate", 1 / 0.91 + sqrt(1 / 0.91 * (1 / 0.91 - 1)))
f <- 4.18 / sqrt(783); fc <- f - qt(0.975, 782) / sqrt(782) # Cinelli and Hazlett's Darfur example: 0.139 and 0.076
expect("p.csv", "robustness_value", "statistic=4.18;df=783", "robustness_value", "estimate", 0.5 * (sqrt(f^4 + 4 * f^2) - f^2)); expect("p.csv", "robustness_value", "statistic=4.18;df=783", "robustness_value_alpha", "estimate", 0.5 * (sqrt(fc^4 + 4 * fc^2) - fc^2))
M <- qt(0.975, 38) + qt(0.8, 38); expect("p.csv", "mdes", "clusters=40;n=15;icc=0.1", "mdes", "estimate", M * sqrt(0.1 / 10 + 0.9 / 150)); expect("p.csv", "mdes", "se=0.2;df=11", "mdes", "estimate", (qt(0.975, 11) + qt(0.8, 11)) * 0.2)
r <- data.frame(estimate = c(1.1, 1.3, 0.9, 1.25, 1.05), se = c(0.4, 0.42, 0.39, 0.41, 0.4)); put(r, "imputed.csv"); m <- 5; U <- mean(r$se^2); B <- var(r$estimate); T <- U + 1.2 * B; l <- 1.2 * B / T; v0 <- 4 / l^2; vo <- 101 / 103 * 100 * (1 - l); v <- v0 * vo / (v0 + vo)
expect_row("imputed.csv", "rubin", "estimate=estimate;se=se;df=100", "pooled", list(estimate = mean(r$estimate), se = sqrt(T), df = v)); rr <- 1.2 * B / U; expect("imputed.csv", "rubin", "estimate=estimate;se=se;df=100", "fraction_missing", "estimate", (rr + 2 / (v + 3)) / (rr + 1))
finish("groups")
