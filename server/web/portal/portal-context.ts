import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { PortalProgram } from './records.js'

/** Whose portal is open. */
export const PortalContext = createContext<PortalProgram | undefined>(undefined)

export function usePortalProgram(): PortalProgram {
  const program = useContext(PortalContext)
  if (!program) throw new Error('There is no program around this.')
  return program
}
