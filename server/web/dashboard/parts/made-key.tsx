import { CopyButton } from '../../look/copy-button.js'
import { Dialog } from '../../look/dialog.js'

/** An API key that was just made, for the only time that anybody sees it. */
export const MadeKey = ({ apiKey, onClose }: { apiKey: string; onClose: () => void }) => (
  <Dialog title="The key, this once" onClose={onClose}>
    <p>Copy it to where it is used: it is not kept, and cannot be shown again.</p>
    <code class="code-block">{apiKey}</code>
    <div class="form-foot">
      <CopyButton text={apiKey} what="API key" />
    </div>
  </Dialog>
)
