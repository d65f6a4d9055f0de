import * as v from 'valibot'
import { hashSchema, installationIdSchema } from '../base/identifiers.ts'
import { sourceSchema, targetSchema, writtenFileSchema } from './files.ts'
import { method } from './method.ts'
import { meSchema } from './vaultMethods.ts'

const passphrase = v.pipe(v.string(), v.maxLength(1024))

export const backupStateSchema = v.object({
  /** When the last one was written and verified; null where there was none. */
  lastAtUtcMs: v.nullable(v.number()),
  /** Days between two reminders; 0 for none. */
  everyDays: v.number(),
  /** The last backup, or where there was none the vault itself, is older than that. */
  due: v.boolean(),
  /** Where this vault was made from a backup: when, and whether a circle here still knows only who it was before. */
  restored: v.nullable(v.object({ atUtcMs: v.number(), awaitsAdmission: v.boolean() })),
})
export type BackupState = v.InferOutput<typeof backupStateSchema>

export const backupMethods = {
  /**
   * The whole vault as it is now, in one encrypted file, while work goes on. It opens with the passphrase that the vault has at this moment.
   * Written, flushed, read back and opened whole before it is said to be there. Progress: `check`, `write`, `verify`.
   */
  'backup.write': method({
    needs: 'vault', codes: ['write-failed', 'verify-failed', 'disk-full', 'target-exists', 'cancelled', 'vault-damaged'],
    input: v.strictObject({ target: targetSchema }),
    output: v.object({
      ...writtenFileSchema.entries,
      hash: hashSchema,
      madeAtUtcMs: v.number(),
      attachments: v.number(),
      /** Contents that should be on this machine and are not. */
      missing: v.number(),
    }),
  }),
  'backup.show': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: backupStateSchema }),
  /**
   * Makes a vault from a backup and opens it: a new installation with keys and logs of its own, which reads all that the former one held.
   * Whatever is refused has made nothing. `replace`: a vault that is there is moved aside, into a folder of its own; nothing of it is removed.
   */
  'backup.restore': method({
    needs: 'nothing',
    codes: [
      'vault-exists', 'vault-busy', 'not-a-backup', 'backup-newer', 'backup-cut', 'backup-altered', 'backup-malformed', 'vault-damaged', 'passphrase-wrong', 'key-file-needed',
      'passphrase-weak', 'recovery-code-absent', 'recovery-code-mistyped', 'recovery-code-wrong', 'key-file-empty', 'attempt-too-soon', 'file-missing', 'file-unreadable', 'file-too-large', 'write-failed', 'disk-full', 'cancelled',
    ],
    input: v.strictObject({
      source: sourceSchema,
      /** That of the backup; with a recovery code the one that the vault is to have from now on, as for `vault.recover`. */
      passphrase,
      keyFile: v.optional(sourceSchema),
      recoveryCode: v.optional(v.pipe(v.string(), v.maxLength(200))),
      replace: v.boolean(),
    }),
    output: v.object({
      me: meSchema,
      former: installationIdSchema,
      /** When the backup was made, by the clock of that machine. */
      madeAtUtcMs: v.number(),
      /** Name of the folder inside the vault folder into which the vault that was here went; null where there was none. */
      movedAside: v.nullable(v.string()),
    }),
  }),
} as const
