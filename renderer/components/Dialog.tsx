/** For what cannot be undone, and for small forms. The title asks, the body says what follows, the button repeats the verb, Cancel has the focus. */
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { words } from '../messages/words.ts'
import { Button } from './Button.tsx'
import css from './dialog.module.css'
import { cx } from './cx.ts'

export interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** The button that does it; absent where the dialog holds a form with its own. */
  readonly action?: ReactNode
  /** It was done, and may be done again: nothing is left to cancel. */
  readonly done?: boolean
  readonly wide?: boolean
  /** It is a form: the first field has the focus. Otherwise Cancel has it. */
  readonly form?: boolean
}

export function Dialog({ title, open, onClose, children, action, done, wide, form }: DialogProps) {
  return (
    <ModalOverlay className={css.overlay ?? ''} isOpen={open} onOpenChange={(isOpen) => { if (!isOpen) onClose() }} isDismissable={false}>
      <Modal className={cx(css.modal, wide === true && css.wide)}>
        <AriaDialog className={css.dialog ?? ''}>
          <Heading slot="title" className={css.title ?? ''}>{title}</Heading>
          <div className={css.body}>{children}</div>
          <div className={css.foot}>
            {action}
            <Button autoFocus={form !== true} onPress={onClose}>{action === undefined || done === true ? words.common.close : words.common.cancel}</Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
