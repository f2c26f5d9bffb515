/* Content streams: text with kerning, marks, rules, images. The graphics state is written only when
 * it changes. */
#include "report/pdf_internal.h"

#include <math.h>

static void write_color(Pdf *pdf, Color color, const char *operator)
{
    char red[24], green[24], blue[24];
    /* three decimals: enough for 8 bits */
    snprintf(red, sizeof red, "%.3g", color.red / 255.0);
    snprintf(green, sizeof green, "%.3g", color.green / 255.0);
    snprintf(blue, sizeof blue, "%.3g", color.blue / 255.0);
    pdf_write(pdf, "%s %s %s %s\n", red, green, blue, operator);
}

static void state_fill(Pdf *pdf, Color color)
{
    if (pdf->state.filled && color_same(pdf->state.fill, color))
        return;
    pdf->state.filled = true;
    pdf->state.fill = color;
    write_color(pdf, color, "rg");
}

static void state_stroke(Pdf *pdf, const Paint *paint)
{
    char number[32];
    PdfState *state = &pdf->state;
    if (!state->stroked || !color_same(state->stroke, paint->stroke)) {
        state->stroked = true;
        state->stroke = paint->stroke;
        write_color(pdf, paint->stroke, "RG");
    }
    if (state->width != paint->width) {
        state->width = paint->width;
        pdf_write(pdf, "%s w\n", pdf_number(paint->width, number));
    }
    if (state->dash_on != paint->dash_on || state->dash_off != paint->dash_off) {
        state->dash_on = paint->dash_on;
        state->dash_off = paint->dash_off;
        if (paint->dash_on)
            pdf_write(pdf, "[%d %d] 0 d\n", paint->dash_on, paint->dash_off);
        else
            pdf_write(pdf, "[] 0 d\n");
    }
}

static void state_alpha(Pdf *pdf, double alpha)
{
    if (alpha <= 0)
        alpha = 1;
    if (pdf->state.alpha == alpha)
        return;
    pdf->state.alpha = alpha;
    int i = 0;
    while (i < pdf->nalpha && pdf->alpha[i].alpha != alpha)
        i++;
    if (i == COUNT(pdf->alpha))
        return;
    if (i == pdf->nalpha) {
        pdf->alpha[i].alpha = alpha;
        pdf->alpha[i].state = HPDF_CreateExtGState(pdf->doc);
        if (!pdf->alpha[i].state)
            return;
        HPDF_ExtGState_SetAlphaFill(pdf->alpha[i].state, (HPDF_REAL)alpha);
        pdf->nalpha++;
    }
    const char *name = HPDF_Page_GetExtGStateName(pdf->page->page, pdf->alpha[i].state);
    if (name)
        pdf_write(pdf, "/%s gs\n", name);
}

static void state_text(Pdf *pdf, const PdfFace *face, Face which, double size, double tracking)
{
    char number[32];
    if (pdf->state.face != which || pdf->state.size != size) {
        pdf->state.face = which;
        pdf->state.size = size;
        pdf_write(pdf, "/%s %s Tf\n", face->name, pdf_number(size, number));
    }
    if (pdf->state.tracking != tracking) {
        pdf->state.tracking = tracking;
        pdf_write(pdf, "%s Tc\n", pdf_number(tracking, number));
    }
}

/* One run as a TJ array: code points in hexadecimal, kerning between them. */
static void write_run(Pdf *pdf, const GlyphRun *run)
{
    static const char DIGITS[] = "0123456789ABCDEF";
    Buffer *out = &pdf->content;
    buffer_text(out, "[<");
    for (int i = 0; i < run->count; i++) {
        uint16_t code = run->codes[i];
        pdf_face_use(pdf, run->face, code);
        char hex[4] = {DIGITS[code >> 12], DIGITS[(code >> 8) & 15], DIGITS[(code >> 4) & 15],
                       DIGITS[code & 15]};
        buffer_add(out, hex, 4);
        if (i + 1 < run->count && fabs(run->kern[i]) >= 0.5)
            pdf_write(pdf, ">%ld<", lround(-run->kern[i]));
    }
    buffer_text(out, ">] TJ\n");
}

