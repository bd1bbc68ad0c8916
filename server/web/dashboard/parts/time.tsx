import { formatDay, formatTime } from '../../lib/format-time.js'

/** A day, with the time of it when one points at it. */
export const Time = ({ at }: { at: string }) => (
  <time dateTime={at} title={formatTime(at)} class="nowrap">
    {formatDay(at)}
  </time>
)
