import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Where a program lies on the PATH.
 *
 * @param names The preferred one first.
 * @throws When none of them is installed.
 */
export function findCommand(...names: [string, ...string[]]): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const found = paths.find(isProgram)
  if (found) return found
  throw new Error(`POLLEN_ENGINES asks for a browser that is not installed: ${names.join(' or ')}.`)
}
