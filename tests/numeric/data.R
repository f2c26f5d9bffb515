# Made-up data for the numeric tests: a survey-like table, a panel and cross-sections with staggered
# starts, small tables. Values are rounded so that the CSV holds them exactly.
source("common.R")
set.seed(4349)
n <- 240
person <- data.frame(community = sample(sprintf("c%02d", 1:12), n, TRUE), region = sample(c("kurzeme", "latgale", "riga"), n, TRUE),
  x = round(rnorm(n), 4), z = round(rexp(n), 4), weight = round(runif(n, 0.5, 3), 3), wave = sample(0:2, n, TRUE))
u <- round(rnorm(12), 4)[as.integer(factor(person$community))]
person$y <- round(1 + 0.5 * person$x - 0.3 * person$z + u + rnorm(n) * (1 + person$z / 2), 4)
person$treated <- as.integer(factor(person$community)) %% 2
person$post <- rbinom(n, 1, 0.5)
person$hit <- rbinom(n, 1, plogis(0.4 * person$x - 0.5 + 0.6 * person$treated))
person$count <- rpois(n, exp(0.3 + 0.3 * person$x) * rgamma(n, 2, 2))
person$hours <- round(runif(n, 1, 9), 2)
person$choice <- cut(person$x * 0.8 + u * 0.3 + rlogis(n), c(-Inf, -1, 0, 1.2, Inf), labels = c("a_low", "b_mid", "c_high", "d_top"))
for (i in 1:5) person[[paste0("i", i)]] <- round(pmin(5, pmax(1, 3 + u * 0.4 + (if (i < 5) 1 else -1) * 0.5 * person$x + rnorm(n))))
person$y0 <- person$i1; person$y1 <- pmin(5, pmax(1, person$i1 + sample(-1:2, n, TRUE)))
person$q0 <- rbinom(n, 1, 0.4); person$q1 <- rbinom(n, 1, ifelse(person$q0 == 1, 0.7, 0.35))
size <- c(kurzeme = 60, latgale = 75, riga = 90)
person$fpc <- size[person$region]
put(person, "person.csv")
small <- data.frame(y0 = c(1.1, 2.3, 3.2, 4.8, 5.1, 6.6, 2.9, 3.3), y1 = c(1.9, 2.2, 4.5, 5.9, 5.6, 8.7, 3.2, 2.7), group = rep(c("a", "b"), each = 4))
put(small, "small.csv")
U <- 60
panel <- expand.grid(unit = 1:U, time = 1:5)
panel$first <- c(0, 3, 4, 2)[panel$unit %% 4 + 1]
panel$x <- round(rnorm(U), 4)[panel$unit]
panel$community <- (panel$unit - 1) %% 20
panel$y <- round(rnorm(U)[panel$unit] + 0.3 * panel$time + 0.5 * panel$x * panel$time + (panel$first > 0 & panel$time >= panel$first) + rnorm(nrow(panel)), 4)
panel$weight <- round(runif(U, 0.5, 2), 3)[panel$unit]
put(panel, "panel.csv")
put(panel[sort(sample(nrow(panel), 260)), ], "cross_sections.csv")
pair <- reshape(panel[panel$time <= 2 & panel$first %in% c(0, 2), ], idvar = "unit", timevar = "time", direction = "wide", v.names = "y")
pair$treated <- as.integer(pair$first == 2)
names(pair)[names(pair) %in% c("y.1", "y.2")] <- c("y0", "y1")
put(pair[, c("unit", "y0", "y1", "treated", "x", "weight", "community")], "pair.csv")
