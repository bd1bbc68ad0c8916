import { Check, Copy } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { tell } from './toasts.js'

/** Copies `text`, and says so. `what` names it: "link". */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      setTimeout(setCopied, 2000, false)
    } catch {
      // Browsers refuse it on pages without https, and where somebody has said so.
      tell({ text: 'The browser did not allow copying: select the text instead.', isBad: true })
    }
  }
  const Icon = isCopied ? Check : Copy
  return (
    <button type="button" class="button small" onClick={copy} aria-label={`Copy ${what}`}>
      <Icon size={15} aria-hidden />
      <span aria-live="polite">{isCopied ? 'Copied' : 'Copy'}</span>
    </button>
  )
}
