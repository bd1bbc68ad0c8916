/** What the visitor chose, beside what the system says. */
export type Theme = 'system' | 'light' | 'dark'

const KEY = 'pollen_theme'

/** What was chosen on this device; `system` where nothing was. */
export function theme(): Theme {
  const kept = localStorage.getItem(KEY)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** Shows the page in this theme, and keeps it for the next one. */
export function setTheme(chosen: Theme): void {
  if (chosen === 'system') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, chosen)
  applyTheme()
}

/** Shows the page in the theme that was chosen; to be called before anything is drawn. */
export function applyTheme(): void {
  const chosen = theme()
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
  dispatchEvent(new Event('pollen:theme'))
}