double pdf_text_turned(Pdf *pdf, double x, double y, const TextStyle *style, double degrees,
                       const char *text)
{
    if (pdf_failed(pdf) || !*text)
        return 0;
    const GlyphRun *runs;
    ArenaMark mark = arena_mark(pdf->scratch);
    int nrun = fonts_shape(pdf->fonts, pdf->scratch, style->face, text, &runs);
    double width = 0, turn = degrees * M_PI / 180;
    state_fill(pdf, style->color);
    state_alpha(pdf, 1);
    pdf_write(pdf, "BT\n");
    for (int i = 0; i < nrun; i++) {
        const PdfFace *face = pdf_face(pdf, runs[i].face);
        if (!face)
            break;
        state_text(pdf, face, runs[i].face, style->size, style->tracking);
        char a[32], b[32], c[32], across[32], up[32];
        double at_x = x + width * cos(turn), at_y = y - width * sin(turn);
        if (degrees != 0)
            snprintf(a, sizeof a, "%.5g", cos(turn)), snprintf(b, sizeof b, "%.5g", sin(turn)),
                snprintf(c, sizeof c, "%.5g", -sin(turn));
        else
            snprintf(a, sizeof a, "1"), snprintf(b, sizeof b, "0"), snprintf(c, sizeof c, "0");
        pdf_write(pdf, "%s %s %s %s %s %s Tm\n", a, b, c, a, pdf_number(at_x, across),
                  pdf_number(pdf->page->height - at_y, up));
        write_run(pdf, &runs[i]);
        width += runs[i].width * style->size / 1000 + style->tracking * runs[i].count;
    }
    pdf_write(pdf, "ET\n");
    arena_release(pdf->scratch, mark);
    return width;
}

double pdf_text(Pdf *pdf, double x, double y, const TextStyle *style, const char *text)
{
    return pdf_text_turned(pdf, x, y, style, 0, text);
}

void pdf_hyphen(Pdf *pdf, double x, double y, const TextStyle *style)
{
    if (pdf_failed(pdf))
        return;
    pdf_write(pdf, "/Span <</ActualText <FEFF00AD>>> BDC\n");
    pdf_text(pdf, x, y, style, "-");
    pdf_write(pdf, "EMC\n");
}

static void write_point(Pdf *pdf, double x, double y, const char *operator)
{
    char across[32], up[32];
    pdf_write(pdf, "%s %s %s\n", pdf_number(x, across),
              pdf_number(pdf->page->height - y, up), operator);
}

static void write_curve(Pdf *pdf, Point first, Point second, Point end)
{
    char a[32], b[32], c[32], d[32], e[32], f[32];
    double height = pdf->page->height;
    pdf_write(pdf, "%s %s %s %s %s %s c\n", pdf_number(first.x, a), pdf_number(height - first.y, b),
              pdf_number(second.x, c), pdf_number(height - second.y, d), pdf_number(end.x, e),
              pdf_number(height - end.y, f));
}

static void write_circle(Pdf *pdf, double x, double y, double r)
{
    double k = 0.5522848 * r;
    write_point(pdf, x + r, y, "m");
    write_curve(pdf, (Point){x + r, y - k}, (Point){x + k, y - r}, (Point){x, y - r});
    write_curve(pdf, (Point){x - k, y - r}, (Point){x - r, y - k}, (Point){x - r, y});
    write_curve(pdf, (Point){x - r, y + k}, (Point){x - k, y + r}, (Point){x, y + r});
    write_curve(pdf, (Point){x + k, y + r}, (Point){x + r, y + k}, (Point){x + r, y});
    pdf_write(pdf, "h\n");
}

