/** Tells the page's own code: `addEventListener('pollen:ready', …)`. */
export function emit(name: string, detail?: unknown): void {
  dispatchEvent(new CustomEvent(`pollen:${name}`, { detail }))
}
