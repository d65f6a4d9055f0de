import { useAnswer } from '../../app/useAnswer.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { QrCode } from '../../components/QrCode.tsx'
import { Await } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './directory.module.css'
import { SafetyWords } from './SafetyWords.tsx'

/** For another machine's camera: the code as large as fits, the words beside it. */
export function CardCodeDialog({ onClose }: { onClose: () => void }) {
  const card = useAnswer('card.show', {})
  return (
    <Dialog wide open onClose={onClose} title={words.optical.cardTitle}>
      <Await answer={card}>{({ frame, safetyWords }) => (
        <div className={css.cardCode}>
          <QrCode text={frame} label={words.optical.cardCode} />
          <div><p>{words.optical.cardBody}</p><SafetyWords words={safetyWords} /></div>
        </div>
      )}</Await>
    </Dialog>
  )
}