static void draw_shape(Pdf *pdf, double x, double y, const Mark *mark)
{
    const Paint *paint = &mark->paint;
    if (!paint->filled && !paint->stroked)
        return;
    if (paint->filled)
        state_fill(pdf, paint->fill);
    if (paint->stroked)
        state_stroke(pdf, paint);
    state_alpha(pdf, paint->filled ? paint->alpha : 1);
    if (mark->kind == MARK_CIRCLE) {
        write_circle(pdf, x + mark->x, y + mark->y, mark->radius);
    } else {
        for (int i = 0; i < mark->npoint; i++)
            write_point(pdf, x + mark->points[i].x, y + mark->points[i].y, i == 0 ? "m" : "l");
        if (mark->closed)
            pdf_write(pdf, "h\n");
    }
    pdf_write(pdf, paint->filled && paint->stroked ? "B\n" : paint->filled ? "f\n" : "S\n");
}

static void draw_text(Pdf *pdf, double x, double y, const Mark *mark)
{
    double shift = mark->anchor == ANCHOR_LEFT     ? 0
                   : mark->anchor == ANCHOR_MIDDLE ? mark->text_width / 2
                                                   : mark->text_width;
    double turn = mark->turn * M_PI / 180;
    TextStyle style = {mark->face, mark->size, 0, mark->paint.fill, mark->tracking};
    if (mark->figure)
        pdf_figure_begin(pdf, mark->figure);
    pdf_text_turned(pdf, x + mark->x - shift * cos(turn), y + mark->y + shift * sin(turn), &style,
                    mark->turn, mark->text);
    if (mark->figure)
        pdf_figure_end(pdf);
}

void pdf_marks(Pdf *pdf, double x, double y, const Canvas *canvas)
{
    if (pdf_failed(pdf))
        return;
    for (int i = 0; i < canvas->nmark; i++) {
        if (canvas->marks[i].kind == MARK_TEXT)
            draw_text(pdf, x, y, &canvas->marks[i]);
        else
            draw_shape(pdf, x, y, &canvas->marks[i]);
    }
}

void pdf_rect(Pdf *pdf, double x, double y, double width, double height, Color fill)
{
    if (pdf_failed(pdf))
        return;
    char a[32], b[32], c[32], d[32];
    state_fill(pdf, fill);
    state_alpha(pdf, 1);
    pdf_write(pdf, "%s %s %s %s re f\n", pdf_number(x, a),
              pdf_number(pdf->page->height - y - height, b), pdf_number(width, c),
              pdf_number(height, d));
}

void pdf_rule(Pdf *pdf, double x, double y, double width, double weight, Color color)
{
    if (pdf_failed(pdf))
        return;
    Paint paint = paint_line(color, weight);
    state_stroke(pdf, &paint);
    write_point(pdf, x, y, "m");
    write_point(pdf, x + width, y, "l");
    pdf_write(pdf, "S\n");
}

bool pdf_image(Pdf *pdf, const char *path, double x, double y, double width, double height)
{
    if (pdf_failed(pdf))
        return false;
    HPDF_Image image = HPDF_LoadPngImageFromFile(pdf->doc, path);
    if (!image) {
        diag_report(pdf->diag, (Place){path, 0, 0}, MSG_PDF_IMAGE, path);
        HPDF_ResetError(pdf->doc);
        pdf->error = 0;
        return false;
    }
    double scale = fmin(width / HPDF_Image_GetWidth(image), height / HPDF_Image_GetHeight(image));
    double across = scale * HPDF_Image_GetWidth(image), up = scale * HPDF_Image_GetHeight(image);
    char a[32], b[32], c[32], d[32];
    const char *name = HPDF_Page_GetXObjectName(pdf->page->page, image);
    pdf_write(pdf, "q %s 0 0 %s %s %s cm /%s Do Q\n", pdf_number(across, a), pdf_number(up, b),
              pdf_number(x, c), pdf_number(pdf->page->height - y - height + (height - up) / 2, d),
              name ? name : "X1");
    return true;
}
