import type { ComponentChildren } from 'preact'
import { isRefused } from '../lib/request-json.js'

/** Nothing there: why, and what to do about it. */
export const Empty = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="state">
    <h2>{title}</h2>
    {children}
  </div>
)

/** On its way. */
export const Loading = ({ lines = 6 }: { lines?: number }) => (
  <div class="skeleton" role="status" aria-label="Loading">
    {Array.from({ length: lines }, (_, line) => (
      <span key={line} />
    ))}
  </div>
)

/** It did not come: what the server said, and a way to ask again where that may help. */
export const Failure = ({
  error,
  onRetry,
  children,
}: {
  error: Error
  onRetry?: () => void
  /** Where to go instead. */
  children?: ComponentChildren
}) => (
  <div class="state" role="alert">
    <h2>That did not work</h2>
    <p>{error.message}</p>
    {onRetry && !isRefused(error) && (
      <button type="button" class="button" onClick={onRetry}>
        Try again
      </button>
    )}
    {children}
  </div>
)
