-- What ingest writes. For each dataset D of ingest/datasets/ the code makes, besides these:
--   ingest_D_row  row, region, submission, state, and D's declared columns (survey: and one column per item)
--   ingest_D      view of its current rows (state = 'current') without state: what later stages read
-- `row` is file * 2^32 + line: the place of every row is in its key. state: current, superseded,
-- withdrawn; delete (a row that withdraws its key: keys alone) and rejected (kept out; for its key). Dates are ISO text, booleans 0/1, enumerations codes (INTEGER where all codes are whole numbers), municipality ATVK, persons
-- pseudonyms of 32 hex digits. Text is NFC, trimmed; missing is NULL.

CREATE TABLE ingest_file (
    file INTEGER PRIMARY KEY, -- from 1, in reading order
    path TEXT NOT NULL,       -- below the programme folder
    sheet TEXT,               -- of a workbook read sheet by sheet
    region TEXT,              -- kurzeme … zemgale, LV; NULL: central
    submission TEXT,          -- label; NULL: central
    dataset TEXT,             -- NULL: unknown or not a dataset
    sha256 TEXT NOT NULL,
    encoding TEXT, delimiter TEXT, evidence TEXT,
    rows INTEGER NOT NULL, accepted INTEGER NOT NULL, rejected INTEGER NOT NULL, warned INTEGER NOT NULL
) STRICT;

-- Every diagnostic about data. severity: error (the row or file was kept out) or warning (kept).
CREATE TABLE ingest_fault (
    fault INTEGER PRIMARY KEY,
    file INTEGER, path TEXT NOT NULL, line INTEGER, column INTEGER,
    severity TEXT NOT NULL, code TEXT NOT NULL,
    field TEXT, value TEXT, -- value is empty for columns that identify persons
    message_lv TEXT NOT NULL, message_en TEXT NOT NULL
) STRICT;
CREATE INDEX ingest_fault_file ON ingest_fault (file, severity, line);

-- The header of each file as read: which of our columns stands where.
CREATE TABLE ingest_file_column (
    file INTEGER NOT NULL, position INTEGER NOT NULL, header TEXT NOT NULL,
    field TEXT, -- NULL: unknown, its data are kept out
    PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;

-- The declared columns of every dataset (survey: its items too), for diff and for dictionaries.
CREATE TABLE ingest_column (
    dataset TEXT NOT NULL, position INTEGER NOT NULL, field TEXT NOT NULL, type TEXT NOT NULL,
    is_key INTEGER NOT NULL, title_lv TEXT, title_en TEXT, PRIMARY KEY (dataset, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE ingest_programme (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT; -- programme.csv with defaults filled in
-- as_of_default, made_up (1: the data are simulated), newest_period, plan_sha256, key_fingerprint …
CREATE TABLE ingest_setting (key TEXT PRIMARY KEY, value TEXT) STRICT;

CREATE TABLE ingest_delivery (
    region TEXT NOT NULL, dataset TEXT NOT NULL, period TEXT NOT NULL, due_on TEXT,
    submission TEXT,           -- the first that delivered it; NULL: none
    rows INTEGER, late INTEGER NOT NULL, missing INTEGER NOT NULL, expected INTEGER NOT NULL,
    PRIMARY KEY (dataset, region, period)
) STRICT;

CREATE TABLE ingest_narrative (
    period TEXT NOT NULL, name TEXT NOT NULL, lang TEXT NOT NULL, markdown TEXT NOT NULL,
    PRIMARY KEY (period, name, lang)
) STRICT;

-- Reference data (data/reference/).
CREATE TABLE ingest_region (
    region TEXT PRIMARY KEY, position INTEGER NOT NULL, name_lv TEXT NOT NULL, name_en TEXT NOT NULL,
    nuts TEXT NOT NULL, centre_lv TEXT NOT NULL
) STRICT;
CREATE TABLE ingest_municipality (
    atvk TEXT PRIMARY KEY, name_lv TEXT NOT NULL, short_lv TEXT NOT NULL, region TEXT NOT NULL, iso TEXT,
    kind TEXT NOT NULL, valid_from TEXT, valid_to TEXT, successor TEXT, tile_column INTEGER, tile_row INTEGER
) STRICT;
CREATE TABLE ingest_point (
    point TEXT PRIMARY KEY, position INTEGER NOT NULL, title_lv TEXT NOT NULL, title_en TEXT NOT NULL
) STRICT;

-- Published: what reports may read. No row of persons, no free text about persons.
CREATE TABLE ingest_programme_published (key TEXT PRIMARY KEY, value TEXT) STRICT;
CREATE TABLE ingest_file_published (
    path TEXT, sheet TEXT, region TEXT, submission TEXT, dataset TEXT, sha256 TEXT, encoding TEXT, delimiter TEXT,
    rows INTEGER, accepted INTEGER, rejected INTEGER, warned INTEGER
) STRICT;
CREATE TABLE ingest_delivery_published (
    region TEXT, dataset TEXT, title_lv TEXT, title_en TEXT, period TEXT, due_on TEXT, submission TEXT,
    rows INTEGER, late INTEGER, missing INTEGER, expected INTEGER, status TEXT -- delivered, late, missing, not_expected
) STRICT;
CREATE TABLE ingest_fault_published ( -- counts only
    region TEXT, submission TEXT, path TEXT, severity TEXT, code TEXT, message_lv TEXT, message_en TEXT, faults INTEGER
) STRICT;
CREATE TABLE ingest_narrative_published (period TEXT, name TEXT, lang TEXT, markdown TEXT) STRICT;
CREATE TABLE ingest_region_published (region TEXT, position INTEGER, name_lv TEXT, name_en TEXT, nuts TEXT, centre_lv TEXT) STRICT;
CREATE TABLE ingest_municipality_published (
    atvk TEXT, name_lv TEXT, short_lv TEXT, region TEXT, kind TEXT, tile_column INTEGER, tile_row INTEGER
) STRICT;
CREATE TABLE ingest_point_published (point TEXT, position INTEGER, title_lv TEXT, title_en TEXT) STRICT;
-- and, made by the code, a copy of each central dataset without personal data, columns as declared:
-- ingest_activity_published, ingest_budget_published, ingest_call_published, ingest_indicator_published,
-- ingest_instrument_published, ingest_item_published, ingest_milestone_published, ingest_procurement_published,
-- ingest_request_published, ingest_risk_published, ingest_theory_published, ingest_reply_published,
-- ingest_plan_published (columns of plan.csv, and changed 0/1), ingest_approved_published, and of
-- regions: ingest_publicity_published (region, and its columns)
