import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { attributed } from '../../../shared/text/attribution.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import { consolidateVersions, type Version } from '../../../shared/text/consolidateVersions.ts'
import { normalizeDocument } from '../../../shared/text/normalize.ts'
import type { OpenHandler } from './context.ts'
import { encodeTextFile, publicationOf, readTextFile, writeTextFile } from './textFile.ts'

export const textFileConsolidate: OpenHandler<'textFile.consolidate'> = async (input, context) => {
  const base = await readTextFile(input.base, context)
  if (!base.ok) return base
  const versions: Version[] = []
  const notes: string[] = []
  for (const { name, source } of input.versions) {
    const version = await readTextFile(source, context)
    if (!version.ok) return version
    versions.push({ name, document: version.value.document })
    notes.push(...version.value.notes.map((note) => `In the version of ${name}: ${note}`))
  }
  const before = normalizeDocument(base.value.document)
  const result = consolidateVersions(before, versions, input.policy)
  if (!result.ok) return err(refusal(result.error))
  const { document, changes } = result.value
  const marked = attributed(compareDocuments(before, document), changes.filter((change) => change.taken))
  const bytes = input.format === 'json' ? utf8(`${JSON.stringify({ document, marked, changes }, null, 1)}\n`)
    : encodeTextFile(publicationOf(base.value, input.format === 'txt' ? { version: 'clean', document } : { version: 'marked', document: marked }, input.comparedWith), input.format, context.now())
  const file = await writeTextFile(input.target, `consolidated.${input.format}`, bytes, context)
  const listed = changes.map(({ letter, names, taken, collidesWith, amendments, preview }) => ({ letter, names: [...names], taken, collidesWith: [...collidesWith], amendments: [...amendments], preview }))
  return file.ok ? ok({ file: file.value, changes: listed, notes }) : file
}
