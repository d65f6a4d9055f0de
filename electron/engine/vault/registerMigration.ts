/** Step 5. The register only ever grows at its end, also for whoever writes SQL; its signed head stands in a row of its own. */
export const REGISTER_HEAD = `
CREATE TABLE register_head (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  entries INTEGER NOT NULL,
  statement BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;
CREATE TRIGGER register_is_never_changed BEFORE UPDATE ON register
BEGIN SELECT RAISE(ABORT, 'an entry of the register is never changed'); END;
CREATE TRIGGER register_is_never_shortened BEFORE DELETE ON register
BEGIN SELECT RAISE(ABORT, 'an entry of the register is never removed'); END;
CREATE TRIGGER register_grows_at_its_end BEFORE INSERT ON register WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM register)
BEGIN SELECT RAISE(ABORT, 'an entry of the register is added at its end'); END;
CREATE TRIGGER register_head_never_goes_back BEFORE UPDATE ON register_head WHEN NEW.entries <= OLD.entries OR NEW.only <> OLD.only
BEGIN SELECT RAISE(ABORT, 'the head of the register only moves on'); END;
CREATE TRIGGER register_head_is_never_replaced BEFORE INSERT ON register_head WHEN NEW.entries <= (SELECT coalesce(max(entries), -1) FROM register_head)
BEGIN SELECT RAISE(ABORT, 'the head of the register only moves on'); END;
CREATE TRIGGER register_head_is_never_removed BEFORE DELETE ON register_head
BEGIN SELECT RAISE(ABORT, 'the head of the register is never removed'); END;
`
