/** How a page is looked at. */
export interface Look {
  /** CSS pixels. */
  width: number
  theme: 'light' | 'dark'
}

/** A phone and a wide screen, by day and by night. */
export const looks: Look[] = [
  { width: 360, theme: 'light' },
  { width: 360, theme: 'dark' },
  { width: 1600, theme: 'light' },
  { width: 1600, theme: 'dark' },
]
