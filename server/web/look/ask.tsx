import { useEffect, useState } from 'preact/hooks'
import { Dialog } from './dialog.js'

/** A question before something happens that is not easily taken back. */
export interface Question {
  title: string
  /** What will happen, and whether it can be undone. */
  text: string
  /** On the button that does it: a verb. */
  action: string
}

let ask: ((question: Question) => Promise<boolean>) | undefined

/** Asks, once; `false` where the question was closed. There must be an `Asker` on the page. */
export const askFirst = (question: Question): Promise<boolean> =>
  ask?.(question) ?? Promise.resolve(false)

/** Where questions appear. */
export function Asker() {
  const [open, setOpen] = useState<{ question: Question; answer: (isYes: boolean) => void }>()
  useEffect(() => {
    ask = (question) => new Promise((answer) => setOpen({ question, answer }))
    return () => {
      ask = undefined
    }
  }, [])
  if (!open) return null
  const close = (isYes: boolean) => {
    open.answer(isYes)
    setOpen(undefined)
  }
  const { title, text, action } = open.question
  return (
    <Dialog title={title} onClose={() => close(false)}>
      <p>{text}</p>
      <div class="form-foot">
        <button type="button" class="button" onClick={() => close(false)}>
          Cancel
        </button>
        <button type="button" class="button danger" onClick={() => close(true)}>
          {action}
        </button>
      </div>
    </Dialog>
  )
}
