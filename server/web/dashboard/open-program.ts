import type { Program } from './session.js'

const KEY = 'pollen_program'

/** The program that was open on this device last, else the first. */
export const programToOpen = (programs: Program[]): Program | undefined => {
  const last = localStorage.getItem(KEY)
  return programs.find(({ public_id }) => public_id === last) ?? programs[0]
}

/** Keeps which one is open. */
export const openProgram = ({ public_id }: Program): void => localStorage.setItem(KEY, public_id)
