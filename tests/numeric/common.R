# Shared by the scripts that make reference numbers: run each from this folder with Rscript.
# expect() collects rows of expected_NAME.csv; numbers are written with 17 digits.
options(digits = 17, warn = 1)
expected <- list()
expect <- function(data, estimator, settings, term, field, value, tolerance = 1e-8) {
  expected[[length(expected) + 1]] <<- data.frame(data = data, estimator = estimator, settings = settings,
    term = term, field = field, value = sprintf("%.17g", as.numeric(value)), tolerance = tolerance)
}
# several fields of one term at once: expect_row(..., list(estimate = 1, se = 2))
expect_row <- function(data, estimator, settings, term, values, tolerance = 1e-8) {
  for (field in names(values)) expect(data, estimator, settings, term, field, values[[field]], tolerance)
}
finish <- function(name) {
  table <- do.call(rbind, expected)
  table$value[table$value %in% c("NaN", "NA")] <- "NA"
  write.csv(table, paste0("expected_", name, ".csv"), row.names = FALSE, quote = TRUE)
}
put <- function(table, name) write.csv(table, file.path("data", name), row.names = FALSE, quote = FALSE, na = "")
