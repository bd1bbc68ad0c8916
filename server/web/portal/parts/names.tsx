import { Field } from '../../look/field.js'
import type { Profile } from '../records.js'
import { texts } from '../texts.js'

interface NamesProps {
  /** Whose names they are, once that is known. */
  profile?: Profile
  errorOf: (field: string) => string | undefined
}

/** What a partner is called. */
export const Names = ({ profile, errorOf }: NamesProps) => (
  <>
    <Field label={texts.name} error={errorOf('name')}>
      {(control) => (
        <input
          {...control}
          name="name"
          autocomplete="given-name"
          required
          defaultValue={profile?.name ?? ''}
        />
      )}
    </Field>
    <Field label={texts.surname} error={errorOf('surname')}>
      {(control) => (
        <input
          {...control}
          name="surname"
          autocomplete="family-name"
          defaultValue={profile?.surname ?? ''}
        />
      )}
    </Field>
  </>
)
