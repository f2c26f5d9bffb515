/* A placed block becomes a table or a chart node: columns, rows, group rows, explanations. */
#include "report/build.h"

#include "core/text.h"
#include "report/chart.h"

#include <string.h>

static RowKind row_kind(const Block *block, int row, int column)
{
    const char *kind = column < 0 ? NULL : block_raw(block, row, column);
    if (text_equal(kind, "total"))
        return ROW_TOTAL;
    return text_equal(kind, "group") ? ROW_GROUP : ROW_DATA;
}

/* A row that only names a group, in the first column shown. */
static TableRow group_row(Arena *arena, const Block *block, const char *label)
{
    Cell *cells = arena_new(arena, Cell, block->ncolumn);
    bool named = false;
    for (int i = 0; i < block->ncolumn; i++) {
        cells[i] = (Cell){.state = CELL_BLANK, .format = block->columns[i].format};
        if (named || !block->columns[i].shown)
            continue;
        cells[i] = (Cell){.state = CELL_VALUE, .format = {FORMAT_TEXT, 0}, .text = label};
        named = true;
    }
    return (TableRow){ROW_GROUP, cells, NULL};
}

Table *build_table(Arena *arena, Lang lang, const Block *block)
{
    Table *table = arena_new(arena, Table, 1);
    TableRow *rows = arena_new(arena, TableRow, 2 * block->nrow + 1);
    int group = block->group ? block_column(block, block->group) : -1;
    int below = block->below ? block_column(block, block->below) : -1;
    int kind = block_column(block, "row_kind"), count = 0;
    const char *label = NULL;
    for (int row = 0; row < block->nrow; row++) {
        const char *now = group < 0 ? NULL : format_cell(arena, lang, block_cell(block, row, group));
        if (now && !text_equal(now, label))
            rows[count++] = group_row(arena, block, label = now);
        const Cell *explained = below < 0 ? NULL : block_cell(block, row, below);
        bool has =
            explained && explained->state == CELL_VALUE && explained->text && *explained->text;
        rows[count++] = (TableRow){row_kind(block, row, kind), block_cell(block, row, 0),
                                   has ? explained->text : NULL};
    }
    *table = (Table){block->columns, block->ncolumn, rows, count};
    return table;
}

Node *build_node(Builder *builder, NodeKind kind)
{
    Node *node = arena_new(builder->arena, Node, 1);
    node->kind = kind;
    return node;
}

const char *build_anchor(Builder *builder, const char *wanted)
{
    const char *anchor = wanted;
    for (int copy = 2;; copy++) {
        bool taken = false;
        for (int i = 0; i < builder->nanchor && !taken; i++)
            taken = strcmp(builder->anchors[i], anchor) == 0;
        if (!taken)
            break;
        anchor = arena_format(builder->arena, "%s-%d", wanted, copy);
    }
    builder->anchors = arena_room(builder->arena, builder->anchors, sizeof(char *),
                                  builder->nanchor, &builder->anchor_capacity);
    return builder->anchors[builder->nanchor++] = anchor;
}

/* What is said in place of a table or chart without rows. */
static Node *empty_block(Builder *builder, const Block *block)
{
    Node *node = build_node(builder, NODE_PARAGRAPH);
    Span *span = arena_new(builder->arena, Span, 1);
    const char *words = builder->document->lang == LANG_LV ? "Datu nav." : "No data.";
    span->text = block->empty ? block->empty : words;
    span->italic = true;
    node->spans = span;
    node->nspan = 1;
    node->title = block->title;
    return node;
}

static void fill_node(Builder *builder, const Block *block, Node *node)
{
    bool chart = block->kind == BLOCK_CHART;
    node->title = block->title;
    node->subtitle = block->subtitle;
    node->note = block->note;
    node->sheet = block->sheet;
    node->chart = block->chart;
    node->number = block->title ? (chart ? ++builder->nfigure : ++builder->ntable) : 0;
    node->table = build_table(builder->arena, builder->document->lang, block);
    node->alt = block->alt;
    if (chart && !node->alt)
        node->alt = chart_alt(builder->arena, builder->document, node);
}

Node *build_block(Builder *builder, const Block *block)
{
    Node *node = block->nrow == 0
                     ? empty_block(builder, block)
                     : build_node(builder, block->kind == BLOCK_CHART ? NODE_CHART : NODE_TABLE);
    if (block->nrow > 0)
        fill_node(builder, block, node);
    node->anchor = build_anchor(builder, block->anchor);
    node->block = block->name;
    return node;
}
