/**
 * Our marked Word files in a word processor that is not ours: accepting all changes in LibreOffice gives our clean text, rejecting all its
 * predecessor. Runs where LibreOffice (Writer, headless) is installed; it is driven by a macro of its own in a profile that is thrown away.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeDocx } from '../../../shared/docx/encode.ts'
import { parseDocx } from '../../../shared/docx/parse.ts'
import type { Block, Inline, TextDocument } from '../../../shared/text/document.ts'
import { encodePlain } from '../../../shared/text/plain.ts'
import { AFTER, BEFORE } from '../text/sample.ts'
import { markedOf, STAMP } from './publications.ts'

const OFFICE = 'soffice'
const installed = spawnSync(OFFICE, ['--version'], { timeout: 60_000 }).status === 0
/** Starting an office suite for the first time is slow, above all on a busy machine. */
const SLOW_MS = 180_000

const MACRO = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Resolve(source As String, command As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim document As Object
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Dim dispatcher As Object
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, filter())
  document.close(True)
End Sub
</script:module>
`

let folder: string
let profile: string

/** The first start lays out the profile with a macro library of its own; ours goes in afterwards. */
function prepareOffice(): void {
  folder = mkdtempSync(join(tmpdir(), 'chancery-office-'))
  profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  execFileSync(OFFICE, ['--headless', '--norestore', profile, '--terminate_after_init'], { timeout: SLOW_MS, stdio: 'ignore' })
  const library = join(folder, 'profile', 'user', 'basic', 'Standard')
  mkdirSync(library, { recursive: true })
  writeFileSync(join(library, 'Module1.xba'), MACRO)
  writeFileSync(join(library, 'script.xlb'), `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
`)
}

function resolved(name: string, marked: Uint8Array, command: 'AcceptAllTrackedChanges' | 'RejectAllTrackedChanges'): TextDocument {
  const [source, target] = [join(folder, `${name}.docx`), join(folder, `${name}-${command}.docx`)]
  writeFileSync(source, marked)
  const call = `macro:///Standard.Module1.Resolve("${pathToFileURL(source).href}","${command}","${pathToFileURL(target).href}")`
  execFileSync(OFFICE, ['--headless', '--norestore', profile, call], { timeout: SLOW_MS, stdio: 'ignore' })
  const read = parseDocx(readFileSync(target), 'refuse')
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.document
}

function textOf(...lines: readonly (readonly [Block['kind'], ...(string | Inline)[]])[]): TextDocument {
  return { blocks: lines.map(([kind, ...parts], at) => ({ id: String(at + 1), kind, level: 1, content: parts.map((part) => (typeof part === 'string' ? { text: part, marks: [] } : part)) })) }
}

const note = (text: string): Inline => ({ footnote: [{ text, marks: [] }] })
const TABLE_BEFORE = textOf(['plain', 'The measures are:'], ['row', 'Measure'], ['cell', 'Lead'], ['row', 'Statement'], ['cell', 'HR'], ['row', 'Demarche'], ['cell', 'EEAS and delegations'], ['plain', 'They may be combined.'])
const TABLE_AFTER: TextDocument = { blocks: [
  ...TABLE_BEFORE.blocks.slice(0, 3), { id: 'r1.1', kind: 'row', level: 1, content: [{ text: 'Dialogue', marks: [] }] }, { id: 'r1.2', kind: 'cell', level: 1, content: [{ text: 'EEAS', marks: [] }] },
  ...TABLE_BEFORE.blocks.slice(5, 6), { id: '7', kind: 'cell', level: 1, content: [{ text: 'EEAS with delegations', marks: [] }] }, ...TABLE_BEFORE.blocks.slice(7),
] }

const CASES: readonly (readonly [string, TextDocument, TextDocument])[] = [
  ['a REV with words, footnotes, bullets, a paragraph that moved and others that came and went', BEFORE, AFTER],
  ['rows of a table that came and went, and words in a cell', TABLE_BEFORE, TABLE_AFTER],
  ['a paragraph split in two, a footnote that came and emphasis', textOf(['numbered', 'One sentence. Another sentence.'], ['numbered', 'The end.']),
    textOf(['numbered', 'One sentence.'], ['continuation', 'Another sentence', note('See elsewhere.'), '.'], ['numbered', { text: 'The end.', marks: ['bold'] }])],
  ['a script from right to left', textOf(['plain', 'يؤكد المجلس أهمية السلام في الفضاء الإلكتروني.']), textOf(['plain', 'يؤكد المجلس من جديد أهمية السلام والأمن في الفضاء الإلكتروني.'])],
]

if (!installed) console.warn('!!! LibreOffice is not installed here: that it accepts and rejects our tracked changes is NOT checked in this run.')
else {
  describe('LibreOffice', () => {
    beforeAll(prepareOffice, SLOW_MS)
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    test.each(CASES.map(([name, before, after], at) => ({ name, before, after, at })))('accepts and rejects $name', ({ before, after, at }) => {
      const marked = encodeDocx(markedOf(before, after), STAMP)
      expect(encodePlain(resolved(`case${at}`, marked, 'AcceptAllTrackedChanges'))).toBe(encodePlain(after))
      expect(encodePlain(resolved(`case${at}`, marked, 'RejectAllTrackedChanges'))).toBe(encodePlain(before))
    }, SLOW_MS)
  })
}
