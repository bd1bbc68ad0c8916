import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** What a control takes from its field. */
export interface ControlAttributes {
  id: string
  class: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

export interface FieldProps {
  label: string
  /** What to write, or what it means; stands below. */
  hint?: ComponentChildren
  /** Why it was refused. */
  error?: string | undefined
  /** The control, which takes these attributes: `{(control) => <input {...control} />}`. */
  children: (control: ControlAttributes) => ComponentChildren
}

/** A control with its label, its hint and its error. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        class: 'input',
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
