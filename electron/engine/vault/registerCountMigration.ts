/**
 * Step 11. At each opening the entries of the register are counted, so that one that was taken out is missed. Without an index that means reading
 * and decrypting all of them; this one holds nothing but their numbers.
 */
export const REGISTER_COUNT = `
CREATE INDEX register_by_seq ON register (seq);
`
