import type { PartHost } from './part-host.js'

/**
 * Starts a part, a script of its own that the bundle loads. One that comes again, with other options
 * perhaps, takes the place of the first.
 *
 * @param connect Returns its undo.
 */
export function startPart(name: string, connect: (host: PartHost) => () => void): void {
  const { pollen } = (document.currentScript ?? {}) as { pollen?: PartHost }
  if (!pollen) return
  const key = Symbol.for(`pollen.${name}`)
  Reflect.get(document, key)?.()
  Reflect.set(document, key, connect(pollen))
}
