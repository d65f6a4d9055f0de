/** The first page as it will leave: cover, marking at head and foot, and the changes in the signs of the document's own legend. */
import { useMemo } from 'react'
import type { Marking } from '../../../shared/marking/marking.ts'
import { pageMarkingLine } from '../../../shared/marking/words.ts'
import { documentNumber } from '../../../shared/text/revision.ts'
import { words } from '../../messages/words.ts'
import css from './page.module.css'
import type { Shown } from './Reader.tsx'
import { Sheet } from './Sheet.tsx'
import { sheetModel, unmarked } from './sheetModel.ts'

/** More does not fit on a page, and need not be drawn. */
const MOST_BLOCKS = 30

interface PreviewProps {
  readonly shown: Shown
  readonly version: 'clean' | 'marked'
  readonly marking: Marking | null
  readonly exercise: boolean
  readonly copy: { readonly number: number; readonly of: number } | null
}

export function PagePreview({ shown, version, marking, exercise, copy }: PreviewProps) {
  const { revision, marked, comparedWith, reserved } = shown
  const model = useMemo(() => {
    const { blocks } = version === 'marked' && marked !== null ? marked : unmarked(revision.document)
    return sheetModel({ blocks: blocks.slice(0, MOST_BLOCKS) }, version === 'marked' ? reserved : [])
  }, [version, marked, reserved, revision.document])
  const number = documentNumber(revision.cover, revision.rev)
  const line = marking === null ? '' : pageMarkingLine(marking, exercise)
  const { inserted, deleted, moved } = revision.cover.legend
  return (
    <figure className={css.paper} role="img" aria-label={words.exporting.preview}>
      <div className={css.page} inert data-inserted={inserted} data-deleted={deleted} data-moved={moved}>
        <p className={css.line}><span>{number}</span><b>{line}</b><span>{copy === null ? '' : words.exporting.copyLine(String(copy.number), String(copy.of))}</span></p>
        <div className={css.body}><Sheet revision={revision} marking={marking} model={model} current={null} comparedWith={version === 'marked' && comparedWith !== null ? documentNumber(revision.cover, comparedWith) : null} reserved={version === 'marked' ? reserved : []} /></div>
        <p className={css.line}><span /><b>{line}</b><span>1</span></p>
      </div>
    </figure>
  )
}
