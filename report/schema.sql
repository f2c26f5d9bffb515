-- What report writes: which documents were made, and every figure that they print.
CREATE TABLE report_document (
    document TEXT NOT NULL, lang TEXT NOT NULL, template TEXT NOT NULL, profile TEXT NOT NULL, title TEXT,
    PRIMARY KEY (document, lang)
) STRICT;

-- A figure as it is printed: in prose, in a table, or in the data of a chart. `text` is what a reader
-- sees; position counts from 1 in the document.
CREATE TABLE report_figure (
    document TEXT NOT NULL, lang TEXT NOT NULL, position INTEGER NOT NULL, figure TEXT NOT NULL,
    place TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (document, lang, position)
) STRICT;
