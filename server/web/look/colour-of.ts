/** What a custom property comes to in the theme that is shown: a canvas knows no `light-dark()`. */
export function colourOf(place: HTMLElement, name: string): string {
  const probe = document.createElement('i')
  probe.style.color = `var(${name})`
  place.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
