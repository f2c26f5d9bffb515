/* The structure tree and marked content: what makes the PDF readable by ear. Elements enter the
 * tree in the order in which something is first drawn in them, which is reading order. */
#include "report/pdf_internal.h"

#include <assert.h>

Tag *tag_new(Arena *arena, Tag *parent, const char *type)
{
    Tag *tag = arena_new(arena, Tag, 1);
    tag->type = type;
    tag->parent = parent;
    return tag;
}

void pdf_structure_open(Pdf *pdf)
{
    pdf->root = pdf_dict(pdf);
    HPDF_Dict_AddName(pdf->root, "Type", "StructTreeRoot");
    HPDF_Dict_Add(pdf->root, "K", HPDF_Array_New(pdf->doc->mmgr));
    HPDF_Dict tree = pdf_dict(pdf);
    pdf->parents = HPDF_Array_New(pdf->doc->mmgr);
    HPDF_Dict_Add(tree, "Nums", pdf->parents);
    HPDF_Dict_Add(pdf->root, "ParentTree", tree);
    HPDF_Dict_Add(pdf->doc->catalog, "StructTreeRoot", pdf->root);
}

static HPDF_Dict attributes(Pdf *pdf, const char *owner)
{
    HPDF_Dict dict = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Dict_AddName(dict, "O", owner);
    return dict;
}

static void element_attributes(Pdf *pdf, HPDF_Dict element, const Tag *tag)
{
    HPDF_Dict dict = NULL;
    if (tag->scope || tag->column_span > 1) {
        dict = attributes(pdf, "Table");
        if (tag->scope)
            HPDF_Dict_AddName(dict, "Scope", tag->scope);
        if (tag->column_span > 1)
            HPDF_Dict_AddNumber(dict, "ColSpan", tag->column_span);
    } else if (tag->numbering) {
        dict = attributes(pdf, "List");
        HPDF_Dict_AddName(dict, "ListNumbering", tag->numbering);
    } else if (tag->boxed) {
        dict = attributes(pdf, "Layout");
        double height = pdf->page->height;
        double box[4] = {tag->box.left, height - tag->box.bottom, tag->box.right,
                         height - tag->box.top};
        HPDF_Dict_Add(dict, "BBox", pdf_numbers(pdf, box, 4));
        HPDF_Dict_AddName(dict, "Placement", "Block");
    }
    if (dict)
        HPDF_Dict_Add(element, "A", dict);
}

/* The element of a tag, made with its parents when first needed. */
static HPDF_Dict tag_element(Pdf *pdf, Tag *tag)
{
    if (tag->element)
        return tag->element;
    HPDF_Dict parent = tag->parent ? tag_element(pdf, tag->parent) : pdf->root;
    HPDF_Dict element = pdf_dict(pdf);
    tag->element = element;
    HPDF_Dict_AddName(element, "Type", "StructElem");
    HPDF_Dict_AddName(element, "S", tag->type);
    HPDF_Dict_Add(element, "P", parent);
    HPDF_Dict_Add(element, "K", HPDF_Array_New(pdf->doc->mmgr));
    HPDF_Array_Add(HPDF_Dict_GetItem(parent, "K", HPDF_OCLASS_ARRAY), element);
    if (tag->alt)
        HPDF_Dict_Add(element, "Alt", pdf_string(pdf, tag->alt));
    if (tag->title)
        HPDF_Dict_Add(element, "T", pdf_string(pdf, tag->title));
    if (tag->lang)
        HPDF_Dict_Add(element, "Lang", HPDF_String_New(pdf->doc->mmgr, tag->lang, NULL));
    if (tag->id)
        HPDF_Dict_Add(element, "ID", HPDF_String_New(pdf->doc->mmgr, tag->id, NULL));
    element_attributes(pdf, element, tag);
    return element;
}

void pdf_begin(Pdf *pdf, Tag *tag)
{
    if (pdf_failed(pdf))
        return;
    assert(!pdf->open);
    HPDF_Dict element = tag_element(pdf, tag);
    HPDF_Dict reference = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Dict_AddName(reference, "Type", "MCR");
    HPDF_Dict_Add(reference, "Pg", pdf->page->page);
    HPDF_Dict_AddNumber(reference, "MCID", pdf->page->nmark);
    HPDF_Array_Add(HPDF_Dict_GetItem(element, "K", HPDF_OCLASS_ARRAY), reference);
    HPDF_Array_Add(pdf->page->elements, element);
    pdf_write(pdf, "/%s <</MCID %d>> BDC\n", tag->type, pdf->page->nmark++);
    pdf->open = true;
}

void pdf_artifact(Pdf *pdf, const char *type, const char *subtype)
{
    if (pdf_failed(pdf))
        return;
    assert(!pdf->open);
    if (!type)
        pdf_write(pdf, "/Artifact BMC\n");
    else if (!subtype)
        pdf_write(pdf, "/Artifact <</Type /%s>> BDC\n", type);
    else
        pdf_write(pdf, "/Artifact <</Type /%s /Subtype /%s>> BDC\n", type, subtype);
    pdf->open = true;
}

void pdf_end(Pdf *pdf)
{
    if (pdf_failed(pdf))
        return;
    assert(pdf->open);
    pdf_write(pdf, "EMC\n");
    pdf->open = false;
}

void pdf_figure_begin(Pdf *pdf, const char *figure)
{
    if (!pdf_failed(pdf) && figure)
        pdf_write(pdf, "/Span <</IETEKME_Figure (%s)>> BDC\n", figure);
}

void pdf_figure_end(Pdf *pdf)
{
    if (!pdf_failed(pdf))
        pdf_write(pdf, "EMC\n");
}

void pdf_link(Pdf *pdf, Tag *tag, Box area, int target, double target_y, const char *url,
              const char *contents)
{
    if (pdf_failed(pdf))
        return;
    double height = pdf->page->height;
    HPDF_Rect rect = {(HPDF_REAL)area.left, (HPDF_REAL)(height - area.bottom),
                      (HPDF_REAL)area.right, (HPDF_REAL)(height - area.top)};
    HPDF_Annotation annotation =
        target >= 0 ? HPDF_Page_CreateLinkAnnot(pdf->page->page, rect,
                                                pdf_destination(pdf, target, target_y))
                    : HPDF_Page_CreateURILinkAnnot(pdf->page->page, rect, url);
    if (!annotation)
        return;
    HPDF_LinkAnnot_SetBorderStyle(annotation, 0, 0, 0);
    HPDF_Dict_AddNumber(annotation, "F", 4);
    HPDF_Dict_Add(annotation, "Contents", pdf_string(pdf, contents));
    HPDF_Dict_AddNumber(annotation, "StructParent", pdf->nkey);
    HPDF_Dict element = tag_element(pdf, tag);
    HPDF_Array_AddNumber(pdf->parents, pdf->nkey++);
    HPDF_Array_Add(pdf->parents, element);
    HPDF_Dict reference = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Dict_AddName(reference, "Type", "OBJR");
    HPDF_Dict_Add(reference, "Obj", annotation);
    HPDF_Dict_Add(reference, "Pg", pdf->page->page);
    HPDF_Array_Add(HPDF_Dict_GetItem(element, "K", HPDF_OCLASS_ARRAY), reference);
}

void pdf_structure_close(Pdf *pdf)
{
    HPDF_Dict_AddNumber(pdf->root, "ParentTreeNextKey", pdf->nkey);
}
