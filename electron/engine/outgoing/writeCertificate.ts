/** A certificate on its way out: the signed file, and its content to read as HTML, Markdown and, where there is a printer, PDF beside it. */
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { WrittenFile } from '../../../shared/ipc/files.ts'
import type { Certificate } from '../../../shared/silence/certificateContent.ts'
import { withdrawFiles } from './target.ts'
import { writeFile, type WriteFault } from './writeFile.ts'

export interface CertificateFiles {
  readonly chcert: Uint8Array
  readonly html: string
  readonly md: string
  /** Null where the host cannot print. */
  readonly pdf: Uint8Array | null
}

export interface WrittenCertificate extends WrittenFile {
  /** All; the signed one first. */
  readonly files: WrittenFile[]
  /** Where they stand. */
  readonly paths: readonly string[]
}

/** `place` is a folder, or the path of the signed file. All files or none. */
export async function writeCertificate(place: string, certificate: Certificate, files: CertificateFiles): Promise<Result<WrittenCertificate, WriteFault>> {
  const stem = await stemOf(place, certificate)
  const pathOf = ({ fileName }: WrittenFile): string => join(dirname(stem), fileName)
  const signed = await writeFile(`${stem}.chcert`, files.chcert)
  if (!signed.ok) return signed
  const written = [signed.value]
  for (const [ending, bytes] of readable(files)) {
    const one = await writeFile(`${stem}.${ending}`, bytes)
    if (!one.ok) {
      await withdrawFiles(written.map(pathOf))
      return err(one.error)
    }
    written.push(one.value)
  }
  return ok({ ...signed.value, files: written, paths: written.map(pathOf) })
}

function readable({ html, md, pdf }: CertificateFiles): [ending: string, bytes: Uint8Array][] {
  return [['html', utf8(html)], ['md', utf8(md)], ...(pdf === null ? [] : [['pdf', pdf] satisfies [string, Uint8Array]])]
}

async function stemOf(place: string, certificate: Certificate): Promise<string> {
  const isFolder = await stat(place).then((found) => found.isDirectory(), () => false)
  return isFolder ? join(place, certificateName(certificate)) : place.replace(/\.chcert$/, '')
}

/** `certificate-7923-2-17-REV-2-1f09c4aa`: the procedure tells apart two certificates of one REV. */
function certificateName({ procedure, text }: Certificate): string {
  const number = text.number.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return ['certificate', number, procedure.slice(0, 8)].filter((part) => part !== '').join('-')
}
