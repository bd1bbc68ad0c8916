import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { tell } from './toasts.js'

export interface ActionButtonProps {
  /** What it does; while it lasts the button is busy, and a failure is told. */
  onAction: () => Promise<unknown>
  class?: string
  /** Where the visible words do not say enough. */
  label?: string
  children: ComponentChildren
}

/** A button that does one thing on the server. */
export function ActionButton({
  onAction,
  class: look = 'button small',
  label,
  children,
}: ActionButtonProps) {
  const [isBusy, setBusy] = useState(false)
  const act = async () => {
    if (isBusy) return
    setBusy(true)
    try {
      await onAction()
    } catch (error) {
      tell({ text: error instanceof Error ? error.message : String(error), isBad: true })
    } finally {
      setBusy(false)
    }
  }
  return (
    <button type="button" class={look} aria-busy={isBusy} aria-label={label} onClick={act}>
      {children}
    </button>
  )
}
