import { useEffect, useRef, useState } from 'preact/hooks'

/** A word about what just happened. */
export interface Toast {
  text: string
  isBad?: boolean
  /** Takes it back; stands beside the text as a button, and again should it fail. */
  undo?: () => Promise<unknown>
}

/** Long enough to read it, and to reach the button with a keyboard. */
const SHOWN_MS = 8000

let show: ((toast: Toast) => void) | undefined

/** Tells it, at the corner of the page and to screen readers. There must be `Toasts` on the page. */
export const tell = (toast: Toast): void => show?.(toast)

/** Where they appear, above open dialogs too. */
export function Toasts() {
  const [toasts, setToasts] = useState<(Toast & { id: number })[]>([])
  const list = useRef<HTMLDivElement>(null)
  const remove = (id: number) => setToasts((all) => all.filter((toast) => toast.id !== id))
  useEffect(() => {
    let last = 0
    show = (toast) => {
      const id = ++last
      setToasts((all) => [...all.slice(-2), { ...toast, id }])
      setTimeout(remove, SHOWN_MS, id)
    }
    return () => {
      show = undefined
    }
  }, [])
  useEffect(() => {
    list.current?.hidePopover()
    list.current?.showPopover()
  }, [toasts])
  return (
    <div class="toasts" popover="manual" ref={list} role="status">
      {toasts.map(({ id, text, isBad, undo }) => (
        <div class={isBad ? 'toast bad' : 'toast'} key={id}>
          <span class="grow">{text}</span>
          <button
            type="button"
            onClick={() => {
              undo?.().catch((error: Error) => tell({ text: error.message, isBad: true, undo }))
              remove(id)
            }}
          >
            {undo ? 'Undo' : 'Close'}
          </button>
        </div>
      ))}
    </div>
  )
}
