const sameYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const otherYear = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

/** `9 May`, where the reader is; with the year only where it is not this one. */
export function shortDay(time: string): string {
  const date = new Date(time)
  return (date.getFullYear() === new Date().getFullYear() ? sameYear : otherYear).format(date)
}

/** The same in a list, on one line. */
export const ShortDay = ({ time }: { time: string }) => (
  <time class="nowrap" dateTime={time}>
    {shortDay(time)}
  </time>
)
