/** A raster image that the engine recognised, shown from memory and forgotten when the dialog closes. */
import { useEffect, useRef } from 'react'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { Await, Note } from '../../components/Screen.tsx'
import { MarkingTags } from '../../components/Tag.tsx'
import { words } from '../../messages/words.ts'
import type { Listed } from './Attachments.tsx'
import css from './attachments.module.css'

export function PictureDialog({ dossier, one, onClose }: { dossier: DossierId; one: Listed; onClose: () => void }) {
  const picture = useAnswer('attachment.preview', { dossier, attachment: one.event })
  return (
    <Dialog wide open onClose={onClose} title={words.attachment.previewOf(one.name)}>
      <MarkingTags marking={one.marking} />
      <Await answer={picture}>{(image) => <Picture image={image} name={one.name} />}</Await>
    </Dialog>
  )
}

function Picture({ image, name }: { image: Output<'attachment.preview'>; name: string }) {
  const shown = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(image.bytes)], { type: image.mediaType }))
    if (shown.current !== null) shown.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [image])
  return (
    <>
      <img ref={shown} className={css.picture} alt={words.attachment.previewOf(name)} width={image.width} height={image.height} />
      <Note>{words.attachment.previewFacts(image.width, image.height)}</Note>
    </>
  )
}
