import { Field } from '../../look/field.js'
import { texts } from '../texts.js'

/** Where a partner thinks of a password. */
export const NewPassword = ({ label, error }: { label: string; error: string | undefined }) => (
  <Field label={label} hint={texts.passwordHint} error={error}>
    {(control) => (
      <input
        {...control}
        name="password"
        type="password"
        autocomplete="new-password"
        minLength={8}
        required
      />
    )}
  </Field>
)
