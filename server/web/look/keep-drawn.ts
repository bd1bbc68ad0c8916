/** A drawing as wide as its place. */
interface Drawing {
  setWidth(width: number): void
  remove(): void
}

/**
 * Draws, and keeps it right: as wide as its place, and in the colours of the theme.
 *
 * @param draw Draws anew, in the colours of this moment.
 * @returns Takes it away.
 */
export function keepDrawn(place: HTMLElement, draw: () => Drawing): () => void {
  let drawing = draw()
  const redraw = () => {
    drawing.remove()
    drawing = draw()
  }
  const resized = new ResizeObserver(() => drawing.setWidth(place.clientWidth))
  resized.observe(place)
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', redraw)
  addEventListener('pollen:theme', redraw)
  return () => {
    resized.disconnect()
    dark.removeEventListener('change', redraw)
    removeEventListener('pollen:theme', redraw)
    drawing.remove()
  }
}
