import type { ComponentChildren } from 'preact'
import { CopyButton } from '../../look/copy-button.js'
import { Dialog } from '../../look/dialog.js'

export interface ShownOnceProps {
  title: string
  secret: string
  /** What it is, on the button that copies it: "API key". */
  what: string
  onClose: () => void
  /** What it is good for, and for how long. */
  children: ComponentChildren
}

/** A secret that was just made, for the only time that anybody sees it. */
export const ShownOnce = ({ title, secret, what, onClose, children }: ShownOnceProps) => (
  <Dialog title={title} onClose={onClose}>
    <p>{children}</p>
    <code class="code-block">{secret}</code>
    <div class="form-foot">
      <CopyButton text={secret} what={what} />
    </div>
  </Dialog>
)
