/* Whether a printed number says what the store says, in both languages. */
#include "tests/test.h"

#include "report/report.h"

static const struct {
    Lang lang;
    const char *text;
    double stored;
    bool agrees;
} CASES[] = {
    {LANG_LV, "1946", 1946, true},
    {LANG_LV, "1946", 1947, false},
    {LANG_LV, "71" NBSP "070", 71070, true},
    {LANG_LV, "71 070", 71070, true},
    {LANG_LV, "12" NBSP "345,60" NBSP "€", 12345.6, true},
    {LANG_LV, "12" NBSP "345,60" NBSP "€", 12345.61, false},
    {LANG_LV, "68" NBSP "%", 0.6849, true},
    {LANG_LV, "68 %", 0.6851, false},
    {LANG_LV, "0,5", 0.45, true},
    {LANG_LV, "0,4", 0.45, false},
    {LANG_LV, "−0,2", -0.23, true},
    {LANG_LV, "0,2", -0.23, true},
    {LANG_LV, "−0,2", 0.23, false},
    {LANG_LV, "+0,2", -0.23, false},
    {LANG_LV, "<" NBSP "0,001", 0.0004, true},
    {LANG_LV, "<" NBSP "0,001", 0.002, false},
    {LANG_LV, "0,25 [0,10; 0,40]", 0.2473, true},
    {LANG_LV, "0,25 [0,10; 0,40]", 0.10, false},
    {LANG_LV, "Cilvēki: 490; Kopienas: 35", 490, true},
    {LANG_LV, "1,946", 1946, false},
    {LANG_EN, "1,946", 1946, true},
    {LANG_EN, "€12,345.60", 12345.6, true},
    {LANG_EN, "12.3%", 0.1234, true},
    {LANG_EN, "12.3%", 0.1236, false},
    {LANG_LV, "37,0", 0.3704, true},
    {LANG_LV, "37,1", 0.3704, false},
    {LANG_LV, "137,0", 1.37, false},
    {LANG_LV, "…", 3, false},
    {LANG_LV, "7", NAN, false},
};

static void test_agrees(void **state)
{
    (void)state;
    for (int i = 0; i < COUNT(CASES); i++)
        if (report_agrees(CASES[i].lang, CASES[i].text, CASES[i].stored) != CASES[i].agrees)
            fail_msg("case %d: '%s' against %.15g", i, CASES[i].text, CASES[i].stored);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_agrees)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
