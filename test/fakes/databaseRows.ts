/** Every row of a database, table by table, for comparing one with another. */
import type { Connection } from '../../electron/engine/vault/connection.ts'

export type Rows = Readonly<Record<string, readonly unknown[]>>

/** The schema, in the order of its names. */
export function schemaOf(db: Connection): unknown[] {
  return db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name').all()
}

export function tablesOf(db: Connection): string[] {
  return db.prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).all().map(({ name }) => name)
}

/** As raw values, in the order in which they are stored. */
export function rowsOf(db: Connection, tables: readonly string[]): Rows {
  return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).raw().all()]))
}
