/**
 * Step 4 of the schema: the search index. `search` holds the words as they were written, `search_words` their full-text index, both inside
 * the encrypted file. All of it is derived from the events; `search_state` says by which version of the rules, null for not at all.
 * With `secure-delete` what is removed leaves no trace in the index either.
 */
export const SEARCH = `
CREATE TABLE search (
  place INTEGER PRIMARY KEY,
  event TEXT NOT NULL,
  dossier TEXT NOT NULL,
  kind TEXT NOT NULL,
  part TEXT NOT NULL,
  heading TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_words USING fts5 (
  heading, words, content = 'search', content_rowid = 'place', tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1);
CREATE TABLE search_state (only INTEGER PRIMARY KEY CHECK (only = 1), rules INTEGER) STRICT;
INSERT INTO search_state (only, rules) VALUES (1, NULL);
`
