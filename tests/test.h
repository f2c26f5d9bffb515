/* What every test program starts with: cmocka and its headers, and comparison of texts and doubles.
 */
#ifndef TESTS_TEST_H
#define TESTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>

/* Relative error within `tolerance` (absolute for a wanted 0); NaN equals NaN. */
#define assert_close(found, wanted, tolerance)                                                     \
    do {                                                                                           \
        double found_ = (found), wanted_ = (wanted);                                               \
        double scale_ = wanted_ == 0 ? 1 : fabs(wanted_);                                          \
        if (!(isnan(found_) && isnan(wanted_)) && !(fabs(found_ - wanted_) <= (tolerance)*scale_)) \
            fail_msg("%s = %.17g, wanted %.17g", #found, found_, wanted_);                         \
    } while (0)

#endif
