import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Program } from './session.js'

/** The program that the pages are about. */
export const ProgramContext = createContext<Program | undefined>(undefined)

export function useProgram(): Program {
  const program = useContext(ProgramContext)
  if (!program) throw new Error('There is no program around this page.')
  return program
}
