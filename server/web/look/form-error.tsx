/** Says above a form why it was refused; nothing while there is no reason to. */
export const FormError = ({ error }: { error: { message: string } | false | undefined }) =>
  error ? (
    <p class="note bad" role="alert">
      {error.message}
    </p>
  ) : null
