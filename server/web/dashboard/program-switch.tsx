import type { Program } from './session.js'

export interface ProgramSwitchProps {
  programs: Program[]
  open: Program
  onChoose: (program: Program) => void
}

/** Which program the pages are about. */
export const ProgramSwitch = ({ programs, open, onChoose }: ProgramSwitchProps) => (
  <label class="field grow">
    <span class="unseen">Program</span>
    <select
      class="input"
      value={open.public_id}
      onChange={(event) => {
        const chosen = programs.find(({ public_id }) => public_id === event.currentTarget.value)
        if (chosen) onChoose(chosen)
      }}
    >
      {programs.map(({ public_id, name }) => (
        <option key={public_id} value={public_id}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
